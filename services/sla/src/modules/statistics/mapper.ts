import { FEWEST, keptBack } from '../figure/index.ts';
import { NationalOverview, PublicStatistics, ReportState, type StateCount } from './graphql.ts';
import type { Periods } from './periods.ts';
import type { OverviewFigures, PublicFigures } from './repository.ts';

const STATES = Object.values(ReportState);
const CLOSED: readonly string[] = [ReportState.COMPLETED, ReportState.ARCHIVED];

export function toOverview(figures: OverviewFigures, now: Date, periods: Periods): NationalOverview {
  const byState = STATES.map((state) => ({ state, count: figures.byState[state] ?? 0 }));
  return Object.assign(new NationalOverview(), {
    asOf: now,
    receivedToday: figures.receivedToday,
    receivedThisMonth: figures.receivedThisMonth,
    completedThisMonth: figures.completedThisMonth,
    overdue: figures.overdue,
    open: sum(byState.filter(({ state }) => !CLOSED.includes(state))),
    handedOver: figures.handedOver,
    byState,
    byDay: periods.recentDays.map((date) => ({
      date,
      received: figures.receivedByDay[date] ?? 0,
      completed: figures.completedByDay[date] ?? 0,
    })),
    topAgencies: figures.topAgencies.map(({ governmentId, ...counts }) => ({
      organisation: { id: governmentId },
      ...counts,
    })),
  });
}

export function toPublicStatistics(figures: PublicFigures, now: Date): PublicStatistics {
  const { receivedRecently, followedUpRecently, followUpsRecently, medianFollowUpDays } = figures;
  const states = STATES.map((state) => figures.byState[state] ?? 0);
  const hidden = keptBack(states);
  return Object.assign(new PublicStatistics(), {
    asOf: now,
    receivedThisMonth: figures.receivedThisMonth,
    followedUpPercent:
      receivedRecently < FEWEST ? null : Math.round((followedUpRecently / receivedRecently) * 100),
    medianFollowUpDays: followUpsRecently < FEWEST ? null : medianFollowUpDays,
    handedOver: figures.handedOver < FEWEST ? null : figures.handedOver,
    // With one small state the next smallest goes too: the sum of all is told elsewhere.
    byState: STATES.map((state, index) => ({ state, count: states[index]! })).filter(
      ({ count }, index) => count > 0 && !hidden[index],
    ),
  });
}

const sum = (counts: readonly StateCount[]) => counts.reduce((total, { count }) => total + count, 0);
