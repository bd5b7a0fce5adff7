import fc from 'fast-check';
import type { ReportTransitioned } from '@lapor/events';
import {
  aReport,
  assigned,
  BY_CITIZEN,
  BY_DESK,
  BY_SYSTEM,
  byUnit,
  UNIT_NAMES,
  type ReportHistory,
  type UnitName,
} from './a-report.ts';

const CLASSES = [
  'INFORMATION_REQUEST',
  'ASPIRATION',
  'GRIEVANCE',
  'DISPUTE_WITHOUT_INSPECTION',
  'DISPUTE_WITH_INSPECTION',
] as const;
type State = ReportTransitioned['state'];

interface Draw {
  /** Since the event before; milliseconds. */
  gap: number;
  choice: number;
  unit: UnitName;
  other: UnitName;
  reportClass: (typeof CLASSES)[number];
}

type Move = (history: ReportHistory, when: Date, draw: Draw) => void;

const dispose: Move = (history, when, { unit, other, reportClass, choice }) =>
  history.disposed(when, choice % 3 === 0 && unit !== other ? [unit, other] : [unit], {
    reportClass: history.events.at(-1)!.reportClass ?? reportClass,
  });
const passDown: Move = (history, when, { unit }) =>
  history.next(when, 'DISPOSED', { assignments: assigned(unit) });
const archive: Move = (history, when) =>
  history.next(when, 'ARCHIVED', { ...BY_DESK, state: 'ARCHIVED', reasonCode: 'SPAM' });
const byLead =
  (kind: string, state?: State): Move =>
  (history, when) => {
    const actorOrganisationId = history.events.at(-1)!.assignments[0]?.organisationId ?? null;
    history.next(when, kind, { actorKind: 'OFFICER', actorOrganisationId, ...(state && { state }) });
  };
const byCitizen =
  (kind: string, state?: State): Move =>
  (history, when) =>
    history.next(when, kind, { ...BY_CITIZEN, ...(state && { state }) });
const reclassify: Move = (history, when, { reportClass }) =>
  history.next(when, 'RECLASSIFIED', { ...BY_DESK, reportClass });

/** The lead's unit was merged into another, of the same government or of another one. */
const reassign: Move = (history, when, { unit }) => {
  const [lead, ...helpers] = history.events.at(-1)!.assignments;
  const heir = assigned(unit)[0]!;
  if (!lead || lead.organisationId === heir.organisationId) return;
  history.next(when, 'REASSIGNED', {
    ...BY_SYSTEM,
    actorOrganisationId: lead.organisationId,
    toOrganisationId: heir.organisationId,
    reasonCode: 'MERGED',
    assignments: [heir, ...helpers.filter(({ organisationId }) => organisationId !== heir.organisationId)],
  });
};
const handOver: Move = (history, when) => {
  const toOrganisationId = history.events.at(-1)!.assignments[0]?.organisationId ?? null;
  history.next(when, 'HANDED_OVER', { ...BY_SYSTEM, toOrganisationId });
};

const WITH_A_UNIT: Move[] = [
  passDown,
  byLead('ACKNOWLEDGED'),
  byLead('PLANNED', 'IN_PROGRESS'),
  byLead('RESULT', 'IN_PROGRESS'),
  byLead('OBSTACLE'),
  byLead('INFORMATION_REQUESTED'),
  byLead('INFORMATION_REQUESTED'),
  byCitizen('REPLIED'),
  (history, when, { unit }) => history.returned(when, unit),
  (history, when) => {
    const path = history.events.at(-1)!.assignments[0]?.path.slice(0, -1) ?? [];
    const toOrganisationId = path.at(-1) ?? null;
    const desk = toOrganisationId === null ? null : { organisationId: toOrganisationId, path };
    history.next(when, 'RETURNED', { state: 'SUBMITTED', assignments: [], toOrganisationId, desk });
  },
  reassign,
  handOver,
  (history, when, { unit }) => history.next(when, 'PLANNED', { ...byUnit(unit), state: 'IN_PROGRESS' }),
  reclassify,
];
const MOVES: Record<State, Move[]> = {
  SUBMITTED: [
    dispose,
    dispose,
    (history, when) => history.next(when, 'POSTPONED', { ...BY_DESK, state: 'POSTPONED' }),
    archive,
  ],
  POSTPONED: [byCitizen('COMPLETED_DATA', 'SUBMITTED'), archive],
  DISPOSED: WITH_A_UNIT,
  IN_PROGRESS: [
    ...WITH_A_UNIT,
    byCitizen('DISPUTED'),
    byCitizen('CONFIRMED', 'COMPLETED'),
    (history, when) =>
      history.next(when, 'COMPLETED', { ...BY_SYSTEM, state: 'COMPLETED', reasonCode: 'AUTOMATIC' }),
    (history, when) => history.next(when, 'REPLIED', BY_DESK),
  ],
  COMPLETED: [byCitizen('DISPUTED', 'IN_PROGRESS'), byCitizen('RATED', 'IN_PROGRESS')],
  ARCHIVED: [byCitizen('APPEALED', 'SUBMITTED')],
};

const unit = fc.constantFrom(...UNIT_NAMES);
const draw: fc.Arbitrary<Draw> = fc.record({
  gap: fc.integer({ min: 0, max: 9 * 86_400_000 }),
  choice: fc.nat(1_000),
  unit,
  other: unit,
  reportClass: fc.constantFrom(...CLASSES),
});

/** The events of a report that went through the transition table at random. */
export const randomHistory = (reportId = 'report-1'): fc.Arbitrary<ReportTransitioned[]> =>
  fc
    .tuple(
      fc.date({
        min: new Date('2026-01-05T00:00:00Z'),
        max: new Date('2026-11-20T00:00:00Z'),
        noInvalidDate: true,
      }),
      fc.boolean(),
      fc.array(draw, { maxLength: 14 }),
    )
    .map(([submitted, isConfidential, draws]) => {
      const history = aReport(submitted, { reportId, isConfidential });
      let when = submitted;
      for (const one of draws) {
        when = new Date(when.getTime() + one.gap);
        const moves = MOVES[history.events.at(-1)!.state];
        moves[one.choice % moves.length]!(history, when, one);
      }
      return history.events;
    });
