import type { CountedReport } from './counted-report.ts';
import { ORGANISATION_DUE, ORGANISATION_STEP, REGION_DUE, REGION_STEP } from './due-and-steps.ts';
import {
  dayOf,
  daysBetween,
  GRAINS,
  NATION,
  organisationsOf,
  periodOf,
  regionsOf,
  type Grain,
  type Measures,
  type Place,
  type RollupTable,
} from './rollup-table.ts';

/** Longer times are counted as this long: no median comes near it. */
export const LONGEST_DAYS = 1_000;

const STATES = ['submitted', 'postponed', 'disposed', 'in_progress', 'completed', 'archived'] as const;
/** Reports of a period of submission, by what they are now. */
export const COHORT_NUMBERS = [
  'received',
  ...STATES,
  'handed_over',
  'obstacles',
  'promises_kept',
  'promises_broken',
  'rated_1',
  'rated_2',
  'rated_3',
  'rated_4',
  'rated_5',
  'disputed',
  'reopened',
  'follow_up_day_sum',
  'completion_day_sum',
] as const;
/** The numbers that states and rates are made of; most questions ask for no others. */
export const STATE_NUMBERS = ['received', ...STATES] as const;
/** Days from submission: to the first plan or result, to the completion, and to the archive of those that had neither. */
export const COHORT_HISTOGRAMS = [
  'follow_up_days',
  'completion_days',
  'left_before_follow_up',
  'left_before_completion',
] as const;

export const FLOW_NUMBERS = [
  'followed_up',
  'completed',
  'handed_over',
  'follow_up_day_sum',
  'completion_day_sum',
] as const;
export const FLOW_HISTOGRAMS = ['follow_up_days', 'completion_days'] as const;

const oneAt = (days: number): number[] => {
  const histogram = Array.from({ length: Math.min(days, LONGEST_DAYS) + 1 }, () => 0);
  histogram[histogram.length - 1] = 1;
  return histogram;
};

const isClosed = ({ state }: CountedReport) => state === 'COMPLETED' || state === 'ARCHIVED';

/** What a report adds to each row of its day of submission. */
function cohortMeasures(report: CountedReport): Measures {
  const submitted = dayOf(report.submittedAt);
  const daysUntil = (at: Date | null) => (at === null ? null : daysBetween(submitted, dayOf(at)));
  const toFollowUp = daysUntil(report.firstFollowUpAt);
  const toCompletion = daysUntil(report.completedAt);
  const toArchive = daysUntil(report.archivedAt);
  return {
    received: 1,
    [report.state.toLowerCase()]: 1,
    handed_over: Number(report.handedOverAt !== null),
    obstacles: Number(report.obstacleCount > 0),
    promises_kept: report.promisesKept,
    promises_broken: report.promisesBroken,
    ...(report.rating === null ? {} : { [`rated_${report.rating}`]: 1 }),
    disputed: Number(report.disputeCount > 0),
    reopened: Number(report.reopenCount > 0),
    ...(toFollowUp === null
      ? toArchive === null
        ? {}
        : { left_before_follow_up: oneAt(toArchive) }
      : { follow_up_days: oneAt(toFollowUp), follow_up_day_sum: toFollowUp }),
    ...(toCompletion === null
      ? toArchive === null
        ? {}
        : { left_before_completion: oneAt(toArchive) }
      : { completion_days: oneAt(toCompletion), completion_day_sum: toCompletion }),
  };
}

const cohort = (
  name: string,
  key: readonly string[],
  placesOf: (report: CountedReport) => { place: Place; grains: readonly Grain[] }[],
): RollupTable => ({
  name,
  key: {
    ...Object.fromEntries(key.map((column) => [column, 'text'])),
    grain: 'text',
    day: 'date',
    is_confidential: 'boolean',
  },
  numbers: COHORT_NUMBERS,
  histograms: COHORT_HISTOGRAMS,
  contributionsOf(report) {
    const measures = cohortMeasures(report);
    const day = dayOf(report.submittedAt);
    return placesOf(report).flatMap(({ place, grains }) =>
      grains.map((grain) => ({
        key: { ...place, grain, day: periodOf(grain, day), is_confidential: report.isConfidential },
        measures,
      })),
    );
  },
});

/** A category and those above it: an id names its path (`agama.haji-dan-umroh`). */
function categoriesOf(id: string | null): Place[] {
  const parts = id === null ? [] : id.split('.');
  return parts.map((_part, index) => ({
    category_id: parts.slice(0, index + 1).join('.'),
    parent_category: parts.slice(0, index).join('.'),
  }));
}

const governmentsOf = ({ leadPath }: CountedReport): string[] => [NATION, ...leadPath.slice(0, 1)];
/** Days only for the whole country: with governments such rows would be as many as there are reports. */
const grainsFor = (government: string): readonly Grain[] => (government === NATION ? GRAINS : ['M', 'Y']);

