import type { Deps } from '../../deps.ts';
import { fault, ok, tooMany, type HttpAnswer } from '../../http/answer.ts';
import { tellAccountChanged } from '../account-events/index.ts';
import { writeAudit } from '../audit/index.ts';
import { CONFIRMATION_LIMIT, countAttempt } from '../limits/index.ts';
import { tellHolder } from '../mailer/index.ts';
import { confirmPassword } from '../passwords/index.ts';
import { endSessions, rotateSession, type SessionAccount } from '../sessions/index.ts';
import { afterEnrolment, hasOtherFactor, markEnrolled, storeTotp } from './enrolment.ts';
import { newBackupCodes, newTotp, stepOfCode } from './totp.ts';

const PENDING_MINUTES = 15;

/** Begins to set up an authenticator app, or another in its place; until its first code nothing changes. */
export async function beginTotp(deps: Deps, session: SessionAccount, password: string): Promise<HttpAnswer> {
  const { database, clock, authSecret } = deps;
  const { accountId, email } = session;
  const refused = await confirmPassword(deps, session, password);
  if (refused) return refused;
  const { stored, uri } = await newTotp(authSecret, email);
  const backup = await newBackupCodes(authSecret);
  const at = clock.now();
  await database.transaction(async (em) => {
    await em.execute(
      `insert into pending_totp (account_id, secret, backup_codes, expires_at) values (?, ?, ?, ?)
       on conflict (account_id) do update set secret = excluded.secret, backup_codes = excluded.backup_codes, expires_at = excluded.expires_at`,
      [accountId, stored, backup.stored, new Date(at.getTime() + PENDING_MINUTES * 60_000)],
    );
    await writeAudit(em, { at, action: 'SECOND_FACTOR_BEGUN', accountId });
  });
  return ok({ totpURI: uri, backupCodes: backup.codes });
}

/** The first code of an authenticator app that is being set up. `null`: none is, so the code is for a sign-in. */
export async function confirmTotp(
  deps: Deps,
  session: SessionAccount,
  code: string,
): Promise<HttpAnswer | null> {
  const { database, clock, authSecret } = deps;
  const { accountId } = session;
  const [pending] = await database.query<{ secret: string; backupCodes: string }>(
    'pending-totp',
    'select secret, backup_codes as "backupCodes" from pending_totp where account_id = $1 and expires_at > $2',
    [accountId, clock.now()],
  );
  if (!pending) return null;
  const seconds = await countAttempt(deps, accountId, CONFIRMATION_LIMIT);
  if (seconds !== null) return tooMany(seconds);
  const wrong = fault(401, 'INVALID_CODE', 'Invalid code');
  const lastUsedStep = await stepOfCode(authSecret, pending.secret, code);
  if (lastUsedStep === null) {
    const at = clock.now();
    await database.transaction((em) =>
      writeAudit(em, { at, action: 'SECOND_FACTOR_FAILED', accountId, detail: 'ENROLMENT' }),
    );
    return wrong;
  }
  const rotated = await database.transaction(async (em) => {
    const taken = await em.execute<unknown[]>(
      'delete from pending_totp where account_id = ? and secret = ? returning account_id',
      [accountId, pending.secret],
    );
    if (taken.length === 0) return null;
    await storeTotp(em, accountId, { ...pending, lastUsedStep });
    await writeAudit(em, { at: clock.now(), action: 'SECOND_FACTOR_ENROLLED', accountId, detail: 'TOTP' });
    return afterEnrolment(em, deps, session);
  });
  if (!rotated) return wrong;
  deps.eventsCommitted();
  tellHolder(deps, accountId, 'second-factor-changed', { change: 'TOTP_ADDED' });
  return ok(undefined, { session: rotated });
}

/** Takes the authenticator app away; an officer keeps at least one second factor. */
export async function removeTotp(deps: Deps, session: SessionAccount, password: string): Promise<HttpAnswer> {
  const { accountId, sessionId, kind } = session;
  const refused = await confirmPassword(deps, session, password);
  if (refused) return refused;
  const at = deps.clock.now();
  const answer = await deps.database.transaction(async (em): Promise<HttpAnswer> => {
    if (kind !== 'citizen' && !(await hasOtherFactor(em, accountId, { totp: true })))
      return fault(409, 'SECOND_FACTOR_NEEDED', 'Set up another second factor first');
    const removed = await em.execute<unknown[]>('delete from second_factor where "userId" = ? returning id', [
      accountId,
    ]);
    if (removed.length === 0) return fault(404, 'NOT_FOUND', 'Not found');
    await markEnrolled(em, accountId);
    await endSessions(em, accountId, sessionId);
    await writeAudit(em, { at, action: 'SECOND_FACTOR_REMOVED', accountId, detail: 'TOTP' });
    await tellAccountChanged(em, accountId, at);
    return ok(undefined, { session: await rotateSession(em, sessionId) });
  });
  if (answer.status !== 200) return answer;
  deps.eventsCommitted();
  tellHolder(deps, accountId, 'second-factor-changed', { change: 'TOTP_REMOVED' });
  return answer;
}

/** Ten new recovery codes in the place of those before. */
export async function renewBackupCodes(
  deps: Deps,
  session: SessionAccount,
  password: string,
): Promise<HttpAnswer> {
  const { accountId } = session;
  const refused = await confirmPassword(deps, session, password);
  if (refused) return refused;
  const backup = await newBackupCodes(deps.authSecret);
  const isDone = await deps.database.transaction(async (em) => {
    const updated = await em.execute<unknown[]>(
      'update second_factor set "backupCodes" = ? where "userId" = ? and verified returning id',
      [backup.stored, accountId],
    );
    if (updated.length > 0)
      await writeAudit(em, { at: deps.clock.now(), action: 'BACKUP_CODES_RENEWED', accountId });
    return updated.length > 0;
  });
  if (!isDone) return fault(400, 'TWO_FACTOR_NOT_ENABLED', 'There is no authenticator app');
  tellHolder(deps, accountId, 'second-factor-changed', { change: 'RECOVERY_CODES_RENEWED' });
  return ok({ backupCodes: backup.codes });
}
