import type { Database } from '@lapor/database';
import { localDateAt } from '@lapor/working-days';
import { readEntriesWithin, writeEntry } from '../entry/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import { countYear, sumOf, type CountedYear } from './count-year.ts';
import { CONFIDENTIAL_TABLES, type ConfidentialTable, type ToldGroups, type ToldYear } from './tables.ts';
import { FEWEST, tellable } from './tellable.ts';

export const CONFIDENTIAL_FIGURES_TOLD = 'CONFIDENTIAL_FIGURES_TOLD';
export const subjectOf = (year: number): string => `confidential figures ${year}`;

/** A year is told from this day of the next one on: what is under way at its end has been verified by then. */
const TOLD_FROM = '-02-01';

/**
 * Writes down what outsiders may know of the confidential reports of finished years: each year once and for good, so that nobody learns
 * anything by asking again later. What is kept back is not in the log either.
 * @returns how many years.
 */
export async function tellYears(database: Database, now: Date): Promise<number> {
  const today = localDateAt(now, NATIONAL_TIME_ZONE);
  const last = Number(today.slice(0, 4)) - (today.slice(4) >= TOLD_FROM ? 1 : 2);
  const years = await untoldYears(database, last);
  if (years.length === 0) return 0;
  return database.transaction(async (em) => {
    let done = 0;
    for (const year of years) {
      // One replica writes it; the others find it written.
      await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [subjectOf(year)]);
      if ((await readEntriesWithin(em, [subjectOf(year)])).length > 0) continue;
      const counted = await countYear(em, year);
      await writeEntry(
        em,
        {
          kind: CONFIDENTIAL_FIGURES_TOLD,
          subject: subjectOf(year),
          payload: toldOf(year, counted),
          onceKey: subjectOf(year),
        },
        { kind: 'SYSTEM' },
        now,
      );
      done++;
    }
    return done;
  });
}

/** Years with reports that were not told; none while reports are being counted anew. One statement. */
async function untoldYears(database: Database, last: number): Promise<number[]> {
  const rows = await database.query<{ year: number }>(
    'untold-confidential-years',
    `select extract(year from f.day)::int as year from figure_organisation f
     where f.organisation_id = '' and f.grain = 'Y' and f.day <= make_date($1, 1, 1)
       and not exists (select from report_fact where figures_version = 0)
       and not exists (select from entry e where e.subject = 'confidential figures ' || extract(year from f.day)::int)
     group by 1 order by 1`,
    [last],
  );
  return rows.map(({ year }) => year);
}

/** What may be told of a year. Pure. */
export function toldOf(year: number, counted: CountedYear): ToldYear {
  const total = sumOf(counted.MONTHS);
  const tables = CONFIDENTIAL_TABLES.map((table) => [table, groupsToldOf(counted[table])] as const);
  return {
    year,
    total: total < FEWEST ? null : total,
    tables: Object.fromEntries(tables) as Record<ConfidentialTable, ToldGroups>,
  };
}

/**
 * Reports without a government, category or province have no row: they are those of some states, and one table would count what another keeps
 * back. Whether the others may be told is judged as if everybody knew how many they are.
 */
function groupsToldOf(groups: ReadonlyMap<string, number>): ToldGroups {
  const all = [...groups].filter(([key]) => key !== '').map(([key, count]) => ({ key, count }));
  const told = tellable(all.map(({ count }) => count));
  return all
    .filter((_group, index) => told[index])
    .toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}
