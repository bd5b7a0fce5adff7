import type { Room } from './address/use-room.ts';

/** A room on 22 November 2026 for tests: this month, the whole country, beside as many days of October. */
export const aRoom = (part: Partial<Room> = {}): Room => ({
  today: '2026-11-22',
  isOutsider: false,
  preset: 'bulan-ini',
  standard: 'bulan-ini',
  period: { from: '2026-11-01', to: '2026-11-30' },
  comparison: 'sebelumnya',
  before: { from: '2026-10-01', to: '2026-10-22' },
  comparesLater: false,
  regionCode: '',
  organisationId: '',
  filter: null,
  canCross: true,
  behind: { period: { from: '2026-11-01', to: '2026-11-22' }, regionCode: null, organisationId: null },
  set: () => undefined,
  ...part,
});

/** Figures of 215 reports: 77 completed, 12 in progress (the worked example). */
export const someFigures = (part: Record<string, unknown> = {}) => ({
  __typename: 'Figures',
  received: 215,
  submitted: 20,
  postponed: 6,
  disposed: 70,
  inProgress: 12,
  completed: 77,
  archived: 30,
  followUpRate: 41,
  followUpRateWithoutArchived: 48,
  completionRate: 36,
  completionRateWithoutArchived: 42,
  rated: 40,
  averageRating: 4.2,
  satisfiedRate: 80,
  disputeRate: 5,
  reopenRate: 3,
  withObstacles: 4,
  promisesKept: 6,
  promisesBroken: 2,
  keptPromiseRate: 75,
  toFollowUp: {
    __typename: 'DurationFigures',
    count: 89,
    open: 70,
    medianDays: 3,
    ninetiethPercentileDays: 9,
    medianDaysWithOpen: 5,
  },
  steps: {
    __typename: 'StepFigures',
    onTime: 150,
    late: 50,
    onTimeRate: 75,
    byStep: [
      { __typename: 'StepCount', step: 'VERIFICATION', onTime: 100, late: 10, onTimeRate: 91 },
      { __typename: 'StepCount', step: 'FOLLOW_UP', onTime: 50, late: 40, onTimeRate: 56 },
    ],
  },
  ...part,
});

/** A table of the graph with one row per entry. */
export const table = (...nodes: Record<string, unknown>[]) => ({
  __typename: 'FigureConnection',
  asOf: '2026-11-22T02:40:00Z',
  isComplete: true,
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ node: { __typename: 'FigureRow', key: '', rank: null, ...node } })),
  pageInfo: { hasNextPage: false, endCursor: null },
});
