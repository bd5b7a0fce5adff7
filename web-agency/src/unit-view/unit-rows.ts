import type { ResultOf } from '../graphql.ts';
import type { UnitViewDocument } from './unit-view.graphql.ts';

type View = ResultOf<typeof UnitViewDocument>;
export type OpenFigures = View['openUnits']['edges'][number]['node'];
export type PeriodFigures = View['units']['edges'][number]['node']['figures'];

export interface UnitRow {
  id: string;
  name: string;
  /** As it stands now. Null: nothing is open. */
  open: OpenFigures | null;
  /** Of the period. Null: nothing was received. */
  period: PeriodFigures | null;
}

/** Units with what is open now and what came in the period, most overdue first, then most open. */
export function unitRows({ openUnits, units }: Pick<View, 'openUnits' | 'units'>): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const { node } of openUnits.edges)
    rows.set(node.key, { id: node.key, name: node.organisation?.name ?? node.key, open: node, period: null });
  for (const { node } of units.edges) {
    const row = rows.get(node.key);
    if (row) row.period = node.figures;
    else
      rows.set(node.key, {
        id: node.key,
        name: node.organisation?.name ?? node.key,
        open: null,
        period: node.figures,
      });
  }
  const late = ({ open }: UnitRow) => open?.overdue ?? 0;
  const load = ({ open }: UnitRow) => open?.open ?? 0;
  return [...rows.values()].sort(
    (one, other) => late(other) - late(one) || load(other) - load(one) || (one.name < other.name ? -1 : 1),
  );
}

/** What leads by itself, in no unit below: what is left of the total. */
export function ownOpen(
  total: OpenFigures | undefined,
  rows: readonly UnitRow[],
): { open: number; overdue: number } {
  const rest = (name: 'open' | 'overdue') =>
    Math.max(0, (total?.[name] ?? 0) - rows.reduce((sum, row) => sum + (row.open?.[name] ?? 0), 0));
  return { open: rest('open'), overdue: rest('overdue') };
}

/** What the table says in a sentence. */
export type Finding =
  | { kind: 'NOTHING' }
  | { kind: 'IN_TIME'; count: number }
  | { kind: 'LATE'; name: string; overdue: number; heaviest: boolean };

export function findingOf(rows: readonly UnitRow[]): Finding {
  const open = rows.reduce((sum, row) => sum + (row.open?.open ?? 0), 0);
  if (open === 0) return { kind: 'NOTHING' };
  const worst = rows[0]!;
  const overdue = worst.open?.overdue ?? 0;
  if (overdue === 0) return { kind: 'IN_TIME', count: open };
  const heaviest = rows.every((row) => (row.open?.open ?? 0) <= (worst.open?.open ?? 0));
  return { kind: 'LATE', name: worst.name, overdue, heaviest };
}

export const PERIODS = ['30', '90', '365'] as const;
export type PeriodDays = (typeof PERIODS)[number];

/** So many days that end today. */
export function periodOf(days: PeriodDays, today: string): { from: string; to: string } {
  const from = new Date(`${today}T00:00:00Z`);
  from.setUTCDate(from.getUTCDate() - Number(days) + 1);
  return { from: from.toISOString().slice(0, 10), to: today };
}
