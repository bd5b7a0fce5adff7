import { createHash } from 'node:crypto';
import { STEP_KINDS, type StepKind } from '@lapor/events';
import type { Database } from '@lapor/database';
import type { Reading } from './question.ts';
import { rowsOf, valuesOf } from './repository.ts';

/** Steps of one kind that ended in the period. */
export interface StepSums {
  step: StepKind;
  on_time: number;
  late: number;
}

/** The table of steps that has the same rows as a table of reports; those that cross two things have none. */
const STEP_TABLES: Readonly<Record<string, string>> = {
  figure_organisation: 'figure_step',
  figure_region: 'figure_step_region',
};

/** The steps that ended in the period of a question, by its groups; `null` where no table has them. One statement. */
export async function readSteps(
  database: Database,
  asked: Reading,
  withConfidential: boolean,
): Promise<Map<string, StepSums[]> | null> {
  const table = STEP_TABLES[asked.table];
  if (!table) return null;
  if (asked.ranges.length === 0) return new Map();
  const reading = { ...asked, table };
  const text = `select ${reading.key} as key, f.step, sum(f.on_time)::int as on_time, sum(f.late)::int as late
     from ${rowsOf(reading)} group by 1, 2`;
  const rows = await database.query<StepSums & { key: string }>(
    `steps-${createHash('sha256').update(text).digest('hex').slice(0, 24)}`,
    text,
    valuesOf(reading, withConfidential),
  );
  const found = new Map<string, StepSums[]>();
  for (const { key, ...sums } of rows) found.set(key, [...(found.get(key) ?? []), sums]);
  for (const sums of found.values())
    sums.sort((a, b) => STEP_KINDS.indexOf(a.step) - STEP_KINDS.indexOf(b.step));
  return found;
}

/** All kinds of steps together. */
export const stepTotal = (sums: readonly StepSums[]): { on_time: number; late: number } => ({
  on_time: sums.reduce((total, { on_time }) => total + on_time, 0),
  late: sums.reduce((total, { late }) => total + late, 0),
});
