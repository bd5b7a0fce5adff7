import { expect, test } from 'vitest';
import { shareAnswers } from './shared-answers.ts';

test('answers are shared for their time, by document and variables, and one that failed is asked again', async () => {
  const asked: string[] = [];
  let now = 0;
  let isAway = false;
  const graph = shareAnswers(
    async (document, variables) => {
      asked.push(`${document} ${JSON.stringify(variables)}`);
      return isAway ? null : { at: now };
    },
    new Map([
      ['list', 2_000],
      ['figures', 30_000],
    ]),
    () => now,
  );
  const both = () => Promise.all([graph('list', {}), graph('figures', { year: 2026 })]);
  await both();
  now = 1_999;
  expect(await both()).toEqual([{ at: 0 }, { at: 0 }]);
  now = 2_000;
  expect(await both()).toEqual([{ at: 2_000 }, { at: 0 }]);
  await graph('figures', { year: 2025 });
  expect(asked).toEqual(['list {}', 'figures {"year":2026}', 'list {}', 'figures {"year":2025}']);
  isAway = true;
  now = 40_000;
  expect(await graph('list', {})).toBeNull();
  isAway = false;
  expect(await graph('list', {})).toEqual({ at: 40_000 });
});

test('what is not to be shared is asked each time', async () => {
  let asked = 0;
  const graph = shareAnswers(
    async () => ({ asked: ++asked }),
    new Map(),
    () => 0,
  );
  await graph('own', {});
  expect(await graph('own', {})).toEqual({ asked: 2 });
});
