import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '@lapor/clock';
import { PUBLIC_VIEWER, type HandOverGrant, type Tokens, type Viewer } from '@lapor/viewer';
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

/** A pass of a door was given and is not ours, or was sent together with somebody's credentials. */
export class UnknownDoor extends Error {
  readonly statusCode = 401;
  constructor() {
    super('The pass of the door is unknown or has expired');
    this.name = 'UnknownDoor';
  }
}

/** An API key is used more often than it may be. */
export class KeyUsedTooOften extends Error {
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super('The API key is used too often');
    this.name = 'KeyUsedTooOften';
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** How long to wait when a failure says that something was asked for too often; else `undefined`. */
export function secondsToWait(error: unknown): number | undefined {
  const { statusCode, retryAfterSeconds } = (error ?? {}) as Partial<KeyUsedTooOften>;
  return statusCode === 429 && typeof retryAfterSeconds === 'number' ? retryAfterSeconds : undefined;
}

export interface ViewerOptions {
  authenticate: Authenticate;
  tokens: Tokens;
  clock: Clock;
  sourceSecret: string;
  timeoutMilliseconds: number;
}

const MOST_GRANTS = 10;

/** Applications that name the door a report comes in by; nobody claims to be SMS or another network. */
const APPLICATIONS = new Map([
  ['android', 'ANDROID'],
  ['ios', 'IOS'],
]);

/**
 * Builds the viewer of a request from its cookie or API key, its report, hand-over and work order grants and its network.
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
      const seconds = secondsToWait(error);
      throw seconds === undefined ? new AuthenticationUnavailable(error) : new KeyUsedTooOften(seconds);
    }
  }
  const tokensIn = (header: string | string[] | undefined): string[] =>
    (Array.isArray(header) ? header.join(',') : (header ?? ''))
      .split(',')
      .map((token) => token.trim())
      .filter(Boolean)
      .slice(0, MOST_GRANTS);
  async function grants(header: string | string[] | undefined): Promise<string[]> {
    const ids = await Promise.all(tokensIn(header).map((token) => tokens.verifyReportGrant(token)));
    return [...new Set(ids.filter((id) => id !== null))];
  }
  async function workOrders(header: string | string[] | undefined): Promise<string[]> {
    const ids = await Promise.all(tokensIn(header).map((token) => tokens.verifyWorkOrderGrant(token)));
    return [...new Set(ids.filter((id) => id !== null))];
  }
  async function handOvers(header: string | string[] | undefined): Promise<HandOverGrant[]> {
    const found = await Promise.all(tokensIn(header).map((token) => tokens.verifyHandOverGrant(token)));
    return found.filter((grant) => grant !== null);
  }
  /** Whoever writes to a door is nobody with a name, told from others by the sender instead of the network, which is the platform's own. */
  async function atDoor(pass: string | string[], headers: IncomingHttpHeaders): Promise<Viewer> {
    const door = typeof pass === 'string' ? await tokens.verifyDoorPass(pass) : null;
    if (!door || headers.cookie || headers.authorization) throw new UnknownDoor();
    return {
      ...PUBLIC_VIEWER,
      reportGrants: await grants(headers['report-grant']),
      channel: door.channel,
      isAtDoor: true,
      source: sourceOf(sourceSecret, `door ${door.channel} ${door.sender}`, clock.now()),
    };
  }
  return async (headers: IncomingHttpHeaders, address: string): Promise<Viewer> => {
    const pass = headers['x-lapor-door'];
    if (pass !== undefined) return atDoor(pass, headers);
    const [known, reportGrants, handOverGrants, workOrderGrants] = await Promise.all([
      account(headers),
      grants(headers['report-grant']),
      handOvers(headers['hand-over-grant']),
      workOrders(headers['work-order-grant']),
    ]);
    if (!known && headers.authorization) throw new UnknownKey();
    return {
      ...(known ?? PUBLIC_VIEWER),
      reportGrants,
      handOverGrants: handOverGrants.length > 0 ? handOverGrants : undefined,
      workOrderGrants: workOrderGrants.length > 0 ? workOrderGrants : undefined,
      channel: APPLICATIONS.get(String(headers['x-lapor-client'])),
      source: sourceOf(sourceSecret, address, clock.now()),
    };
  };
}
