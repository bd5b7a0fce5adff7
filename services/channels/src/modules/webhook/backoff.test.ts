import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pauseOfMessage, restOfReceiver, TRIED_FOR_MILLISECONDS } from './backoff.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('waits longer each time, spread by a fifth, and is still trying on the third day', () => {
  let middle = 0;
  for (let attempt = 1; attempt <= 9; attempt++) middle += pauseOfMessage(attempt, 0.5);
  expect(middle).toBeGreaterThan(TRIED_FOR_MILLISECONDS * 0.6);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), random, (attempt, at) => {
      const base = pauseOfMessage(attempt, 0.5);
      const pause = pauseOfMessage(attempt, at);
      expect(pause).toBeGreaterThanOrEqual(Math.floor(base * 0.8));
      expect(pause).toBeLessThanOrEqual(Math.ceil(base * 1.2));
      expect(pauseOfMessage(attempt + 1, 0.5)).toBeGreaterThanOrEqual(base);
    }),
  );
});

it('never leaves a receiver alone for much longer than an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), random, (failures, at) => {
      expect(restOfReceiver(failures, at)).toBeGreaterThanOrEqual(4_000);
      expect(restOfReceiver(failures, at)).toBeLessThanOrEqual(72 * 60_000);
    }),
  );
});
