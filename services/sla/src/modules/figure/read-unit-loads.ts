import type { SlaContext } from '../../context.ts';
import { findPaths } from '../organisation/index.ts';
import { addDays, coverPeriod } from './period.ts';
import { audienceOf, countsConfidential, isOutsider, type Audience } from './policy.ts';
import { unsupported } from './question.ts';
import { NOTHING, readDurations, readLoads, type LoadSums } from './repository.ts';
import { FEWEST, told } from './suppression.ts';
import { dayOf, GRAINS } from './rollup-table.ts';
import { timesOf } from './times.ts';

/** A choice shows no more, and a page of figures has more rows. */
export const MOST_UNITS = 50;
const PERIOD_DAYS = 90;

export interface UnitLoadRow {
  id: string;
  open: number | null;
  overdue: number | null;
  followUpDays: number | null;
}

/**
 * The loads of some organisations at once, in the order of their ids. Four statements however many there are; eight for somebody who
 * knows more of some than of others. Throws what a client can mend.
 */
export async function readUnitLoads(
  { database, viewer, now }: Pick<SlaContext, 'database' | 'viewer' | 'now'>,
  organisationIds: readonly string[],
): Promise<UnitLoadRow[]> {
  const ids = [...new Set(organisationIds)];
  if (ids.length > MOST_UNITS) throw unsupported(`Ask for at most ${MOST_UNITS} organisations at once`);
  if (ids.length === 0) return [];
  const audiences = new Map<Audience, string[]>();
  for (const [id, path] of await findPaths(database, ids)) {
    const audience = audienceOf(viewer, path);
    if (audience !== 'PUBLIC') audiences.set(audience, [...(audiences.get(audience) ?? []), id]);
  }
  const today = dayOf(now);
  const found = new Map<string, UnitLoadRow>();
  for (const [audience, chosen] of audiences)
    for (const row of await loadsOf(audience, chosen)) found.set(row.id, row);
  return ids.flatMap((id) => found.get(id) ?? []);

  async function loadsOf(audience: Audience, chosen: readonly string[]): Promise<UnitLoadRow[]> {
    const withConfidential = countsConfidential(audience);
    const isExact = !isOutsider(audience);
    const period = { from: addDays(today, 1 - PERIOD_DAYS), until: addDays(today, 1) };
    const reading = {
      table: 'figure_organisation',
      waiting: 'waiting_organisation',
      ranges: coverPeriod(period, GRAINS, today)!,
      where: [],
      fixed: [],
      key: 'f.organisation_id',
    };
    const [loads, durations] = await Promise.all([
      readLoads(database, chosen, now, withConfidential),
      readDurations(
        database,
        reading,
        period,
        new Map(chosen.map((id) => [id, NOTHING])),
        withConfidential,
        today,
      ),
    ]);
    return chosen.map((id) => {
      const { open, overdue } = loads.get(id) ?? NO_LOAD;
      const { count, median, medianWithOpen } = timesOf(durations.get(id)!.toFollowUp);
      return {
        id,
        open: told(open, isExact),
        overdue: told(overdue, isExact),
        followUpDays: isExact || count >= FEWEST ? (medianWithOpen ?? median) : null,
      };
    });
  }
}

const NO_LOAD: LoadSums = { open: 0, overdue: 0 };
