import type { EntityManager } from '@mikro-orm/postgresql';
import { appendEvents } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';

interface Row {
  hasSecondFactor: boolean;
  lastSignedInOn: string | null;
  isSuspended: boolean;
}

/** Tells the organisations how an officer's account stands now, in the running transaction; nothing for other kinds of account. */
export async function tellAccountChanged(em: EntityManager, officerId: string, at: Date): Promise<void> {
  const [account] = await em.execute<Row[]>(
    `select coalesce(a."twoFactorEnabled", false) as "hasSecondFactor", to_char(a.last_signed_in_on, 'YYYY-MM-DD') as "lastSignedInOn",
       exists (select 1 from officer_standing s where s.account_id = a.id and s.is_suspended) as "isSuspended"
     from account a where a.id = ? and a.kind = 'officer' for update`,
    [officerId],
  );
  if (!account) return;
  const { hasSecondFactor, lastSignedInOn, isSuspended } = account;
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'account.changed',
      stream: officerId,
      occurredAt: at,
      payload: {
        officerId,
        state: isSuspended ? 'SUSPENDED' : 'ACTIVE',
        hasSecondFactor,
        lastSignedInOn,
        at: at.toISOString(),
      },
    },
  ]);
}

/** Tells `reports` that an account is gone, in the transaction that erases it. */
export async function tellAccountDeleted(em: EntityManager, accountId: string, at: Date): Promise<void> {
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'account.deleted',
      stream: accountId,
      occurredAt: at,
      payload: { accountId, at: at.toISOString() },
    },
  ]);
}
