import type { Database } from '@lapor/database';
import type { Viewer } from '@lapor/viewer';
import { addDays, endOf, isOfWholeMonths, periodBefore, type Period } from './period.ts';
import { findPath } from '../organisation/index.ts';
import { audienceOf, countsConfidential, isOutsider, type Audience } from './policy.ts';
import { readingOf, TIME_GRAIN, unsupported, type Dimension, type Filter } from './question.ts';
import {
  countUncounted,
  listRootsOfKind,
  NOTHING,
  readDurations,
  readSums,
  type GroupDurations,
  type Sums,
} from './repository.ts';
import { readSteps, stepTotal, type StepSums } from './read-steps.ts';
import { FEWEST_RANKED, keptBack, told } from './suppression.ts';
import { tellStates } from './tell-states.ts';
import { stepsKeptBack, type StepsKeptBack } from './steps-kept-back.ts';
import { tellSteps } from './tell-steps.ts';
import { dayOf, periodOf } from './rollup-table.ts';
import { kaplanMeierMedian } from './times.ts';

export type Order =
  'KEY' | 'RECEIVED' | 'FOLLOW_UP_RATE' | 'COMPLETION_RATE' | 'DAYS_TO_FOLLOW_UP' | 'ON_TIME_RATE';

export interface TableRequest {
  /** Both included. */
  period: { from: string; to: string };
  by: Dimension;
  filter: Omit<Filter, 'organisation'> & { organisationId?: string | null; governmentKind?: string | null };
  orderBy: Order;
  compare: boolean;
  /** Only groups of so many reports: like is compared with like, and ranked among itself. */
  receivedAtLeast?: number | null;
  receivedAtMost?: number | null;
  /** Whether it has to be told that reports are being counted anew; one statement more. */
  wantsComplete?: boolean;
  /** Nothing but states and rates of them is asked for. */
  onlyStates?: boolean;
  /** Whether steps that ended are asked for; one statement more. */
  wantsSteps?: boolean;
}

export interface TableRow {
  key: string;
  sums: Sums;
  previous: Sums | null;
  /** Steps that ended in the period; `null` where they are not asked for or not counted. */
  steps: readonly StepSums[] | null;
  previousSteps: readonly StepSums[] | null;
  /** What of its steps the rows beside it ask to be kept back; insiders are told everything. */
  stepsKeptBack: StepsKeptBack | undefined;
  previousStepsKeptBack: StepsKeptBack | undefined;
  rank: number | null;
  /** Too few reports stand behind it (or it would tell of another row) for this audience. */
  isKeptBack: boolean;
  isPreviousKeptBack: boolean;
}

export interface Table {
  rows: TableRow[];
  audience: Audience;
  isComplete: boolean;
  /** How long it took, of some of the rows. */
  durationsOf(rows: readonly TableRow[]): Promise<Map<string, GroupDurations>>;
  previousDurationsOf(rows: readonly TableRow[]): Promise<Map<string, GroupDurations>>;
}

/** A series of more steps would be a page nobody reads. */
const MOST_STEPS = 400;
const EARLIEST = '2000-01-01';

/** What the public may part reports by; smaller parts are for analysts, and whole months for everybody outside. */
const FOR_THE_PUBLIC: readonly Dimension[] = [
  'TOTAL',
  'MONTH',
  'YEAR',
  'GOVERNMENT',
  'REGION',
  'CATEGORY',
  'KIND',
  'CLASS',
  'CHANNEL',
];

/** Checks days given as a period. Throws what a client can mend. */
export function periodGiven({ from, to }: TableRequest['period']): Period {
  if (to < from) throw unsupported('period.to lies before period.from');
  if (from < EARLIEST || to > '2099-12-31') throw unsupported('period must lie between 2000 and 2099');
  return { from, until: addDays(to, 1) };
}

