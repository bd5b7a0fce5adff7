import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { may } from '../authority/index.ts';
import { changePeople, findAndLockPlace, lockOfficerRow, shortenDelegations } from '../officer/index.ts';
import { accepted, notFound, requestKey } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';

const ending = z.object({ requestKey, delegationId: z.uuid() });
export type EndDelegationInput = z.input<typeof ending>;

/**
 * Ends a delegation now; one that has not begun never does. The holder of the post, or whoever may give it.
 * Refuses with NOT_FOUND, also when it has ended already.
 */
export function endDelegation(
  deps: UseCaseDependencies,
  input: EndDelegationInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(deps, viewer, { operation: 'endDelegation', schema: ending, input }, async (change) => {
    const { em, viewer: placed, actorId, at } = change;
    const { delegationId } = change.input;
    const find = () =>
      em.execute<{ officer_id: string; organisation_id: string; role: 'AGENCY_ADMIN'; is_open: boolean }[]>(
        `select d.officer_id, p.organisation_id, p.role, d.ends_at > ? and d.ends_at > d.starts_at as is_open
         from delegation d join post p on p.id = d.post_id where d.id = ?::uuid`,
        [at, delegationId],
      );
    const [found] = await find();
    const place = found && (await findAndLockPlace(em, found.organisation_id));
    if (!found || !place) return notFound();
    const { officer_id: officerId, role } = found;
    if (!may(placed, 'delegate', { ...place, role, officerId })) return notFound();
    await lockOfficerRow(em, officerId, at);
    const [now] = await find();
    if (!now!.is_open) return notFound();
    await shortenDelegations(em, { delegationId }, at, { kind: 'OFFICER', id: actorId }, at);
    return accepted({ officerId });
  });
}
