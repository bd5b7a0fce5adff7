import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { systemClock } from '@lapor/clock';
import type { Deps } from '../../deps.ts';
import { deviceOf } from './device.ts';
import { noteSignIn } from './note-sign-in.ts';
import { SESSION_SECONDS, sessionRule, type SessionWay, type SigningAccount } from './session-rules.ts';
import { isAdmittedAt } from './signing-account.ts';

/** The secret of a session and its end. */
export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

export type OpeningResult =
  { kind: 'refused' } | { kind: 'second-step' } | { kind: 'opened'; session: OpenedSession };

export interface OpeningInput {
  accountId: string;
  way: SessionWay;
  userAgent: string | undefined;
  agencyVouches?: boolean;
}

/** 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Opens a session in the running transaction if the rules allow it. */
export async function openSession(
  em: EntityManager,
  deps: Pick<Deps, 'clock'>,
  { accountId, way, userAgent, agencyVouches = false }: OpeningInput,
): Promise<OpeningResult> {
  const [account] = await em.execute<SigningAccount[]>(
    `select a.kind, coalesce(a."twoFactorEnabled", false) as "isEnrolled", ${isAdmittedAt('?')} as "isAdmitted"
     from account a where a.id = ?`,
    [deps.clock.now(), accountId],
  );
  const opening = account ? sessionRule(account, way, { agencyVouches }) : ({ kind: 'refused' } as const);
  if (!account || opening.kind !== 'session') return { kind: opening.kind as 'refused' | 'second-step' };
  if (opening.secondFactor) await dropHalfSessions(em, accountId);
  // Sessions are dated by the machine's clock, as better-auth does.
  const openedAt = systemClock.now();
  const session: OpenedSession = {
    token: newToken(),
    expiresAt: new Date(openedAt.getTime() + SESSION_SECONDS[account.kind] * 1000),
  };
  await em.execute(
    `insert into session (id, "expiresAt", token, "createdAt", "updatedAt", "ipAddress", "userAgent", "userId", "secondFactor", way, device)
     values (?, ?, ?, ?, ?, '', '', ?, ?, ?, ?)`,
    [
      randomUUID(),
      session.expiresAt,
      session.token,
      openedAt,
      openedAt,
      accountId,
      opening.secondFactor,
      way,
      account.kind === 'citizen' ? null : deviceOf(userAgent),
    ],
  );
  const isComplete = opening.secondFactor || account.kind === 'citizen';
  await noteSignIn(em, deps, { accountId, way, isComplete });
  return { kind: 'opened', session };
}

/** Sessions from before the second factor end with its first use: one of them may be a stranger's who knew the password. */
export async function dropHalfSessions(em: EntityManager, accountId: string): Promise<void> {
  await em.execute(`delete from session where "userId" = ? and not "secondFactor"`, [accountId]);
}
