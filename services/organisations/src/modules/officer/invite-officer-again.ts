import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { accepted, givenId, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { changePeople } from './change-people.ts';
import { writeInvitation } from './invitations.ts';
import { lockManagedOfficer } from './lock-officer.ts';

export const officerInput = z.object({ requestKey, officerId: givenId() });
export type OfficerInput = z.input<typeof officerInput>;

/**
 * Sends another link; the one before is void. With an active account (a lost phone) password and second factor are set anew by it.
 * Whoever may manage the officer. Refuses with NOT_FOUND, OWN_ACCOUNT, SUSPENDED, or NOT_INVITED when no address is known.
 */
export function inviteOfficerAgain(
  deps: UseCaseDependencies,
  input: OfficerInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'inviteOfficerAgain', schema: officerInput, input },
    async (change) => {
      const locked = await lockManagedOfficer(change, change.input.officerId);
      if (locked === null) return notFound();
      if (locked === 'OWN')
        return refused('OWN_ACCOUNT', 'Nobody invites oneself; the account page changes it');
      const { officer } = locked;
      if (officer.suspendedAt !== null) return refused('SUSPENDED', 'The officer is suspended');
      if (officer.email === null) return refused('NOT_INVITED', 'No mail address of the officer is known');
      await writeInvitation(change.em, officer, { kind: 'OFFICER', id: change.actorId }, change.at);
      return accepted({ officerId: officer.id });
    },
  );
}
