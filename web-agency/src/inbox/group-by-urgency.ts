import type { Urgency } from '@lapor/wording';

/** `NONE`: no deadline runs. */
export type GroupId = Urgency | 'NONE';

const ORDER: readonly GroupId[] = ['OVERDUE', 'LAST_DAY', 'SOON', 'ON_TIME', 'NONE'];

export interface Group<Row> {
  id: GroupId;
  rows: readonly Row[];
}

/** Rows under what burns most; within a group as the server ordered them, by what is due first. Empty groups are left out. */
export function groupByUrgency<Row extends { nextClock: { urgency: Urgency } | null }>(
  rows: readonly Row[],
): Group<Row>[] {
  return ORDER.map((id) => ({
    id,
    rows: rows.filter((row) => (row.nextClock?.urgency ?? 'NONE') === id),
  })).filter((group) => group.rows.length > 0);
}
