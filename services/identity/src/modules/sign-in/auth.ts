import { randomUUID } from 'node:crypto';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { emailOTP, twoFactor } from 'better-auth/plugins';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { keyedHash } from '@lapor/sealing';
import type { Mailer } from '../mailer/index.ts';
import { languageOf } from './language.ts';
import { beforeEndpoint, afterEndpoint } from './endpoint-hooks.ts';
import { openSession, recordSession } from './session-hooks.ts';
import { SESSION_SECONDS } from './session-rules.ts';
import { ADDRESS_HEADER } from './source-address.ts';
import { dropUnprovenAccess } from './unproven-access.ts';

export interface AuthDeps {
  database: Database;
  clock: Clock;
  logger: Logger;
  mailer: Mailer;
  /** Origin of the platform. */
  publicUrl: string;
  authSecret: string;
  /** Takes work that an answer does not wait for. */
  inBackground(work: Promise<unknown>): void;
}

export const AUTH_PATH = '/auth';
/** A mail code is valid for so long; the message says so too. */
const CODE_SECONDS = 600;
const MINUTE = 60;

/** Our settings of better-auth. Sessions, codes and limits are its own; who may come in which way is ours (`session-rules.ts`). */
export const authOptions = (deps: AuthDeps) =>
  ({
    appName: 'SP4N-LAPOR!',
    database: deps.database.pool,
    secret: deps.authSecret,
    baseURL: deps.publicUrl,
    basePath: AUTH_PATH,
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      // Its messages and arguments may hold addresses: only the kind of failure is told.
      log: (level, _message, ...rest) =>
        deps.logger[level === 'error' ? 'error' : 'warn'](
          { err: rest.find((argument) => argument instanceof Error) },
          'The sign-in library reported a failure',
        ),
    },
    // The route answers and logs unexpected failures; the library would print them, values included, to the console.
    onAPIError: { throw: true },
    advanced: {
      cookiePrefix: 'lapor',
      useSecureCookies: deps.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      // Said outright: the library drops both checks when NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 128 },
      database: { generateId: () => randomUUID() },
      backgroundTasks: { handler: deps.inBackground },
    },
    user: {
      modelName: 'account',
      additionalFields: {
        kind: {
          type: ['citizen', 'officer', 'analyst'],
          required: true,
          defaultValue: 'citizen',
          input: false,
        },
      },
    },
    account: { modelName: 'credential' },
    session: {
      expiresIn: SESSION_SECONDS.citizen,
      disableSessionRefresh: true,
      additionalFields: {
        secondFactor: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      // Also makes a known address answer like an unknown one.
      requireEmailVerification: true,
    },
    emailVerification: {
      autoSignInAfterVerification: true,
      beforeEmailVerification: (account, request) => dropUnprovenAccess(deps, account, request),
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limit',
      window: MINUTE,
      max: 60,
      // Many people share one source (mobile networks): limits per source are wide, those per address are narrow.
      customRules: {
        '/get-session': false,
        '/sign-out': false,
        '/sign-up/email': { window: MINUTE, max: 10 },
        '/sign-in/email': { window: MINUTE, max: 20 },
        '/sign-in/email-otp': { window: MINUTE, max: 20 },
        '/email-otp/verify-email': { window: MINUTE, max: 20 },
        '/email-otp/send-verification-otp': { window: MINUTE, max: 10 },
        '/two-factor/*': { window: MINUTE, max: 20 },
        '/change-password': { window: MINUTE, max: 10 },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: CODE_SECONDS,
        allowedAttempts: 3,
        sendVerificationOnSignUp: true,
        storeOTP: {
          hash: async (code) => keyedHash(deps.authSecret, 'mail code', code).toString('base64url'),
        },
        sendVerificationOTP: async ({ email, otp }, context) => {
          const [account] = await deps.database.query<{ kind: string }>(
            'kind-by-address',
            'select kind from account where email = $1',
            [email],
          );
          // A code would not let them in (see session-rules.ts).
          if (account && account.kind !== 'citizen') return;
          await deps.mailer.sendSignInCode({ to: email, code: otp, language: languageOf(context?.headers) });
        },
      }),
      twoFactor({
        issuer: 'SP4N-LAPOR!',
        schema: { twoFactor: { modelName: 'second_factor' } },
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: (session, context) => openSession(deps, session, context?.path, currentSession(context)),
          after: (session, context) => recordSession(deps, session, context?.path),
        },
      },
    },
    hooks: { before: beforeEndpoint(deps), after: afterEndpoint(deps) },
  }) satisfies BetterAuthOptions;

function currentSession(
  context: { context: { session: unknown } } | null,
): { secondFactor: boolean } | undefined {
  const current = context?.context.session as { session?: { secondFactor?: unknown } } | null | undefined;
  return current?.session && { secondFactor: current.session.secondFactor === true };
}

export const createAuth = (deps: AuthDeps) => betterAuth(authOptions(deps));
export type Auth = ReturnType<typeof createAuth>;
