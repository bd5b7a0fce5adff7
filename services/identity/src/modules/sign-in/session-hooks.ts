import { APIError } from 'better-auth/api';
import { systemClock } from '@lapor/clock';
import type { Deps } from '../../deps.ts';
import { writeAudit } from '../audit/index.ts';
import { useCode } from '../second-factor/index.ts';
import {
  deviceOf,
  dropHalfSessions,
  findSigningAccount,
  noteSignIn,
  SESSION_SECONDS,
  sessionRule,
  type SessionWay,
} from '../sessions/index.ts';

interface NewSession {
  userId: string;
  expiresAt: Date;
  userAgent?: string | null | undefined;
}

/** The ways that the library opens sessions on, by its endpoints. On no other one does it open any. */
const WAYS = new Map<string | undefined, SessionWay>([
  ['/sign-in/email', 'PASSWORD'],
  ['/sign-in/email-otp', 'MAIL_CODE'],
  ['/email-otp/verify-email', 'MAIL_CODE'],
  ['/two-factor/verify-totp', 'TOTP'],
  ['/two-factor/verify-backup-code', 'RECOVERY_CODE'],
]);

/** The library's own words for a wrong password: whoever is not let in for another reason reads the same. */
const WRONG_PASSWORD = ['UNAUTHORIZED', 'INVALID_EMAIL_OR_PASSWORD', 'Invalid email or password'] as const;
const WRONG_CODE = ['BAD_REQUEST', 'INVALID_OTP', 'Invalid OTP'] as const;

/** A code that was used before reads like a wrong one. */
export const USED_CODE = ['UNAUTHORIZED', 'INVALID_CODE', 'Invalid code'] as const;

type HookDeps = Pick<Deps, 'database' | 'clock' | 'authSecret' | 'eventsCommitted'>;

/** Decides on a session of the library's before it is written, and keeps source and device out of it. */
export async function admitSession<Session extends NewSession>(
  { database, clock, authSecret }: HookDeps,
  session: Session,
  path: string | undefined,
  body: unknown,
): Promise<{
  data: Session & {
    secondFactor: boolean;
    way: SessionWay;
    device: string | null;
    ipAddress: string;
    userAgent: string;
  };
}> {
  const { userId } = session;
  const now = clock.now();
  const way = WAYS.get(path);
  const account = way && (await findSigningAccount(database, userId, now));
  const opening = account ? sessionRule(account, way) : ({ kind: 'refused' } as const);
  if (!way || !account || opening.kind === 'refused') {
    await database.transaction((em) =>
      writeAudit(em, {
        at: now,
        action: 'SIGN_IN_REFUSED',
        accountId: userId,
        ...(way ? { detail: way } : {}),
      }),
    );
    const [status, code, message] = way === 'MAIL_CODE' ? WRONG_CODE : WRONG_PASSWORD;
    // In the library's order: the answers are the same to the byte.
    throw new APIError(status, { message, code });
  }
  if (way === 'TOTP') {
    const { code } = (body ?? {}) as { code?: unknown };
    if (typeof code !== 'string' || !(await useCode({ database, authSecret }, userId, code))) {
      const [status, reason, message] = USED_CODE;
      throw new APIError(status, { message, code: reason });
    }
  }
  // The two-factor plugin takes this one back at once.
  const secondFactor = opening.kind === 'session' && opening.secondFactor;
  if (secondFactor) await database.transaction((em) => dropHalfSessions(em, userId));
  const latest = systemClock.now().getTime() + SESSION_SECONDS[account.kind] * 1000;
  return {
    data: {
      ...session,
      expiresAt: new Date(Math.min(session.expiresAt.getTime(), latest)),
      secondFactor,
      way,
      device: account.kind === 'citizen' ? null : deviceOf(session.userAgent ?? undefined),
      ipAddress: '',
      userAgent: '',
    },
  };
}

/** Notes an opened session. */
export async function recordSession(
  { database, clock, eventsCommitted }: HookDeps,
  { userId }: { userId: string },
  path: string | undefined,
): Promise<void> {
  const way = WAYS.get(path);
  const account = way && (await findSigningAccount(database, userId, clock.now()));
  const opening = account && sessionRule(account, way);
  if (!way || !account || !opening) return;
  const isComplete = opening.kind === 'session' && (account.kind === 'citizen' || opening.secondFactor);
  const accountId = userId;
  await database.transaction((em) => noteSignIn(em, { clock }, { accountId, way, isComplete }));
  eventsCommitted();
}
