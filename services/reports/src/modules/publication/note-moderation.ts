import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Report, ReportsDependencies } from '../report/index.ts';
import type { ModerationKind, ModerationRule } from './vocabulary.ts';

interface ModerationAct {
  kind: ModerationKind;
  rule: ModerationRule | null;
  at: Date;
  actor: Pick<Actor, 'isNationalDesk' | 'organisationId'>;
}

/**
 * Enters in the public log what was done to what the public reads, in the running transaction. A confidential report is not
 * public: of it the log says nothing. An agency is named, so that whoever covers words about itself is seen to have done it.
 */
export async function noteModeration(
  deps: Pick<ReportsDependencies, 'newId'>,
  em: EntityManager,
  report: Pick<Report, 'id' | 'isConfidential'>,
  { kind, rule, at, actor }: ModerationAct,
): Promise<void> {
  if (report.isConfidential) return;
  await em.execute(
    'insert into moderation_action (id, report_id, at, kind, rule, organisation_id) values (?, ?, ?, ?, ?, ?)',
    [
      deps.newId(),
      report.id,
      at.toISOString(),
      kind,
      rule,
      actor.isNationalDesk ? null : actor.organisationId,
    ],
  );
}
