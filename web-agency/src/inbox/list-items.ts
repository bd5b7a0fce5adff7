import type { Group, GroupId } from './group-by-urgency.ts';

/** A line of the list: the heading of a group, or a report. */
export type ListItem<Row> =
  { kind: 'group'; key: string; id: GroupId; count: number } | { kind: 'row'; key: string; row: Row };

/** Groups and their rows as one list of lines; without headings where nothing has a deadline. */
export function listItems<Row extends { id: string }>(groups: readonly Group<Row>[]): ListItem<Row>[] {
  const titled = groups.some(({ id }) => id !== 'NONE');
  return groups.flatMap(({ id, rows }) => [
    ...(titled ? [{ kind: 'group' as const, key: `group:${id}`, id, count: rows.length }] : []),
    ...rows.map((row) => ({ kind: 'row' as const, key: row.id, row })),
  ]);
}

/** As many reports as that, from the beginning of the list on. */
export function firstRows<Row>(groups: readonly Group<Row>[], most: number): Row[] {
  const first: Row[] = [];
  for (const { rows } of groups) {
    if (first.length === most) break;
    first.push(...rows.slice(0, most - first.length));
  }
  return first;
}

/** The next report from a line on, up or down; -1 begins at the end that lies that way. Null where there is none. */
export function neighbourOf<Row>(items: readonly ListItem<Row>[], from: number, step: 1 | -1): number | null {
  const start = from < 0 && step < 0 ? items.length : from;
  for (let at = start + step; at >= 0 && at < items.length; at += step)
    if (items[at]?.kind === 'row') return at;
  return null;
}