/** Answers a standard table with all its rows; how long things took is read for those that are shown. Throws what a client can mend. */
export async function readTable(
  { database, viewer, now }: { database: Database; viewer: Viewer; now: Date },
  request: TableRequest,
): Promise<Table> {
  const { period: given, by, filter, orderBy, compare, wantsComplete, onlyStates = false } = request;
  const today = dayOf(now);
  const period = periodGiven(given);
  const { organisationId, governmentKind, ...rest } = filter;
  const path = organisationId ? await findPath(database, organisationId) : [];
  if (path === null) throw unsupported('filter.organisationId names no organisation');
  if (governmentKind && by !== 'GOVERNMENT')
    throw unsupported('filter.governmentKind goes with by: GOVERNMENT');
  const ofSize = sizeOf(request);
  const audience = audienceOf(viewer, path);
  const question = {
    period,
    by,
    filter: { ...rest, organisation: organisationId ? { id: organisationId, path } : null },
  };
  refuseTooFine(audience, question, today, path);
  const reading = readingOf(question, today);
  const before = compare && !TIME_GRAIN[by] ? periodBefore(period) : null;
  const previousReading = before && readingOf({ ...question, period: before }, today);
  const withConfidential = countsConfidential(audience);
  const wantsSteps = request.wantsSteps || orderBy === 'ON_TIME_RATE';
  const [found, previous, roots, uncounted, steps, previousSteps] = await Promise.all([
    readSums(database, reading, withConfidential, onlyStates),
    previousReading ? readSums(database, previousReading, withConfidential, onlyStates) : null,
    governmentKind ? listRootsOfKind(database, governmentKind) : null,
    wantsComplete ? countUncounted(database) : 0,
    wantsSteps ? readSteps(database, reading, withConfidential) : null,
    wantsSteps && previousReading ? readSteps(database, previousReading, withConfidential) : null,
  ]);
  if (orderBy === 'ON_TIME_RATE' && !steps)
    throw unsupported('Steps are counted for agencies, units and regions; order by another figure');
  const groups = new Map([...(steps?.keys() ?? [])].map((key): [string, Sums] => [key, NOTHING]));
  for (const [key, sums] of found) groups.set(key, sums);
  const keys = keysOf(by, period, today, groups).filter((key) => !roots || roots.has(key));
  const kept = keptBackOf(audience, keys, found);
  const previousKept = previous && keptBackOf(audience, keys, previous);
  const stepsKept = isOutsider(audience) && steps ? stepsKeptBack(amongKeys(keys, steps), kept) : null;
  const previousStepsKept =
    isOutsider(audience) && previousSteps
      ? stepsKeptBack(amongKeys(keys, previousSteps), previousKept ?? new Set())
      : null;
  const durations = (
    of: typeof reading,
    during: Period,
    sums: ReadonlyMap<string, Sums>,
    chosen: readonly string[],
  ) =>
    readDurations(
      database,
      of,
      during,
      new Map(chosen.map((key) => [key, sums.get(key) ?? NOTHING])),
      withConfidential,
      today,
    );
  const all = keys.map((key): TableRow => ({
    key,
    sums: found.get(key) ?? NOTHING,
    previous: previous ? (previous.get(key) ?? NOTHING) : null,
    steps: steps && (steps.get(key) ?? []),
    previousSteps: previousSteps && (previousSteps.get(key) ?? []),
    stepsKeptBack: stepsKept?.get(key),
    previousStepsKeptBack: previousStepsKept?.get(key),
    rank: null,
    isKeptBack: kept.has(key),
    isPreviousKeptBack: previousKept?.has(key) ?? false,
  }));
  const rows = all.filter(ofSize);
  const medians =
    orderBy === 'DAYS_TO_FOLLOW_UP'
      ? new Map(
          [
            ...(await durations(
              reading,
              period,
              found,
              rows.map(({ key }) => key),
            )),
          ].map(([key, { toFollowUp }]) => [key, toFollowUp.waiting && kaplanMeierMedian(toFollowUp)]),
        )
      : null;
  const isRanked =
    by === 'UNIT' || by === 'REGION' || by === 'CATEGORY' || (by === 'GOVERNMENT' && roots !== null);
  return {
    rows: inOrder(rows, orderBy, medians, { isRanked, isExact: !isOutsider(audience) }),
    audience,
    isComplete: uncounted === 0,
    durationsOf: (chosen) =>
      durations(
        reading,
        period,
        found,
        chosen.filter(({ isKeptBack }) => !isKeptBack).map(({ key }) => key),
      ),
    previousDurationsOf: async (chosen) =>
      previousReading && before && previous
        ? durations(
            previousReading,
            before,
            previous,
            chosen.filter(({ isPreviousKeptBack }) => !isPreviousKeptBack).map(({ key }) => key),
          )
        : new Map(),
  };
}

const OF_A_SIZE: readonly Dimension[] = ['GOVERNMENT', 'UNIT', 'REGION', 'CATEGORY'];

/** Which groups are large and small enough. A size that is kept back is in no class: it would be told by it. */
function sizeOf({ by, receivedAtLeast, receivedAtMost }: TableRequest): (row: TableRow) => boolean {
  const least = receivedAtLeast ?? null;
  const most = receivedAtMost ?? null;
  if (least === null && most === null) return () => true;
  if (!OF_A_SIZE.includes(by))
    throw unsupported('receivedAtLeast and receivedAtMost go with by: GOVERNMENT, UNIT, REGION or CATEGORY');
  return ({ sums: { received }, isKeptBack }) =>
    !isKeptBack && received >= (least ?? 0) && received <= (most ?? Number.MAX_SAFE_INTEGER);
}

