import { APIError } from 'better-auth/api';
import { systemClock, type Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { writeAudit, type AuditAction } from '../audit/index.ts';
import { SESSION_SECONDS, sessionRule, type SigningAccount } from './session-rules.ts';

interface NewSession {
  userId: string;
  expiresAt: Date;
}

/** Decides on a session before it is written, and keeps source and device out of it. */
export async function openSession<Session extends NewSession>(
  { database }: { database: Database },
  session: Session,
  path: string | undefined,
  current: { secondFactor: boolean } | undefined,
): Promise<{ data: Session & { secondFactor: boolean; ipAddress: string; userAgent: string } }> {
  const account = await findSigningAccount(database, session.userId);
  const rule = account ? sessionRule(account, path, current) : ({ allowed: false } as const);
  // The same words as for a wrong code: that this address belongs to an officer is not told.
  if (!account || !rule.allowed)
    throw new APIError('BAD_REQUEST', { code: 'INVALID_OTP', message: 'Invalid OTP' });
  // Sessions from before the second factor was set up end with its first use: one of them may be a stranger's who knew the password.
  if (rule.secondFactor)
    await database.query(
      'drop-half-sessions',
      'delete from session where "userId" = $1 and not "secondFactor"',
      [session.userId],
    );
  const latest = systemClock.now().getTime() + SESSION_SECONDS[account.kind] * 1000;
  const expiresAt = new Date(Math.min(session.expiresAt.getTime(), latest));
  return { data: { ...session, expiresAt, secondFactor: rule.secondFactor, ipAddress: '', userAgent: '' } };
}

/** Notes an opened session. */
export async function recordSession(
  { database, clock }: { database: Database; clock: Clock },
  { userId }: { userId: string },
  path: string | undefined,
): Promise<void> {
  const account = await findSigningAccount(database, userId);
  const onlyPassword = path === '/sign-in/email' && account?.isEnrolled;
  const action: AuditAction = onlyPassword ? 'PASSWORD_ACCEPTED' : 'SIGNED_IN';
  await writeAudit(database.pool, { at: clock.now(), action, accountId: userId, detail: path });
}

async function findSigningAccount(database: Database, id: string): Promise<SigningAccount | undefined> {
  const [account] = await database.query<SigningAccount>(
    'signing-account',
    'select kind, coalesce("twoFactorEnabled", false) as "isEnrolled" from account where id = $1',
    [id],
  );
  return account;
}
