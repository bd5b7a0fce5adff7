import { z } from 'zod';
import type { Task } from '@lapor/jobs';
import type { Deps } from '../../deps.ts';
import { writeAudit } from '../audit/index.ts';
import { dayOf } from '../sessions/index.ts';
import { voidInvitations } from './receive-invitation.ts';
import { tokenOf } from './token.ts';

const payloadShape = z.object({ invitationId: z.string() });
const address = z.email().max(254);

interface Row {
  officerId: string;
  console: 'agency' | 'national';
  expiresAt: Date;
  /** Of the account, when there is one. */
  accountEmail: string | null;
}

/** Asks for the officer's name and address, keeps both sealed beside the link that goes to them, and mails it. */
export function sendInvitation(deps: Deps): Task {
  const { database, clock, sealer, mailer, officerDirectory, authSecret } = deps;
  return async (payload) => {
    const { invitationId } = payloadShape.parse(payload);
    const [invitation] = await database.query<Row>(
      'invitation-to-send',
      `select officer_id as "officerId", console, expires_at as "expiresAt",
         (select a.email from account a where a.id = i.officer_id) as "accountEmail"
       from invitation i
       where id = $1 and accepted_at is null and voided_at is null and sent_at is null and expires_at > $2`,
      [invitationId, clock.now()],
    );
    if (!invitation) return;
    const { officerId, console, expiresAt, accountEmail } = invitation;
    const contact = await officerDirectory.contactOf(officerId);
    const email = contact?.email.trim().toLowerCase();
    if (!contact || !address.safeParse(email).success) {
      deps.logger.warn({ invitationId }, 'An invitation has nobody to go to');
      await database.transaction((em) => voidInvitations(em, officerId, clock.now()));
      return;
    }
    // Sealed before the mail leaves: whoever comes with the link is the one it went to, whatever the directory says by then.
    await database.query('invitation-contact', 'update invitation set contact = $2 where id = $1', [
      invitationId,
      sealer.seal(JSON.stringify({ name: contact.name, email }), invitationId),
    ]);
    await mailer.send({
      template: accountEmail !== null ? 'invitation-renewed' : 'invitation',
      to: email!,
      facts: { token: tokenOf(authSecret, invitationId), console, expiresOn: dayOf(expiresAt) },
      language: 'id',
    });
    // Whoever has the address that is given up learns of it: it may not have been the officer's wish.
    if (accountEmail !== null && accountEmail !== email)
      await mailer.send({ template: 'address-changing', to: accountEmail, facts: {}, language: 'id' });
    await database.transaction(async (em) => {
      const at = clock.now();
      await em.execute('update invitation set sent_at = ? where id = ?', [at, invitationId]);
      await writeAudit(em, { at, action: 'INVITATION_SENT', accountId: officerId, detail: invitationId });
    });
  };
}
