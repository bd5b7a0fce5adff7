import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Deps } from '../../deps.ts';
import { ADDRESS_HEADER } from '../../http/source.ts';
import { writeAudit, type AuditAction } from '../audit/index.ts';
import {
  countAttempt,
  MAIL_LIMITS,
  PASSWORD_LIMIT,
  PASSWORD_LIMIT_OF_SOURCE,
  type AttemptLimit,
} from '../limits/index.ts';
import { faultWords, passwordFault } from '../passwords/index.ts';
import { dropUnconfirmedSignUp, SIGN_UP_COOKIE, SIGN_UP_COOKIE_SECONDS } from './unproven-access.ts';

type HookDeps = Pick<Deps, 'database' | 'clock' | 'authSecret' | 'publicUrl'>;

/** Kinds of mail code that are offered; addresses are not changed by mail, and passwords by codes of our own. */
const CODE_TYPES: readonly unknown[] = ['sign-in', 'email-verification'];

/** Runs before each endpoint: limits per address, and what the library would allow but we do not. */
export const beforeEndpoint = (deps: HookDeps) =>
  createAuthMiddleware(async (context) => {
    const body = (context.body ?? {}) as Record<string, unknown>;
    const address = typeof body.email === 'string' ? body.email.trim().toLowerCase() : undefined;
    const limit = async (key: string | undefined, ...limits: readonly AttemptLimit[]) => {
      if (!key) return;
      for (const each of limits) {
        const seconds = await countAttempt(deps, key, each);
        if (seconds !== null)
          throw new APIError(
            'TOO_MANY_REQUESTS',
            { code: 'TOO_MANY_REQUESTS', message: 'Too many attempts for this address' },
            { 'retry-after': String(seconds) },
          );
      }
    };
    switch (context.path) {
      case '/sign-in/email':
        await limit(
          address && `${address} ${context.headers?.get(ADDRESS_HEADER) ?? ''}`,
          PASSWORD_LIMIT_OF_SOURCE,
        );
        return limit(address, PASSWORD_LIMIT);
      case '/sign-up/email': {
        await limit(address, ...MAIL_LIMITS);
        const { password, name } = body;
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
        return limit(address, ...MAIL_LIMITS);
      case '/two-factor/verify-totp':
      case '/two-factor/verify-backup-code':
        // A trusted device would skip the second factor for a month.
        if (body.trustDevice)
          throw new APIError('BAD_REQUEST', { code: 'NOT_OFFERED', message: 'Devices are not trusted' });
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
