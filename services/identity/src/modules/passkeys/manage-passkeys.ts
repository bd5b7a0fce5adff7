import type { Deps } from '../../deps.ts';
import { fault, notFound, ok, type HttpAnswer } from '../../http/answer.ts';
import { tellAccountChanged } from '../account-events/index.ts';
import { writeAudit } from '../audit/index.ts';
import { tellHolder } from '../mailer/index.ts';
import { confirmHolder } from '../passwords/index.ts';
import { hasOtherFactor, markEnrolled } from '../second-factor/index.ts';
import { endSessions, rotateSession, type SessionAccount } from '../sessions/index.ts';

export async function renamePasskey(
  { database, clock }: Deps,
  { accountId }: SessionAccount,
  { id, name }: { id: string; name: string },
): Promise<HttpAnswer> {
  const isDone = await database.transaction(async (em) => {
    const renamed = await em.execute<unknown[]>(
      'update passkey set name = ? where id = ? and account_id = ? returning id',
      [name, id, accountId],
    );
    if (renamed.length > 0)
      await writeAudit(em, { at: clock.now(), action: 'PASSKEY_RENAMED', accountId, detail: id });
    return renamed.length > 0;
  });
  return isDone ? ok() : notFound();
}

/** Takes a passkey away; an officer keeps at least one second factor. */
export async function removePasskey(
  deps: Deps,
  session: SessionAccount,
  { id, password }: { id: string; password?: string | undefined },
): Promise<HttpAnswer> {
  const { accountId, sessionId, kind } = session;
  const refused = await confirmHolder(deps, session, password);
  if (refused) return refused;
  const at = deps.clock.now();
  const answer = await deps.database.transaction(async (em): Promise<HttpAnswer> => {
    const [own] = await em.execute<unknown[]>('select 1 from passkey where id = ? and account_id = ?', [
      id,
      accountId,
    ]);
    if (!own) return notFound();
    if (kind !== 'citizen' && !(await hasOtherFactor(em, accountId, { passkeyId: id })))
      return fault(409, 'SECOND_FACTOR_NEEDED', 'Set up another second factor first');
    await em.execute('delete from passkey where id = ?', [id]);
    await markEnrolled(em, accountId);
    // Also those that were opened with it.
    await endSessions(em, accountId, sessionId);
    await writeAudit(em, { at, action: 'PASSKEY_REMOVED', accountId, detail: id });
    await tellAccountChanged(em, accountId, at);
    return ok(undefined, { session: await rotateSession(em, sessionId) });
  });
  if (answer.status !== 200) return answer;
  deps.eventsCommitted();
  tellHolder(deps, accountId, 'second-factor-changed', { change: 'PASSKEY_REMOVED' });
  return answer;
}
