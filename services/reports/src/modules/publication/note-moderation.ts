import type { EntityManager } from '@mikro-orm/postgresql';
import type { Report, ReportsDependencies } from '../report/index.ts';
import type { ModerationKind, ModerationRule } from './vocabulary.ts';

/**
 * Enters in the public log what was done to what the public reads, in the running transaction. A confidential report is not
 * public: of it the log says nothing.
 */
export async function noteModeration(
  deps: Pick<ReportsDependencies, 'newId'>,
  em: EntityManager,
  report: Pick<Report, 'id' | 'isConfidential'>,
  { kind, rule, at }: { kind: ModerationKind; rule: ModerationRule | null; at: Date },
): Promise<void> {
  if (report.isConfidential) return;
  await em.execute('insert into moderation_action (id, report_id, at, kind, rule) values (?, ?, ?, ?, ?)', [
    deps.newId(),
    report.id,
    at.toISOString(),
    kind,
    rule,
  ]);
}
