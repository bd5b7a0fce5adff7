import { NationalOverview, PublicStatistics, ReportState, type StateCount } from './graphql.ts';
import type { Periods } from './periods.ts';
import type { OverviewFigures, PublicFigures } from './repository.ts';

/** Below this a figure says more of single people than of the service. */
const FEWEST = 5;

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
  return Object.assign(new PublicStatistics(), {
    asOf: now,
    receivedThisMonth: figures.receivedThisMonth,
    followedUpPercent:
      receivedRecently < FEWEST ? null : Math.round((followedUpRecently / receivedRecently) * 100),
    medianFollowUpDays: followUpsRecently < FEWEST ? null : medianFollowUpDays,
    handedOver: figures.handedOver < FEWEST ? null : figures.handedOver,
    byState: STATES.map((state) => ({ state, count: figures.byState[state] ?? 0 })).filter(
      ({ count }) => count >= FEWEST,
    ),
  });
}

const sum = (counts: readonly StateCount[]) => counts.reduce((total, { count }) => total + count, 0);
