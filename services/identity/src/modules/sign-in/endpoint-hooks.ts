import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Deps } from '../../deps.ts';
import { ADDRESS_HEADER } from '../../http/source.ts';
import { writeAudit, type AuditAction } from '../audit/index.ts';
import {
  countAttempt,
  countMail,
  PASSWORD_LIMIT,
  PASSWORD_LIMIT_OF_SOURCE,
  type AttemptLimit,
} from '../limits/index.ts';
import { faultWords, passwordFault } from '../passwords/index.ts';
import { isUsedCode } from '../second-factor/index.ts';
import { USED_CODE } from './session-hooks.ts';
import { dropUnconfirmedSignUp, SIGN_UP_COOKIE, SIGN_UP_COOKIE_SECONDS } from './unproven-access.ts';

type HookDeps = Pick<Deps, 'database' | 'clock' | 'authSecret' | 'publicUrl'>;

/** Kinds of mail code that are offered; addresses are not changed by mail, and passwords by codes of our own. */
const CODE_TYPES: readonly unknown[] = ['sign-in', 'email-verification'];

/** As at the profile page. */
const LONGEST_NAME = 200;

type EndpointContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** The account whose password was right in this browser and whose code is awaited, as the library finds it. */
async function waitingAccount(context: EndpointContext): Promise<string | null> {
  const { name } = context.context.createAuthCookie('two_factor');
  const identifier = await context.getSignedCookie(name, context.context.secret);
  if (!identifier) return null;
  const step = await context.context.internalAdapter.findVerificationValue(identifier);
  return step?.value ?? null;
}

/** Runs before each endpoint: limits per address, and what the library would allow but we do not. */
export const beforeEndpoint = (deps: HookDeps) =>
  createAuthMiddleware(async (context) => {
    const body = (context.body ?? {}) as Record<string, unknown>;
    const address = typeof body.email === 'string' ? body.email.trim().toLowerCase() : undefined;
    const source = context.headers?.get(ADDRESS_HEADER) ?? '';
    const refuseBeyond = (seconds: number | null) => {
      if (seconds !== null)
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { code: 'TOO_MANY_REQUESTS', message: 'Too many attempts for this address' },
          { 'retry-after': String(seconds) },
        );
    };
    const limitMail = async () => address && refuseBeyond(await countMail(deps, { address, source }));
    const limit = async (key: string | undefined, ...limits: readonly AttemptLimit[]) => {
      if (!key) return;
      for (const each of limits) refuseBeyond(await countAttempt(deps, key, each));
    };
    switch (context.path) {
      case '/sign-in/email':
        await limit(address && `${address} ${source}`, PASSWORD_LIMIT_OF_SOURCE);
        return limit(address, PASSWORD_LIMIT);
      case '/sign-up/email': {
        await limitMail();
        const { password, name } = body;
        if (typeof name === 'string' && name.length > LONGEST_NAME)
          throw new APIError('BAD_REQUEST', { code: 'INPUT_INVALID', message: 'The name is too long' });
        if (address && typeof password === 'string') {
          const holder = {
            kind: 'citizen',
            email: address,
            name: typeof name === 'string' ? name : '',
          } as const;
          // Before it is looked whether there is such an account: a known address is told the same.
          const wrong = await passwordFault(password, holder);
          if (wrong) throw new APIError('BAD_REQUEST', { code: wrong, message: faultWords(wrong) });
        }
        if (address) await dropUnconfirmedSignUp(deps.database, address);
        return;
      }
      case '/email-otp/send-verification-otp':
        if (!CODE_TYPES.includes(body.type))
          throw new APIError('BAD_REQUEST', { code: 'INVALID_TYPE', message: 'Unknown type of code' });
        return void (await limitMail());
      case '/two-factor/verify-totp':
      case '/two-factor/verify-backup-code':
        // A trusted device would skip the second factor for a month.
        if (body.trustDevice)
          throw new APIError('BAD_REQUEST', { code: 'NOT_OFFERED', message: 'Devices are not trusted' });
        if (context.path === '/two-factor/verify-totp' && typeof body.code === 'string') {
          const accountId = await waitingAccount(context);
          // Looked at before the step is taken away, so that the next code can still be given.
          if (accountId !== null && (await isUsedCode(deps, accountId, body.code))) {
            const [status, code, message] = USED_CODE;
            throw new APIError(status, { message, code });
          }
        }
    }
  });

/** Runs after each endpoint: the audit log, and the cookie that ties a sign-up to its browser. */
export const afterEndpoint = ({ database, clock, authSecret, publicUrl }: HookDeps) =>
  createAuthMiddleware(async (context) => {
    const { returned } = context.context;
    const failed = returned instanceof Error;
    const record = (action: AuditAction, accountId: string | null, detail?: string) =>
      database.transaction((em) => writeAudit(em, { at: clock.now(), action, accountId, detail }));
    switch (context.path) {
      case '/sign-up/email': {
        const id = (returned as { user?: { id?: unknown } } | undefined)?.user?.id;
        if (failed || typeof id !== 'string') return;
        await context.setSignedCookie(SIGN_UP_COOKIE, id, authSecret, {
          httpOnly: true,
          sameSite: 'lax',
          secure: publicUrl.startsWith('https:'),
          path: '/auth',
          maxAge: SIGN_UP_COOKIE_SECONDS,
        });
        // For a known address the id is made up; only a real one is recorded.
        const [account] = await database.query('account-exists', 'select 1 from account where id = $1', [id]);
        if (account) await record('ACCOUNT_CREATED', id);
        return;
      }
      case '/sign-in/email':
      case '/sign-in/email-otp':
      case '/email-otp/verify-email':
        // Neither the address nor the account: what was typed may be somebody else's.
        if (failed) await record('SIGN_IN_FAILED', null, context.path);
        return;
      case '/two-factor/verify-totp':
      case '/two-factor/verify-backup-code':
        if (failed) await record('SECOND_FACTOR_FAILED', null, context.path);
    }
  });
