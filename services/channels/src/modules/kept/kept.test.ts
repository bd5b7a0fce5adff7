import { expect, it } from 'vitest';
import { keep } from './kept.ts';

it('is read once, and again only after a change, also one that comes while it is read', async () => {
  let reads = 0;
  const gates: (() => void)[] = [];
  const kept = keep(
    async () => {
      const read = ++reads;
      await new Promise<void>((open) => gates.push(open));
      return read;
    },
    { isTold: () => true, onError: () => {} },
  );
  const all = Promise.all([kept.get(), kept.get()]);
  kept.forget();
  gates.shift()!();
  await expect.poll(() => gates.length).toBe(1);
  gates.shift()!();
  expect(await all).toEqual([2, 2]);
  expect(await kept.get()).toBe(2);
  expect(reads).toBe(2);
});

it('stays as it was while it cannot be read anew', async () => {
  const errors: unknown[] = [];
  let isBroken = false;
  const kept = keep(async () => (isBroken ? Promise.reject(new Error('gone')) : 'words'), {
    isTold: () => true,
    onError: (error) => errors.push(error),
  });
  await kept.get();
  isBroken = true;
  kept.forget();
  expect(await kept.get()).toBe('words');
  expect(errors).toHaveLength(1);
});
