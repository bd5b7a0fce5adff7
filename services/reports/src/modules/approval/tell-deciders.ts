import { appendEvents } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { findOfficersAt } from '../officer/index.ts';
import { about, may, policyFactsOf, type ChangeScope, type ReportsDependencies } from '../report/index.ts';

const DECIDING = ['AGENCY_ADMIN', 'AGENCY_HEAD'] as const;

/**
 * Tells those who may decide on an answer that one waits: everybody of the nearest level that has anybody, from the unit upwards, of a
 * confidential report the unit alone. The mail says the number and nothing else.
 */
export async function tellDeciders(
  deps: ReportsDependencies,
  { em, report, assignments, now, actor, acting }: ChangeScope,
): Promise<void> {
  const { organisationId, path } = acting!.assignment;
  const levels = report.isConfidential ? [organisationId] : path;
  const officers = [...(await findOfficersAt(em, levels, DECIDING, now)).values()];
  if (officers.length === 0) return;
  const facts = about(
    // Of somebody else's account only the posts count: whether it filed the report is not asked.
    {
      ...(await policyFactsOf(em, report, assignments, officers[0]!, deps.lookupSecret, now)),
      viewerOwnsReport: false,
    },
    organisationId,
  );
  const deciders = officers.filter(
    (officer) => officer.accountId !== actor.officerId && may(officer, facts, 'approveAnswer'),
  );
  const nearest = levels.findLast((level) =>
    deciders.some(({ posts }) => posts.some((post) => isDecider(post, level))),
  );
  await appendEvents(
    em,
    SUBSCRIBERS,
    deciders
      .filter(({ posts }) => posts.some((post) => isDecider(post, nearest)))
      .map(({ accountId }) => ({
        type: 'notification.requested',
        stream: report.id,
        occurredAt: now,
        payload: {
          notificationId: deps.newId(),
          recipient: { kind: 'OFFICER', officerId: accountId! },
          template: 'answer-waiting',
          facts: { number: report.number, console: 'agency' },
          at: now.toISOString(),
        },
      })),
  );
}

const isDecider = (
  { role, organisationId }: { role: string; organisationId: string },
  level: string | undefined,
): boolean => organisationId === level && (DECIDING as readonly string[]).includes(role);
