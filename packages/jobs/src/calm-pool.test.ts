import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pool, PoolClient } from 'pg';
import { calmPool } from './calm-pool.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection that listens, and what a queue hears on it. */
function listening() {
  const client = new EventEmitter();
  const pool = {
    connect: (told: (error: null, client: EventEmitter, release: () => void) => void) =>
      told(null, client, () => {}),
  };
  const heard: unknown[] = [];
  const listener = ({ payload }: { payload?: string }) => void heard.push(JSON.parse(payload!));
  let calm: PoolClient | undefined;
  calmPool(pool as unknown as Pool).connect((_error, given) => (calm = given));
  calm!.on('notification', listener as never);
  const tell = (payload: object, channel = 'jobs:insert') =>
    client.emit('notification', { channel, payload: JSON.stringify(payload) });
  return { heard, tell, client, forget: () => calm!.removeListener('notification', listener as never) };
}

it('tells of the first new job at once, and of those that follow it together', () => {
  const { heard, tell } = listening();
  tell({ count: 1 });
  expect(heard).toEqual([{ count: 1 }]);
  for (let index = 0; index < 9; index++) tell({ count: 2 });
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(25);
  expect(heard).toEqual([{ count: 1 }, { count: 18 }]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toHaveLength(2);
  tell({ count: 1 });
  expect(heard).toHaveLength(3);
});

it('passes every other notice on as it is', () => {
  const { heard, tell } = listening();
  tell({ count: 1 });
  tell({ breaking: true }, 'worker:migrate');
  tell({ count: -1 });
  expect(heard).toEqual([{ count: 1 }, { breaking: true }, { count: -1 }]);
});

it('takes a listener away that was put on', () => {
  const { heard, tell, client, forget } = listening();
  forget();
  tell({ count: 1 });
  expect(heard).toEqual([]);
  expect(client.listenerCount('notification')).toBe(0);
});
