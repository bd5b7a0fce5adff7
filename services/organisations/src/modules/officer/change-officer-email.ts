import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { type Actor, appendAudit } from '../audit/index.ts';
import { accepted, givenId, notFound, requestKey } from '@lapor/request';
import { type Outcome, type UseCaseDependencies, refused } from '../refusal/index.ts';
import { changePeople } from './change-people.ts';
import { writeInvitation } from './invitations.ts';
import { lockAddress, officerEmail } from './invite-officer.ts';
import { lockManagedOfficer } from './lock-officer.ts';

const change = z.object({ requestKey, officerId: givenId(), email: officerEmail });
export type ChangeOfficerEmailInput = z.input<typeof change>;

/**
 * Gives an officer another work address; the same one changes nothing. Nothing is believed of it before the link that goes there is used: until
 * then an account signs in with the old one, and whoever holds that is told. Its sessions end at once. Whoever may manage the officer.
 * Refuses with NOT_FOUND, INVALID_INPUT, OWN_ACCOUNT, SUSPENDED or ADDRESS_TAKEN.
 */
export function changeOfficerEmail(
  deps: UseCaseDependencies,
  input: ChangeOfficerEmailInput,
  viewer: Viewer,
): Promise<Outcome<{ officerId: string }>> {
  return changePeople(
    deps,
    viewer,
    { operation: 'changeOfficerEmail', schema: change, input },
    async (changing) => {
      const { em, actorId, at } = changing;
      const { officerId, email } = changing.input;
      const locked = await lockManagedOfficer(changing, officerId);
      if (locked === null) return notFound();
      if (locked === 'OWN') return refused('OWN_ACCOUNT', 'Somebody else changes an officer’s address');
      const { officer } = locked;
      if (officer.suspendedAt !== null) return refused('SUSPENDED', 'The officer is suspended');
      if (officer.email === email) return accepted({ officerId });
      if (await isTaken(em, email))
        return refused('ADDRESS_TAKEN', 'Another officer has this address', 'email');
      officer.email = email;
      await em.flush();
      const actor: Actor = { kind: 'OFFICER', id: actorId };
      await appendAudit(em, {
        actor,
        action: 'OFFICER_ADDRESS_CHANGED',
        officerId,
        organisationId: null,
        facts: {},
        at,
      });
      await writeInvitation(em, officer, actor, at, { changesAddress: true });
      return accepted({ officerId });
    },
  );
}

async function isTaken(em: EntityManager, email: string): Promise<boolean> {
  await lockAddress(em, email);
  return (await em.execute<unknown[]>('select 1 from officer where email = ?', [email])).length > 0;
}
