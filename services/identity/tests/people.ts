import { randomUUID } from 'node:crypto';
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto';
import { expect } from 'vitest';
import type { Post } from '@lapor/viewer';
import { cookieLine } from '../src/modules/sessions/index.ts';
import {
  AUTH_SECRET,
  PASSWORD,
  TOTP_SECRET,
  type Browser,
  type RunningIdentity,
  type ToldPost,
} from './running-identity.ts';

export const DESK: Post = { role: 'NATIONAL_ADMIN', organisationId: 'kemenpanrb' };
export const CITY_ADMIN: Post = { role: 'AGENCY_ADMIN', organisationId: 'pemkot-13-77' };
export const LIAISON: Post = { role: 'LIAISON_OFFICER', organisationId: 'opd-13-77-disdukcapil' };
export const ANALYST: Post = { role: 'ANALYST', organisationId: 'ksp' };

export const addressOf = (id: string) => `${id}@example.test`;

// Hashing a password on purpose takes long: once will do.
const stored = Promise.all([
  hashPassword(PASSWORD),
  symmetricEncrypt({ key: AUTH_SECRET, data: TOTP_SECRET }),
  symmetricEncrypt({ key: AUTH_SECRET, data: '[]' }),
]);

/** An officer with an account, not signed in; with a second factor when nothing else is said. */
export async function registerOfficer(
  { sql, posts }: RunningIdentity,
  id: string,
  held: readonly ToldPost[],
  { isEnrolled = true } = {},
): Promise<void> {
  const [password, secret, backupCodes] = await stored;
  await sql(
    `insert into identity.account (id, name, email, "emailVerified", "twoFactorEnabled", kind) values ($1, 'Petugas', $2, true, $3, 'officer')`,
    [id, addressOf(id), isEnrolled],
  );
  await sql(
    `insert into identity.credential (id, "accountId", "providerId", "userId", password, "updatedAt") values ($1, $1, 'credential', $1, $2, now())`,
    [id, password],
  );
  if (isEnrolled)
    await sql(
      `insert into identity.second_factor (id, secret, "backupCodes", "userId", verified, "failedVerificationCount") values ($1, $2, $3, $1, true, 0)`,
      [id, secret, backupCodes],
    );
  await posts(id, held);
}

/** A session as a sign-in with password and code opens it, without going through one. */
export async function openSession(
  running: RunningIdentity,
  id: string,
  browser = running.browser(),
): Promise<Browser> {
  const token = randomUUID();
  await running.sql(
    `insert into identity.session (id, "expiresAt", token, "updatedAt", "userId", "secondFactor", way)
     values ($1, now() + interval '12 hours', $2, now(), $3, true, 'TOTP')`,
    [randomUUID(), token, id],
  );
  const { publicUrl } = browser;
  const line = cookieLine({ publicUrl, authSecret: AUTH_SECRET }, 'session_token', token, { maxAge: 60 });
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
  browser.cookies.set(name!, value!);
  return browser;
}

/** Password and code, in a browser of its own. */
export async function signIn(
  running: RunningIdentity,
  id: string,
  { password = PASSWORD, browser = running.browser() } = {},
): Promise<Browser> {
  // As if some time had passed since the last one: codes are good once, and there are no more than two a minute.
  await running.sql('update identity.second_factor set last_used_step = null where "userId" = $1', [id]);
  const first = await browser.post('/sign-in/email', { email: addressOf(id), password });
  expect(first.body).toMatchObject({ twoFactorRedirect: true });
  const code = (await running.identity.currentTotp(id))!.code;
  expect((await browser.post('/two-factor/verify-totp', { code })).status).toBe(200);
  return browser;
}

/** A signed-in officer with these posts. */
export async function officer(
  running: RunningIdentity,
  id: string,
  ...held: readonly ToldPost[]
): Promise<Browser> {
  await registerOfficer(running, id, held);
  return openSession(running, id);
}

/** A citizen who came in by mail code. */
export async function citizen(
  running: RunningIdentity,
  email = 'warga@example.test',
  browser = running.browser(),
): Promise<Browser> {
  await browser.post('/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const otp = await running.codeFor(email);
  expect((await browser.post('/sign-in/email-otp', { email, otp })).status).toBe(200);
  return browser;
}

export const viewerOf = ({ identity }: RunningIdentity, { cookie }: Browser) =>
  identity.authenticate({ cookie });

/** What was recorded, oldest first. */
export const actions = async ({ sql }: RunningIdentity): Promise<string[]> =>
  (await sql<{ action: string }>('select action from identity.audit_entry order by id')).map(
    ({ action }) => action,
  );
