import { appendEvents } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { findOrganisations } from '../organisation/index.ts';
import {
  changeReportBySystem,
  Report,
  type ChangeScope,
  type ReportsDependencies,
  type SystemEffects,
} from '../report/index.ts';
import { letGo } from './let-go.ts';
import { duplicatesOf, finishMasterChange, listMasterChanges } from './repository.ts';

const MASTERS = 20;

/**
 * Lets duplicates follow their masters: their reporters hear of a public answer, they end with it, and they are let go when
 * nobody handles it any more. What is left to do is in rows, so it may be stopped anywhere. Returns how many masters were looked at.
 */
export async function followMasters(deps: ReportsDependencies): Promise<number> {
  const changes = await listMasterChanges(deps.database, MASTERS);
  let followed = 0;
  for (const change of changes) {
    const duplicates = await duplicatesOf(deps.database, change.masterId);
    const results = [];
    for (const id of duplicates) results.push(await tryToFollow(deps, id, change.masterId));
    if (!results.every(Boolean)) continue;
    await finishMasterChange(deps.database, change);
    followed += 1;
  }
  return followed;
}

/** One duplicate that cannot follow must not keep the others from it: it is told, and tried again. */
async function tryToFollow(deps: ReportsDependencies, id: string, masterId: string): Promise<boolean> {
  try {
    await changeReportBySystem(
      deps,
      { reportId: id, transition: 'repointDuplicate', at: deps.clock.now() },
      (scope) => follow(deps, scope),
    );
    return true;
  } catch (error) {
    deps.logger.error({ reportId: id, masterId, err: error }, 'A duplicate does not follow its master yet');
    return false;
  }
}

async function follow(deps: ReportsDependencies, scope: ChangeScope): Promise<SystemEffects | null> {
  const { em, report } = scope;
  const master = report.masterId ? await em.findOne(Report, { id: report.masterId }) : null;
  const seen = report.masterSequence ?? 0;
  if (!master || master.sequence <= seen) return null;
  report.masterSequence = master.sequence;
  const isOpen = report.state !== 'COMPLETED' && report.state !== 'ARCHIVED';
  const waitsForIt = isOpen || (report.state === 'ARCHIVED' && report.archiveCode === 'DUPLICATE');
  if (!waitsForIt) return null;
  const isGone = master.state === 'ARCHIVED';
  if (isGone || master.isConfidential !== report.isConfidential) return partFrom(scope, isGone);
  if (master.state === 'COMPLETED' && isOpen) return endWith(scope);
  const answer = master.state === 'COMPLETED' ? null : await answerSince(scope, master.id, seen);
  if (answer || master.state === 'COMPLETED') await tell(deps, scope, master, answer);
  return null;
}

function partFrom(scope: ChangeScope, isGone: boolean): SystemEffects {
  const wasArchived = scope.report.state === 'ARCHIVED';
  const afterEntry = letGo(scope);
  return {
    transition: 'unmarkDuplicate',
    entry: { kind: 'UNMARKED_DUPLICATE', reasonCode: isGone ? 'MASTER_ENDED' : null },
    ...(wasArchived ? { waitsFor: 'VERIFIER' as const } : {}),
    afterEntry,
  };
}

function endWith({ report }: ChangeScope): SystemEffects {
  if (report.state === 'DISPOSED' || report.state === 'IN_PROGRESS') {
    report.closingCode = 'WITH_MASTER';
    return {
      transition: 'endWithMaster',
      entry: { kind: 'COMPLETED', reasonCode: 'WITH_MASTER', audience: 'PUBLIC' },
    };
  }
  report.archiveCode = 'DUPLICATE';
  report.missingData = null;
  return {
    transition: 'endWithMaster',
    entry: { kind: 'ARCHIVED', reasonCode: 'DUPLICATE', audience: 'PARTIES' },
  };
}

interface PublicAnswer {
  kind: string;
  organisationId: string | null;
}

/** The newest public answer of the master after an entry of its history. */
async function answerSince(
  { em }: ChangeScope,
  masterId: string,
  seen: number,
): Promise<PublicAnswer | null> {
  const [answer] = await em.execute<PublicAnswer[]>(
    `select kind, coalesce(to_organisation_id, organisation_id) as "organisationId" from history
     where report_id = ? and sequence > ? and text_audience = 'PUBLIC' and kind in ('ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE')
     order by sequence desc limit 1`,
    [masterId, seen],
  );
  return answer ?? null;
}

/** Tells the duplicate's reporter what happened at the master, whose number is told only while everybody may read it. */
async function tell(
  deps: ReportsDependencies,
  { em, report, now }: ChangeScope,
  master: Pick<Report, 'number' | 'isPublished'>,
  answer: PublicAnswer | null,
): Promise<void> {
  const organisationId = answer?.organisationId ?? null;
  const named = organisationId ? (await findOrganisations(em, [organisationId])).get(organisationId) : null;
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'notification.requested',
      stream: report.id,
      occurredAt: now,
      payload: {
        notificationId: deps.newId(),
        recipient: { kind: 'REPORTER', reportId: report.id },
        template: answer ? 'master-answered' : 'master-ended',
        facts: {
          number: report.number,
          kind: answer?.kind ?? null,
          organisationName: named?.name ?? null,
          masterNumber: master.isPublished ? master.number : null,
        },
        at: now.toISOString(),
      },
    },
  ]);
}
