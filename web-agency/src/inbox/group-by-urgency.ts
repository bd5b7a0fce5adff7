import type { ClockStatus, Urgency } from '@lapor/wording';

/** `NONE`: no deadline runs; a clock that stands still does not. */
export type GroupId = Urgency | 'NONE';

const ORDER: readonly GroupId[] = ['OVERDUE', 'LAST_DAY', 'SOON', 'ON_TIME', 'NONE'];

export interface Group<Row> {
  id: GroupId;
  rows: readonly Row[];
}

interface InboxRow {
  nextClock: { urgency: Urgency; status: ClockStatus } | null;
}

const groupOf = (clock: InboxRow['nextClock']): GroupId =>
  clock === null || clock.status === 'PAUSED' ? 'NONE' : clock.urgency;

/** Rows under what burns most; within a group as the server ordered them, by what is due first. Empty groups are left out. */
export function groupByUrgency<Row extends InboxRow>(rows: readonly Row[]): Group<Row>[] {
  return ORDER.map((id) => ({
    id,
    rows: rows.filter(({ nextClock }) => groupOf(nextClock) === id),
  })).filter((group) => group.rows.length > 0);
}
