import { setTimeout as wait } from 'node:timers/promises';
import type { RouteVerdict } from '../oracle/routes.ts';
import type { Asking, Try } from './attempts.ts';

const REFUSALS: readonly number[] = [400, 409, 410, 411, 412, 413, 415, 422];

/** Sends an attempt; what its answer tells, `null` where there is nothing to be asked about. */
export async function knock(
  asking: Omit<Asking, 'key'>,
  method: string,
  attempt: Try,
): Promise<RouteVerdict | string | null> {
  const { world, name, subject } = asking;
  const own = world.credentials.get(name)!;
  turn += 1;
  const browser = own[turn % own.length]!;
  const key = browser.credentials.authorization?.replace('Bearer ', '') ?? null;
  const request = await attempt({ ...asking, key });
  if (request === null) return null;
  const grants = await world.headersOf(name, subject);
  for (let tries = 0; ; tries++) {
    const response = await browser.knock(request.method ?? method, request.path, {
      ...request,
      headers: { ...grants, ...request.headers },
    });
    const { status } = response;
    const body = request.holds && status === 200 ? await response.text() : '';
    // A stream would go on.
    if (!response.bodyUsed) await response.body?.cancel();
    // The server has to hear first that the stream before was left.
    if (status === 429 && tries < 20) {
      await wait(25);
      continue;
    }
    if (status < 400) return request.holds && !request.holds(body) ? 'NOTHING' : 'GIVEN';
    if (status === 401) return 'TURNED_AWAY';
    if (status === 403) return 'FORBIDDEN';
    if (status === 404 || status === 405) return 'NOTHING';
    return REFUSALS.includes(status) ? 'REFUSED' : `STATUS ${status}`;
  }
}
let turn = 0;