const ORGANISATION = cohort('figure_organisation', ['organisation_id', 'parent_id'], (report) =>
  organisationsOf(report).map((place) => ({ place, grains: GRAINS })),
);
const REGION = cohort('figure_region', ['region_code', 'parent_code'], (report) =>
  regionsOf(report.regionCode).map((place, index) => ({ place, grains: index < 2 ? GRAINS : ['M', 'Y'] })),
);
const KIND = cohort('figure_kind', ['government_id', 'kind', 'class', 'channel'], (report) =>
  governmentsOf(report).map((government_id) => ({
    place: {
      government_id,
      kind: report.reportKind,
      class: report.reportClass ?? '',
      channel: report.channel,
    },
    grains: grainsFor(government_id),
  })),
);
const CATEGORY = cohort('figure_category', ['government_id', 'category_id', 'parent_category'], (report) =>
  governmentsOf(report).flatMap((government_id) =>
    categoriesOf(report.categoryId).map((place) => ({
      place: { government_id, ...place },
      grains: grainsFor(government_id),
    })),
  ),
);
const PLACE_CATEGORY = cohort(
  'figure_region_category',
  ['region_code', 'parent_code', 'category_id', 'parent_category'],
  (report) =>
    regionsOf(report.regionCode)
      .slice(0, 2)
      .flatMap((region) =>
        categoriesOf(report.categoryId).map((category) => ({
          place: { ...region, ...category },
          grains: ['M', 'Y'] as const,
        })),
      ),
);

/** What happened on a day, whenever the reports were filed. */
const FLOW: RollupTable = {
  name: 'figure_flow',
  key: { organisation_id: 'text', parent_id: 'text', grain: 'text', day: 'date', is_confidential: 'boolean' },
  numbers: FLOW_NUMBERS,
  histograms: FLOW_HISTOGRAMS,
  contributionsOf(report) {
    const submitted = dayOf(report.submittedAt);
    const happened: { at: Date; measuresOf: (days: number) => Measures }[] = [];
    if (report.firstFollowUpAt)
      happened.push({
        at: report.firstFollowUpAt,
        measuresOf: (days) => ({ followed_up: 1, follow_up_days: oneAt(days), follow_up_day_sum: days }),
      });
    if (report.completedAt)
      happened.push({
        at: report.completedAt,
        measuresOf: (days) => ({ completed: 1, completion_days: oneAt(days), completion_day_sum: days }),
      });
    if (report.handedOverAt)
      happened.push({ at: report.handedOverAt, measuresOf: () => ({ handed_over: 1 }) });
    return happened.flatMap(({ at, measuresOf }) => {
      const day = dayOf(at);
      const measures = measuresOf(daysBetween(submitted, day));
      return organisationsOf(report).flatMap((place) =>
        GRAINS.map((grain) => ({
          key: { ...place, grain, day: periodOf(grain, day), is_confidential: report.isConfidential },
          measures,
        })),
      );
    });
  },
};

/** Reports that still wait for their first plan or result, or for their end, by day of submission: times count them as well. */
const waiting = (
  name: string,
  key: readonly string[],
  placesOf: (report: CountedReport) => Place[],
): RollupTable => ({
  name,
  key: {
    ...Object.fromEntries(key.map((column) => [column, 'text'])),
    day: 'date',
    is_confidential: 'boolean',
  },
  numbers: ['follow_up', 'completion'],
  histograms: [],
  contributionsOf(report) {
    if (isClosed(report)) return [];
    return placesOf(report).map((place) => ({
      key: { ...place, day: dayOf(report.submittedAt), is_confidential: report.isConfidential },
      measures: { completion: 1, ...(report.firstFollowUpAt === null && { follow_up: 1 }) },
    }));
  },
});
const ORGANISATION_WAITING = waiting(
  'waiting_organisation',
  ['organisation_id', 'parent_id'],
  organisationsOf,
);
const REGION_WAITING = waiting('waiting_region', ['region_code', 'parent_code'], (report) =>
  regionsOf(report.regionCode),
);

/** Archived reports by reason, of a period of submission. */
const ARCHIVE: RollupTable = {
  name: 'figure_archive',
  key: { government_id: 'text', reason: 'text', grain: 'text', day: 'date', is_confidential: 'boolean' },
  numbers: ['archived'],
  histograms: [],
  contributionsOf(report) {
    const { archiveReason } = report;
    if (report.state !== 'ARCHIVED' || archiveReason === null) return [];
    const day = dayOf(report.submittedAt);
    return governmentsOf(report).flatMap((government_id) =>
      grainsFor(government_id).map((grain) => ({
        key: {
          government_id,
          reason: archiveReason,
          grain,
          day: periodOf(grain, day),
          is_confidential: report.isConfidential,
        },
        measures: { archived: 1 },
      })),
    );
  },
};

/** Returns, by who gave the report back and who leads since, in the month of the return. */
const HOP: RollupTable = {
  name: 'figure_hop',
  key: { from_id: 'text', next_id: 'text', day: 'date', is_confidential: 'boolean' },
  numbers: ['hops'],
  histograms: [],
  contributionsOf: ({ hops, isConfidential }) =>
    hops.map(({ from, next, at }) => ({
      key: {
        from_id: from,
        next_id: next ?? '',
        day: periodOf('M', dayOf(at)),
        is_confidential: isConfidential,
      },
      measures: { hops: 1 },
    })),
};

/** One per standard table (docs/adr/0042). A changed definition needs a new `FIGURES_VERSION` and a migration that empties the tables. */
export const ROLLUP_TABLES: readonly RollupTable[] = [
  ORGANISATION,
  REGION,
  KIND,
  CATEGORY,
  PLACE_CATEGORY,
  FLOW,
  ORGANISATION_WAITING,
  REGION_WAITING,
  ORGANISATION_DUE,
  REGION_DUE,
  ORGANISATION_STEP,
  REGION_STEP,
  ARCHIVE,
  HOP,
];
