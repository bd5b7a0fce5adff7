import { FEWEST, keptBack, percent, told } from '../figure/index.ts';
import { NationalOverview, PublicStatistics, ReportState } from './graphql.ts';
import type { Periods } from './periods.ts';
import type { OverviewFigures, PublicFigures } from './repository.ts';

const STATES = Object.values(ReportState);
const CLOSED: readonly string[] = [ReportState.COMPLETED, ReportState.ARCHIVED];

/** What is told of the nation. Pure. @param isExact small numbers as well; outsiders get them nowhere. */
export function toOverview(
  figures: OverviewFigures,
  now: Date,
  periods: Periods,
  isExact: boolean,
): NationalOverview {
  const tell = (count: number) => told(count, isExact);
  const states = statesOf(figures.byState, isExact);
  const open = states.filter(({ state }) => !CLOSED.includes(state));
  return Object.assign(new NationalOverview(), {
    asOf: now,
    receivedToday: tell(figures.receivedToday),
    receivedThisMonth: tell(figures.receivedThisMonth),
    completedThisMonth: tell(figures.completedThisMonth),
    overdue: tell(figures.overdue),
    // The sum would tell a state that is kept back from the others.
    open: open.some(({ isKeptBack }) => isKeptBack)
      ? null
      : tell(open.reduce((total, { count }) => total + count, 0)),
    handedOver: tell(figures.handedOver),
    byState: states.filter(({ isKeptBack }) => !isKeptBack).map(({ state, count }) => ({ state, count })),
    byDay: periods.recentDays.map((date) => ({
      date,
      received: tell(figures.receivedByDay[date] ?? 0),
      completed: tell(figures.completedByDay[date] ?? 0),
    })),
    topAgencies: toAgencies(figures.topAgencies, isExact),
  });
}

/** Rows of a list whose sum may be known elsewhere: a small one does not stand alone. */
function toAgencies(agencies: OverviewFigures['topAgencies'], isExact: boolean) {
  const hidden = isExact ? [] : keptBack(agencies.map(({ received }) => received));
  return agencies.map(({ governmentId, received, followedUp, overdue }, index) => ({
    organisation: { id: governmentId },
    received: hidden[index] ? null : received,
    followedUp:
      hidden[index] || told(received - followedUp, isExact) === null ? null : told(followedUp, isExact),
    overdue: hidden[index] ? null : told(overdue, isExact),
  }));
}

function statesOf(counts: OverviewFigures['byState'], isExact: boolean) {
  const states = STATES.map((state) => counts[state] ?? 0);
  const hidden = isExact ? [] : keptBack(states);
  return STATES.map((state, index) => ({
    state,
    count: states[index]!,
    isKeptBack: hidden[index] ?? false,
  }));
}

export function toPublicStatistics(figures: PublicFigures, now: Date): PublicStatistics {
  const { receivedRecently, followedUpRecently, followUpsRecently, medianFollowUpDays } = figures;
  return Object.assign(new PublicStatistics(), {
    asOf: now,
    receivedThisMonth: told(figures.receivedThisMonth, false),
    followedUpPercent: percent(followedUpRecently, receivedRecently, false),
    medianFollowUpDays: followUpsRecently < FEWEST ? null : medianFollowUpDays,
    handedOver: told(figures.handedOver, false),
    // With one small state the next smallest goes too: the sum of all is told elsewhere.
    byState: statesOf(figures.byState, false)
      .filter(({ count, isKeptBack }) => count > 0 && !isKeptBack)
      .map(({ state, count }) => ({ state, count })),
  });
}
