import { appendEvents } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { SUBSCRIBERS } from '../../subscribers.ts';
import { appendAudit } from '../audit/index.ts';
import { accepted, givenId, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { changePeople } from './change-people.ts';
import { officerName } from './invite-officer.ts';
import { lockManagedOfficer } from './lock-officer.ts';

const renaming = z.object({ requestKey, officerId: givenId(), name: officerName });
export type RenameOfficerInput = z.input<typeof renaming>;

/** Changes the name under which colleagues know an officer; the same name changes nothing. Whoever may manage the officer. */
export function renameOfficer(
  deps: UseCaseDependencies,
  input: RenameOfficerInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'renameOfficer', schema: renaming, input },
    async (change) => {
      const { em, actorId, at } = change;
      const { officerId, name } = change.input;
      const locked = await lockManagedOfficer(change, officerId);
      if (locked === null) return notFound();
      if (locked === 'OWN') return refused('OWN_ACCOUNT', 'Somebody else renames an officer');
      if (locked.officer.name !== name) {
        locked.officer.name = name;
        await em.flush();
        await appendAudit(em, {
          actor: { kind: 'OFFICER', id: actorId },
          action: 'OFFICER_RENAMED',
          officerId,
          organisationId: null,
          facts: {},
          at,
        });
        await appendEvents(em, SUBSCRIBERS, [
          {
            type: 'officer.renamed',
            stream: officerId,
            payload: { officerId, at: at.toISOString() },
            occurredAt: at,
          },
        ]);
      }
      return accepted({ officerId });
    },
  );
}
