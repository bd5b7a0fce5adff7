import type { EntityManager } from '@mikro-orm/postgresql';
import { localDateAt } from '@lapor/working-days';
import type { Deps } from '../../deps.ts';
import { tellAccountChanged } from '../account-events/index.ts';
import { writeAudit } from '../audit/index.ts';
import type { SessionWay } from './session-rules.ts';

/** Days of sign-ins and of the use of keys are the capital's. */
export const dayOf = (now: Date): string => localDateAt(now, 'Asia/Jakarta');

/** Records an opened session; an officer's first complete one of a day is told to the organisations. */
export async function noteSignIn(
  em: EntityManager,
  { clock }: Pick<Deps, 'clock'>,
  { accountId, way, isComplete }: { accountId: string; way: SessionWay; isComplete: boolean },
): Promise<void> {
  const at = clock.now();
  await writeAudit(em, {
    at,
    action: way === 'PASSWORD' && !isComplete ? 'PASSWORD_ACCEPTED' : 'SIGNED_IN',
    accountId,
    detail: way,
  });
  if (isComplete && (await markDay(em, accountId, at))) await tellAccountChanged(em, accountId, at);
}

/** Whether this was the first sign-in of the day. */
export async function markDay(em: EntityManager, accountId: string, at: Date): Promise<boolean> {
  const marked = await em.execute<unknown[]>(
    `update account set last_signed_in_on = ?::date
     where id = ? and kind = 'officer' and last_signed_in_on is distinct from ?::date returning id`,
    [dayOf(at), accountId, dayOf(at)],
  );
  return marked.length > 0;
}
