import type { Database } from '@lapor/database';
import { localDateAt } from '@lapor/working-days';
import { readEntriesOf } from '../entry/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';
import type { ToldYear } from './tables.ts';
import { CONFIDENTIAL_FIGURES_TOLD, subjectOf } from './tell-years.ts';

/** What was told of a year; `null` of one that was not. One statement. */
export async function readToldYear(
  database: Database,
  year: number,
): Promise<(ToldYear & { toldOn: string }) | null> {
  const entries = await readEntriesOf(database, [subjectOf(year)]);
  const told = entries.find(({ kind }) => kind === CONFIDENTIAL_FIGURES_TOLD);
  if (!told) return null;
  return { ...(told.payload as unknown as ToldYear), toldOn: localDateAt(told.at, NATIONAL_TIME_ZONE) };
}
