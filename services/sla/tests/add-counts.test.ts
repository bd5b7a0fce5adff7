import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from './a-report.ts';
import { startTestService } from './a-service.ts';

/** A histogram as the tables keep it: without noughts at its end. */
const histogram = fc
  .array(fc.nat(3), { maxLength: 6 })
  .map((counts) => counts.slice(0, counts.findLastIndex((count) => count !== 0) + 1));
const change = fc
  .tuple(fc.array(fc.constantFrom(0, 0, 0, 1), { maxLength: 6 }), fc.constantFrom(-1, 1, 2))
  .map(([zeros, last]) => [...zeros, last]);

test('counting one more or less gives the same as adding element by element', async () => {
  await using sla = await startTestService(at('2026-11-25 10:00'));
  const pairs = fc.sample(fc.tuple(fc.option(histogram), fc.option(change)), { numRuns: 2_000, seed: 7 });
  const { rows } = await sla.database.pool.query(
    `select a, b, add_counts(a, b) as fast, add_counts_one_by_one(a, b) as slow
     from jsonb_to_recordset($1::jsonb) as p (a int[], b int[])`,
    [JSON.stringify(pairs.map(([a, b]) => ({ a, b })))],
  );
  expect(rows).toHaveLength(pairs.length);
  const empty = (counts: number[] | null) => counts ?? [];
  for (const { a, b, fast, slow } of rows)
    expect(empty(fast), `${JSON.stringify(a)} + ${JSON.stringify(b)}`).toEqual(empty(slow));
});
