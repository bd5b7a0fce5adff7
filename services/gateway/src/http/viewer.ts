import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '@lapor/clock';
import { PUBLIC_VIEWER, type Tokens, type Viewer } from '@lapor/viewer';
import { within } from '../graph/timed.ts';
import { sourceOf } from './source.ts';

/** Who stands behind a cookie or an API key; `null`: neither is good (any more). */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Viewer | null>;

/** The service that knows the accounts did not answer. */
export class AuthenticationUnavailable extends Error {
  readonly statusCode = 503;
  constructor(cause: unknown) {
    super('Nobody can be authenticated now', { cause });
    this.name = 'AuthenticationUnavailable';
  }
}

/** An API key was given and is not good: told, while an expired session is simply nobody. */
export class UnknownKey extends Error {
  readonly statusCode = 401;
  constructor() {
    super('The API key is unknown or has expired');
    this.name = 'UnknownKey';
  }
}

export interface ViewerOptions {
  authenticate: Authenticate;
  tokens: Tokens;
  clock: Clock;
  sourceSecret: string;
  timeoutMilliseconds: number;
}

const MOST_GRANTS = 10;

/**
 * Builds the viewer of a request from its cookie or API key, its report grants and its network.
 * Reading without an account works while accounts cannot be reached: they are asked only when there is something to ask.
 */
export function createViewerReader({
  authenticate,
  tokens,
  clock,
  sourceSecret,
  timeoutMilliseconds,
}: ViewerOptions) {
  async function account(headers: IncomingHttpHeaders): Promise<Viewer | null> {
    if (!headers.cookie && !headers.authorization) return null;
    try {
      return await within(timeoutMilliseconds, authenticate(headers));
    } catch (error) {
      throw new AuthenticationUnavailable(error);
    }
  }
  async function grants(header: string | string[] | undefined): Promise<string[]> {
    const given = (Array.isArray(header) ? header.join(',') : (header ?? ''))
      .split(',')
      .map((token) => token.trim())
      .filter(Boolean)
      .slice(0, MOST_GRANTS);
    const ids = await Promise.all(given.map((token) => tokens.verifyReportGrant(token)));
    return [...new Set(ids.filter((id) => id !== null))];
  }
  return async (headers: IncomingHttpHeaders, address: string): Promise<Viewer> => {
    const [known, reportGrants] = await Promise.all([account(headers), grants(headers['report-grant'])]);
    if (!known && headers.authorization) throw new UnknownKey();
    return {
      ...(known ?? PUBLIC_VIEWER),
      reportGrants,
      source: sourceOf(sourceSecret, address, clock.now()),
    };
  };
}
