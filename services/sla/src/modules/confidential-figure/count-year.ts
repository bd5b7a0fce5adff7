import type { EntityManager } from '@mikro-orm/postgresql';
import type { ConfidentialTable } from './tables.ts';

/** Confidential reports that were received in a year, by group. */
export type CountedYear = Record<ConfidentialTable, Map<string, number>>;

const STATES = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'ARCHIVED'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/**
 * Counts a year from the tables of figures, as it stands now. One statement. A report that is in no group of a table (no category, no
 * place, nobody's yet) is in the group without a name.
 */
export async function countYear(em: EntityManager, year: number): Promise<CountedYear> {
  const from = `${year}-01-01`;
  const nation = `figure_organisation f where f.organisation_id = '' and f.is_confidential and f.grain`;
  const rows = await em.execute<{ part: ConfidentialTable; key: string; count: number }[]>(
    `select 'MONTHS' as part, f.day::text as key, f.received as count from ${nation} = 'M' and f.day >= ?::date and f.day < ?::date + interval '1 year'
     union all
     select 'STATES', s.state, s.count from (select f.* from ${nation} = 'Y' and f.day = ?::date) f
       cross join lateral (values ${STATES.map((state) => `('${state}', f.${state.toLowerCase()})`).join(', ')}) as s (state, count)
     union all
     select 'CATEGORIES', f.category_id, f.received from figure_category f
     where f.government_id = '' and f.parent_category = '' and f.grain = 'Y' and f.day = ?::date and f.is_confidential
     union all
     select 'PROVINCES', f.region_code, f.received from figure_region f
     where f.parent_code = '' and f.grain = 'Y' and f.day = ?::date and f.is_confidential
     union all
     select 'GOVERNMENTS', f.organisation_id, f.received from figure_organisation f
     where f.parent_id = '' and f.grain = 'Y' and f.day = ?::date and f.is_confidential`,
    [from, from, from, from, from, from],
  );
  const counted: CountedYear = {
    // These have all their groups, with and without reports.
    MONTHS: new Map(MONTHS.map((month) => [`${year}-${month}-01`, 0])),
    STATES: new Map(STATES.map((state) => [state, 0])),
    CATEGORIES: new Map(),
    PROVINCES: new Map(),
    GOVERNMENTS: new Map(),
  };
  for (const { part, key, count } of rows) counted[part].set(key, Number(count));
  const total = sumOf(counted.MONTHS);
  for (const table of ['CATEGORIES', 'PROVINCES', 'GOVERNMENTS'] as const) {
    const inNone = total - sumOf(counted[table]);
    if (inNone > 0) counted[table].set('', inNone);
  }
  return counted;
}

export const sumOf = (groups: ReadonlyMap<string, number>): number =>
  [...groups.values()].reduce((sum, count) => sum + count, 0);
