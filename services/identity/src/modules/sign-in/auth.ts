import { randomUUID } from 'node:crypto';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { emailOTP, twoFactor } from 'better-auth/plugins';
import { keyedHash } from '@lapor/sealing';
import type { Deps } from '../../deps.ts';
import { languageOf } from '../../http/language.ts';
import { AUTH_PATH } from '../../http/routes.ts';
import { ADDRESS_HEADER } from '../../http/source.ts';
import { LONGEST, SHORTEST } from '../passwords/index.ts';
import { COOKIE_PREFIX, SESSION_SECONDS } from '../sessions/index.ts';
import { beforeEndpoint, afterEndpoint } from './endpoint-hooks.ts';
import { admitSession, recordSession } from './session-hooks.ts';
import { dropUnprovenAccess } from './unproven-access.ts';

export type AuthDeps = Pick<
  Deps,
  'database' | 'clock' | 'logger' | 'mailer' | 'publicUrl' | 'authSecret' | 'inBackground' | 'eventsCommitted'
>;

/** A mail code is valid for so long; the message says so too. */
const CODE_SECONDS = 600;
const MINUTE = 60;

/** Our settings of better-auth. Sessions, codes and limits are its own; who may come in which way is ours (`modules/sessions/session-rules.ts`). */
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
      cookiePrefix: COOKIE_PREFIX,
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
        way: { type: 'string', required: true, defaultValue: 'PASSWORD', input: false },
        device: { type: 'string', required: false, input: false },
        actingRole: { type: 'string', required: false, input: false },
        actingOrganisationId: { type: 'string', required: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST.citizen,
      maxPasswordLength: LONGEST,
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
        '/sign-out': false,
        '/sign-up/email': { window: MINUTE, max: 10 },
        '/sign-in/email': { window: MINUTE, max: 20 },
        '/sign-in/email-otp': { window: MINUTE, max: 20 },
        '/email-otp/verify-email': { window: MINUTE, max: 20 },
        '/email-otp/send-verification-otp': { window: MINUTE, max: 10 },
        '/two-factor/*': { window: MINUTE, max: 20 },
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
          await deps.mailer.send({
            template: 'sign-in-code',
            to: email,
            facts: { code: otp },
            language: languageOf(context?.headers?.get('accept-language')),
          });
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
          before: (session, context) => admitSession(deps, session, context?.path, context?.body),
          after: (session, context) => recordSession(deps, session, context?.path),
        },
      },
    },
    hooks: { before: beforeEndpoint(deps), after: afterEndpoint(deps) },
  }) satisfies BetterAuthOptions;

export const createAuth = (deps: AuthDeps) => betterAuth(authOptions(deps));
export type Auth = ReturnType<typeof createAuth>;
