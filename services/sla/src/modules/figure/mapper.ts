import { Organisation } from '../clock/index.ts';
import { Category, DurationFigures, FigureRow, Figures, OpenFigures, Region } from './graphql/index.ts';
import { isOutsider, type Audience } from './policy.ts';
import type { Dimension } from './question.ts';
import type { GroupDurations, OpenSums, Sums } from './repository.ts';
import type { Table, TableRow } from './read-table.ts';
import { FEWEST, keptBack, percent, told } from './suppression.ts';
import type { StepSums } from './read-steps.ts';
import type { StepsKeptBack } from './steps-kept-back.ts';
import { tellStates } from './tell-states.ts';
import { tellSteps } from './tell-steps.ts';
import { timesOf, type Durations } from './times.ts';

/** What is told of a group. Pure. */
export function toFigures(
  sums: Sums,
  durations: GroupDurations | undefined,
  steps: { sums: readonly StepSums[] | null; keptBack: StepsKeptBack | undefined } | null,
  audience: Audience,
  isKeptBack: boolean,
): Figures {
  if (isKeptBack) return Object.assign(new Figures(), NOTHING_TOLD, { isSuppressed: true });
  const isExact = !isOutsider(audience);
  const { received } = sums;
  const states = tellStates(sums, isExact);
  const followedUp = sums.in_progress + sums.completed;
  const rate = (part: number, whole: number) => percent(part, whole, isExact);
  const ratings = [sums.rated_1, sums.rated_2, sums.rated_3, sums.rated_4, sums.rated_5];
  const rated = ratings.reduce((sum, count) => sum + count, 0);
  const mayTellRatings = rated > 0 && (isExact || rated >= FEWEST);
  const figures = {
    received: told(received, isExact),
    ...states.told,
    handedOver: told(sums.handed_over, isExact),
    withObstacles: told(sums.obstacles, isExact),
    promisesKept: told(sums.promises_kept, isExact),
    promisesBroken: told(sums.promises_broken, isExact),
    keptPromiseRate: rate(sums.promises_kept, sums.promises_kept + sums.promises_broken),
    rated: told(rated, isExact),
    averageRating: mayTellRatings
      ? Math.round((ratings.reduce((sum, count, index) => sum + count * (index + 1), 0) / rated) * 10) / 10
      : null,
    satisfiedRate: rate(sums.rated_4 + sums.rated_5, rated),
    disputeRate: states.mayTellFollowedUp ? rate(sums.disputed, followedUp) : null,
    reopenRate: rate(sums.reopened, received),
    // How many were counted is a sum of states: it would tell those that are kept back beside them.
    toFollowUp: durations
      ? toDurations(durations.toFollowUp, isExact, {
          count: states.mayTellFollowedUp,
          open: states.mayTellAll,
        })
      : null,
    toCompletion: durations
      ? toDurations(durations.toCompletion, isExact, {
          count: states.mayTellCompleted,
          open: states.mayTellAll,
        })
      : null,
    steps: steps?.sums ? tellSteps(steps.sums, isExact, steps.keptBack) : null,
  };
  return Object.assign(new Figures(), figures, { isSuppressed: !states.mayTellAll });
}

const NOTHING_TOLD = {
  received: null,
  submitted: null,
  postponed: null,
  disposed: null,
  inProgress: null,
  completed: null,
  archived: null,
  followUpRate: null,
  followUpRateWithoutArchived: null,
  completionRate: null,
  completionRateWithoutArchived: null,
  handedOver: null,
  withObstacles: null,
  promisesKept: null,
  promisesBroken: null,
  keptPromiseRate: null,
  rated: null,
  averageRating: null,
  satisfiedRate: null,
  disputeRate: null,
  reopenRate: null,
  toFollowUp: null,
  toCompletion: null,
  steps: null,
};

function toDurations(
  durations: Durations,
  isExact: boolean,
  mayTell: { count: boolean; open: boolean },
): DurationFigures {
  const { count, open, mean, median, ninetieth, medianWithOpen } = timesOf(durations);
  const isTold = isExact || count >= FEWEST;
  return Object.assign(new DurationFigures(), {
    count: mayTell.count ? told(count, isExact) : null,
    open: open === null || !mayTell.open ? null : told(open, isExact),
    meanDays: isTold ? mean : null,
    medianDays: isTold ? median : null,
    ninetiethPercentileDays: isTold ? ninetieth : null,
    medianDaysWithOpen: isTold ? medianWithOpen : null,
  });
}

/** Rows of a page; durations are read only when they are asked for. */
export async function toRows(
  table: Table,
  rows: readonly TableRow[],
  by: Dimension,
  wantsTimes: boolean,
): Promise<FigureRow[]> {
  const none = new Map<string, GroupDurations>();
  const [durations, previous] = wantsTimes
    ? await Promise.all([table.durationsOf(rows), table.previousDurationsOf(rows)])
    : [none, none];
  return rows.map((row) =>
    Object.assign(new FigureRow(), {
      key: row.key,
      organisation:
        by === 'GOVERNMENT' || by === 'UNIT' ? Object.assign(new Organisation(), { id: row.key }) : null,
      region: by === 'REGION' ? Object.assign(new Region(), { code: row.key }) : null,
      category: by === 'CATEGORY' ? Object.assign(new Category(), { id: row.key }) : null,
      rank: row.rank,
      figures: toFigures(
        row.sums,
        durations.get(row.key),
        { sums: row.steps, keptBack: row.stepsKeptBack },
        table.audience,
        row.isKeptBack,
      ),
      previous:
        row.previous &&
        toFigures(
          row.previous,
          previous.get(row.key),
          { sums: row.previousSteps, keptBack: row.previousStepsKeptBack },
          table.audience,
          row.isPreviousKeptBack,
        ),
    }),
  );
}

/** What is told of open and overdue reports. */
export function toOpenFigures(
  key: string,
  sums: OpenSums,
  audience: Audience,
  isKeptBack: boolean,
  isOfRegion = false,
): OpenFigures {
  const isExact = !isOutsider(audience);
  const split = (whole: number, ...parts: number[]): (number | null)[] => {
    if (isKeptBack) return parts.map(() => null);
    if (isExact) return parts;
    const hidden = keptBack(parts);
    const isTold = told(whole, false) !== null;
    return parts.map((part, index) => (hidden[index] || !isTold ? null : part));
  };
  const ages = split(sums.open, sums.young, sums.middling, sums.old, sums.oldest);
  const lateness = split(sums.overdue, sums.week, sums.month, sums.quarter, sums.older);
  return Object.assign(new OpenFigures(), {
    key,
    organisation: key === '' || isOfRegion ? null : Object.assign(new Organisation(), { id: key }),
    region: isOfRegion ? Object.assign(new Region(), { code: key }) : null,
    open: isKeptBack ? null : told(sums.open, isExact),
    openUpTo7Days: ages[0],
    openUpTo30Days: ages[1],
    openUpTo60Days: ages[2],
    openLonger: ages[3],
    overdue: isKeptBack ? null : told(sums.overdue, isExact),
    overdueRate: isKeptBack ? null : percent(sums.overdue, sums.open, isExact),
    overdueUpTo7Days: lateness[0],
    overdueUpTo30Days: lateness[1],
    overdueUpTo90Days: lateness[2],
    overdueLonger: lateness[3],
  });
}
