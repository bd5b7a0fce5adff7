import { isDuty } from '@lapor/events';
import type { CountedReport } from './counted-report.ts';
import {
  dayOf,
  GRAINS,
  organisationsOf,
  periodOf,
  regionsOf,
  type Grain,
  type Measures,
  type Place,
  type RollupTable,
} from './rollup-table.ts';

export const STEP_NUMBERS = ['on_time', 'late'] as const;

/** Open reports by when their next duty is due; what lies before now is overdue (`isOverdue`, docs/adr/0053). */
const due = (
  name: string,
  key: readonly string[],
  placesOf: (report: CountedReport) => Place[],
): RollupTable => ({
  name,
  key: {
    ...Object.fromEntries(key.map((column) => [column, 'text'])),
    due_at: 'timestamptz',
    is_confidential: 'boolean',
  },
  numbers: ['open'],
  histograms: [],
  contributionsOf(report) {
    const { nextDueAt, nextDueClock } = report;
    if (nextDueAt === null || !isDuty(nextDueClock)) return [];
    return placesOf(report).map((place) => ({
      key: { ...place, due_at: nextDueAt.toISOString(), is_confidential: report.isConfidential },
      measures: { open: 1 },
    }));
  },
});
export const ORGANISATION_DUE = due('figure_due', ['organisation_id', 'parent_id'], organisationsOf);
/** As young as steps: what an earlier release has derived, and may go on to change beside this one, is in it once it has been derived again. */
export const REGION_DUE = due('figure_due_region', ['region_code', 'parent_code'], (report) =>
  report.steps === null ? [] : regionsOf(report.regionCode),
);

/** Steps that ended in a period, whenever the reports were filed: of their owners and all above them, and of the reports' regions. */
const step = (
  name: string,
  key: readonly string[],
  placesOf: (report: CountedReport, path: readonly string[]) => { place: Place; grains: readonly Grain[] }[],
): RollupTable => ({
  name,
  key: {
    ...Object.fromEntries([...key, 'step', 'grain'].map((column) => [column, 'text'])),
    day: 'date',
    is_confidential: 'boolean',
  },
  numbers: STEP_NUMBERS,
  histograms: [],
  contributionsOf: (report) =>
    (report.steps ?? []).flatMap(({ kind, path, endedAt, isOnTime }) => {
      const day = dayOf(endedAt);
      return placesOf(report, path).flatMap(({ place, grains }) =>
        grains.map((grain) => ({
          key: {
            ...place,
            step: kind,
            grain,
            day: periodOf(grain, day),
            is_confidential: report.isConfidential,
          },
          measures: { [isOnTime ? 'on_time' : 'late']: 1 } satisfies Measures,
        })),
      );
    }),
});
export const ORGANISATION_STEP = step('figure_step', ['organisation_id', 'parent_id'], (_report, leadPath) =>
  organisationsOf({ leadPath }).map((place) => ({ place, grains: GRAINS })),
);
export const REGION_STEP = step('figure_step_region', ['region_code', 'parent_code'], ({ regionCode }) =>
  regionsOf(regionCode).map((place, index) => ({ place, grains: index < 2 ? GRAINS : ['M', 'Y'] })),
);
