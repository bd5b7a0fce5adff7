import { createLogger } from '@lapor/logging';
import { describe, expect, it, vi } from 'vitest';
import { repeat } from './repeat.ts';

const logger = createLogger('test', 'silent');
const NEVER = 2_000_000_000;

describe('work that is looked for again and again', () => {
  it('is looked for at once, and again while there is some', async () => {
    const left = [3, 1, 0];
    const job = repeat('kerja', async () => left.shift() ?? 0, logger, NEVER);
    job.start();
    await vi.waitUntil(() => left.length === 0);
    await job.stop();
    expect(left).toEqual([]);
  });

  it('is looked for when somebody knows of some, also while a look is under way', async () => {
    let looks = 0;
    const first = Promise.withResolvers<number>();
    const job = repeat('kerja', () => (++looks === 1 ? first.promise : Promise.resolve(0)), logger, NEVER);
    job.start();
    job.wake();
    expect(looks).toBe(1);
    first.resolve(0);
    await vi.waitUntil(() => looks === 2);
    await job.stop();
  });

  it('goes on after a failure', async () => {
    let looks = 0;
    const job = repeat(
      'kerja',
      async () => {
        if (++looks === 1) throw new Error('no database');
        return 0;
      },
      logger,
      1,
    );
    job.start();
    await vi.waitUntil(() => looks >= 2);
    await job.stop();
    expect(looks).toBeGreaterThanOrEqual(2);
  });

  it('tells how it does', async () => {
    let fails = true;
    const job = repeat(
      'kerja',
      async () => {
        if (fails) throw new RangeError('warga@example.test');
        return 0;
      },
      logger,
      NEVER,
    );
    const nothing = { name: 'kerja', lateSeconds: 0, givenUp: 0 };
    expect(job.health()).toEqual({
      ...nothing,
      lastEndedAt: null,
      lastFailedAt: null,
      lastFailureCode: null,
    });
    job.start();
    await vi.waitUntil(() => job.health().lastFailureCode !== null);
    expect(job.health()).toMatchObject({ lastEndedAt: null, lastFailureCode: 'RangeError' });
    fails = false;
    job.wake();
    await vi.waitUntil(() => job.health().lastEndedAt !== null);
    expect(job.health()).toMatchObject({ ...nothing, lastFailureCode: null });
    expect(job.health().lastFailedAt).not.toBeNull();
    await job.stop();
  });

  it('ends with the look under way, and does nothing before its start', async () => {
    let looks = 0;
    const held = Promise.withResolvers<number>();
    const job = repeat('kerja', () => (looks++, held.promise), logger, NEVER);
    job.wake();
    expect(looks).toBe(0);
    job.start();
    const stopped = job.stop();
    held.resolve(5);
    await stopped;
    job.wake();
    expect(looks).toBe(1);
  });
});
