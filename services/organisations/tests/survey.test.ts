import { expect, test } from 'vitest';
import { withReferenceData } from './harness.ts';
import { receive } from './people.ts';
import { transition } from './transitions.ts';

/** What the survey asked: how many of each, and how many of them it found using the platform (domain.md, Organisations). */
const survey = [
  { kinds: ['MINISTRY'], asked: 34, using: 34 },
  { kinds: ['PROVINCE'], asked: 32, using: 8 },
  { kinds: ['REGENCY', 'CITY'], asked: 500, using: 200 },
];

test('the figures of the survey come out of data: used by 100 % of ministries, 25 % of provinces, 40 % of regencies and cities', async () => {
  await using service = await withReferenceData();
  const roots = (kinds: readonly string[]) =>
    service.database.query<{ id: string }>(
      'test-roots',
      `select id from organisation where cardinality(path) = 1 and status = 'ACTIVE' and kind = any($1) order by id`,
      [kinds],
    );
  for (const { kinds, asked, using } of survey) {
    const ids = (await roots(kinds)).map(({ id }) => id);
    // Who was not asked is not there.
    await service.database.query(
      'test-not-asked',
      `update organisation set status = 'FORMER' where id = any($1)`,
      [ids.slice(asked)],
    );
    // Some answered last week, some disposed two months ago; of those who did not, some had answered before.
    const uses = ids.slice(0, asked).map((id, index) => {
      const isUsing = index < using;
      const at = isUsing ? (index % 2 === 0 ? '2026-11-12' : '2026-09-20') : '2026-06-01';
      return transition({ by: id, kind: index % 2 === 0 ? 'RESULT' : 'DISPOSED', at: `${at}T02:00:00.000Z` });
    });
    await receive(service, 'report.transitioned', ...uses);
  }

  const { data } = await service.ask('{ adoption(by: KIND) { kind total connected used } }');
  const rows: { kind: string; total: number; connected: number; used: number }[] = data!.adoption;
  const counted = survey.map(({ kinds }) => {
    const sum = (name: 'total' | 'used') =>
      rows.filter(({ kind }) => kinds.includes(kind)).reduce((total, row) => total + row[name], 0);
    return { asked: sum('total'), percent: (100 * sum('used')) / sum('total') };
  });
  expect(counted).toEqual([
    { asked: 34, percent: 100 },
    { asked: 32, percent: 25 },
    { asked: 500, percent: 40 },
  ]);
  // Using is not being connected: the two are never mixed.
  expect(rows.reduce((sum, { connected }) => sum + connected, 0)).toBe(0);
});
