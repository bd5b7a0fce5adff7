import type { ClockStatus, Urgency } from '@lapor/wording';

/** `OVERSEEN`: the Ombudsman watches, whatever the clock says. `NONE`: no deadline runs; a clock that stands still does not. */
export type GroupId = 'OVERSEEN' | Urgency | 'NONE';

const ORDER: readonly GroupId[] = ['OVERSEEN', 'OVERDUE', 'LAST_DAY', 'SOON', 'ON_TIME', 'NONE'];

export interface Group<Row> {
  id: GroupId;
  rows: readonly Row[];
}

interface InboxRow {
  nextClock: { urgency: Urgency; status: ClockStatus } | null;
  oversight: { state: string } | null;
}

const groupOf = ({ nextClock, oversight }: InboxRow): GroupId => {
  if (oversight && oversight.state !== 'CLOSED') return 'OVERSEEN';
  return nextClock === null || nextClock.status === 'PAUSED' ? 'NONE' : nextClock.urgency;
};

/** Rows under what burns most; within a group as the server ordered them, by what is due first. Empty groups are left out. */
export function groupByUrgency<Row extends InboxRow>(rows: readonly Row[]): Group<Row>[] {
  const groups = new Map<GroupId, Row[]>();
  for (const row of rows) {
    const id = groupOf(row);
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return ORDER.flatMap((id) => {
    const found = groups.get(id);
    return found ? [{ id, rows: found }] : [];
  });
}
