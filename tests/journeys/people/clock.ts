import { CONTROL_URL } from '../../platform/addresses.ts';

const post = (path: string, body?: unknown) =>
  fetch(CONTROL_URL + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });

/** Lets the services come to rest: events delivered, due work done. */
export const settle = async (): Promise<void> => void (await post('/settle'));

/** Moves the platform's clock and lets happen what falls due. */
export const moveClock = async (instant: string): Promise<void> =>
  void (await post('/clock', { set: instant }));
