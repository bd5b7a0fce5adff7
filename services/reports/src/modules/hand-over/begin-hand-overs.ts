import { appendEvents } from '@lapor/events';
import { findOrganisations } from '../organisation/index.ts';
import {
  recordTransition,
  SYSTEM,
  type Assignment,
  type ChangeScope,
  type Entry,
  type ReportsDependencies,
} from '../report/index.ts';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { HAND_OVER_DAYS } from './vocabulary.ts';

type Scope = Pick<ChangeScope, 'em' | 'report' | 'assignments' | 'now'>;

/**
 * Hands a report over to the heads of those among the assigned organisations that nobody staffs, each with an entry in the
 * history. Runs after the entry of the disposition, in its transaction.
 */
export async function beginHandOvers(
  deps: ReportsDependencies,
  scope: Scope,
  assigned: readonly Assignment[],
): Promise<void> {
  for (const assignment of assigned) {
    if (!assignment.isHandedOver) continue;
    const entry = await beginHandOver(deps, scope, assignment);
    const { em, report, assignments, now } = scope;
    await recordTransition(deps, em, {
      report,
      assignments,
      stateBefore: report.state,
      actor: SYSTEM,
      entry,
      at: now,
    });
  }
}

/** Makes a link of thirty days for the head of an organisation and asks for the message with it; gives the entry for the history. */
export async function beginHandOver(
  deps: ReportsDependencies,
  { em, report, now }: Scope,
  assignment: Assignment,
): Promise<Entry> {
  const { organisationId, standInOrganisationId } = assignment;
  const id = deps.newId();
  const expiresAt = new Date(now.getTime() + HAND_OVER_DAYS * 86_400_000);
  assignment.handOverId = id;
  assignment.handOverUntil = expiresAt;
  await em.execute(
    `insert into hand_over (id, report_id, assignment_id, organisation_id, stand_in_organisation_id, handed_over_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      report.id,
      assignment.id,
      organisationId,
      standInOrganisationId ?? null,
      now.toISOString(),
      expiresAt.toISOString(),
    ],
  );
  const organisation = (await findOrganisations(em, [organisationId])).get(organisationId);
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'notification.requested',
      stream: report.id,
      occurredAt: now,
      payload: {
        notificationId: deps.newId(),
        recipient: { kind: 'HEAD', handOverId: id, organisationId },
        template: 'hand-over',
        facts: {
          number: report.number,
          organisationName: organisation?.name ?? null,
          expiresOn: expiresAt.toISOString().slice(0, 10),
        },
        at: now.toISOString(),
      },
    },
  ]);
  return { kind: 'HANDED_OVER', audience: 'PUBLIC', toOrganisationId: organisationId };
}