function refuseTooFine(
  audience: Audience,
  { period, by, filter }: { period: Period; by: Dimension; filter: Filter },
  today: string,
  path: readonly string[],
): void {
  if (!isOutsider(audience)) return;
  const isOfTheNation =
    (by === 'TOTAL' || TIME_GRAIN[by]) &&
    !Object.values(filter).some((value) => value !== null && value !== undefined);
  if (!isOfTheNation && !isOfWholeMonths(period, today))
    throw unsupported(
      'Only the whole country is told by days; begin on the first of a month and end with the last of one, or today',
    );
  if (by === 'DAY' && !isOfTheNation)
    throw unsupported('Only the whole country is told by days; ask by: MONTH');
  if (audience !== 'PUBLIC') return;
  const isFine =
    !FOR_THE_PUBLIC.includes(by) ||
    path.length > 1 ||
    (filter.regionCode ?? '').split('.').length + Number(by === 'REGION' && !!filter.regionCode) > 2;
  if (isFine)
    throw unsupported(
      'Without an analyst’s key: no days, units or districts; see docs/analysts.md for how to get one',
    );
}

/** The groups of a table: those that have reports, the only one of a total, every step of a series. */
function keysOf(
  by: Dimension,
  { from, until }: Period,
  today: string,
  found: ReadonlyMap<string, Sums>,
): string[] {
  if (by === 'TOTAL') return [''];
  const grain = TIME_GRAIN[by];
  if (!grain) return [...found.keys()];
  const keys: string[] = [];
  const last = until > addDays(today, 1) ? addDays(today, 1) : until;
  for (let key = periodOf(grain, from); key < last; key = endOf(grain, key)) {
    if (keys.length === MOST_STEPS)
      throw unsupported(`A series has at most ${MOST_STEPS} steps; ask for a shorter period`);
    keys.push(key);
  }
  return keys;
}

const amongKeys = (keys: readonly string[], steps: ReadonlyMap<string, readonly StepSums[]>) =>
  new Map(keys.map((key): [string, readonly StepSums[]] => [key, steps.get(key) ?? []]));

function keptBackOf(
  audience: Audience,
  keys: readonly string[],
  sums: ReadonlyMap<string, Sums>,
): Set<string> {
  if (!isOutsider(audience)) return new Set();
  const hidden = keptBack(keys.map((key) => sums.get(key)?.received ?? 0));
  return new Set(keys.filter((_key, index) => hidden[index]));
}

function inOrder(
  rows: readonly TableRow[],
  orderBy: Order,
  medians: ReadonlyMap<string, number | null> | null,
  { isRanked, isExact }: { isRanked: boolean; isExact: boolean },
): TableRow[] {
  const byKey = (a: TableRow, b: TableRow) => (a.key < b.key ? -1 : 1);
  if (orderBy === 'KEY') return rows.toSorted(byKey);
  // What is kept back is not told by its place either.
  const load = (row: TableRow) => (row.isKeptBack ? -1 : (told(row.sums.received, isExact) ?? 0));
  if (orderBy === 'RECEIVED') return rows.toSorted((a, b) => load(b) - load(a) || byKey(a, b));
  const scoreOf = ({ key, sums, steps, stepsKeptBack: untold, isKeptBack }: TableRow): number | null => {
    if (isKeptBack || sums.received < FEWEST_RANKED) return null;
    if (orderBy === 'ON_TIME_RATE') {
      const { on_time, late } = stepTotal(steps ?? []);
      return on_time + late < FEWEST_RANKED ? null : tellSteps(steps ?? [], isExact, untold).onTimeRate;
    }
    if (orderBy === 'DAYS_TO_FOLLOW_UP') return -(medians?.get(key) ?? Number.MAX_SAFE_INTEGER);
    const { followUpRate, completionRate } = tellStates(sums, isExact).told;
    return orderBy === 'COMPLETION_RATE' ? completionRate : followUpRate;
  };
  const scored = rows
    .map((row) => ({ row, score: scoreOf(row) }))
    .toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity) || byKey(a.row, b.row));
  return scored.map(({ row, score }) => ({
    ...row,
    rank:
      isRanked && score !== null
        ? 1 + scored.filter((other) => other.score !== null && other.score > score).length
        : null,
  }));
}
