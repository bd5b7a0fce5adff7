import { randomUUID } from 'node:crypto';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { appendAudit } from '../audit/index.ts';
import { may } from '../authority/index.ts';
import { changePeople, findAndLockPlace } from '../officer/index.ts';
import { accepted, givenId, notFound, optionallyTyped, requestKey } from '@lapor/request';
import type { Outcome, UseCaseDependencies } from '../refusal/index.ts';

const noting = z.object({ requestKey, organisationId: givenId(), obstacle: optionallyTyped(1_000) });
export type NoteObstacleInput = z.input<typeof noting>;

/** Says what stands in the way of an organisation, in place of what was said before (which is kept); nothing: no obstacle any more. Whoever may declare. */
export function noteObstacle(
  deps: UseCaseDependencies,
  input: NoteObstacleInput,
  viewer: Viewer,
): Promise<Outcome<{ organisationId: string }>> {
  return changePeople(deps, viewer, { operation: 'noteObstacle', schema: noting, input }, async (change) => {
    const { em, viewer: placed, actorId, at } = change;
    const { organisationId, obstacle } = change.input;
    const place = await findAndLockPlace(em, organisationId);
    if (place === null || !may(placed, 'noteObstacle', place)) return notFound();
    await em.execute(`update obstacle set ended_at = ? where organisation_id = ? and ended_at is null`, [
      at,
      organisationId,
    ]);
    if (obstacle !== null) {
      await em.execute(
        `insert into obstacle (id, organisation_id, text, noted_at, noted_by) values (?, ?, ?, ?, ?)`,
        [randomUUID(), organisationId, obstacle, at, actorId],
      );
    }
    await appendAudit(em, {
      actor: { kind: 'OFFICER', id: actorId },
      action: 'OBSTACLE_NOTED',
      officerId: null,
      organisationId,
      facts: { isPresent: obstacle !== null },
      at,
    });
    return accepted({ organisationId });
  });
}
