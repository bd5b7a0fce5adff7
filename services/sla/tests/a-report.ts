import type { ReportTransitioned } from '@lapor/events';

type Assignment = ReportTransitioned['assignments'][number];

/** Units of three governments in three zones, and of a ministry. */
const UNITS = {
  padang: { path: ['pemkot-padang'], timeZone: 'Asia/Jakarta' },
  'padang-pupr': { path: ['pemkot-padang', 'padang-pupr'], timeZone: 'Asia/Jakarta' },
  'padang-pupr-jalan': {
    path: ['pemkot-padang', 'padang-pupr', 'padang-pupr-jalan'],
    timeZone: 'Asia/Jakarta',
  },
  'padang-dlh': { path: ['pemkot-padang', 'padang-dlh'], timeZone: 'Asia/Jakarta' },
  makassar: { path: ['pemkot-makassar'], timeZone: 'Asia/Makassar' },
  'jayapura-pupr': { path: ['pemkot-jayapura', 'jayapura-pupr'], timeZone: 'Asia/Jayapura' },
  kemenpu: { path: ['kemenpu'], timeZone: 'Asia/Jakarta' },
} as const;
export type UnitName = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as UnitName[];

export const unitId = (unit: UnitName): string => UNITS[unit].path.at(-1)!;

/** The first unit leads, the others handle with it. */
export const assigned = (...units: UnitName[]): Assignment[] =>
  units.map((unit, index) => ({
    organisationId: unitId(unit),
    role: index === 0 ? 'LEAD' : 'CO_HANDLER',
    governmentId: UNITS[unit].path[0],
    path: [...UNITS[unit].path],
    timeZone: UNITS[unit].timeZone,
  }));

/** `2026-11-20 19:00` at Jakarta (WIB), `… WITA` or `… WIT` elsewhere. */
export function at(local: string): Date {
  const [day, time, label = 'WIB'] = local.split(' ');
  const offset = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' }[label]!;
  const date = new Date(`${day}T${time}:00${offset}`);
  if (Number.isNaN(date.getTime())) throw new Error(`Not an instant: ${local}`);
  return date;
}

type Change = Partial<ReportTransitioned>;
export const BY_CITIZEN: Change = { actorKind: 'CITIZEN' };
export const BY_DESK: Change = { actorKind: 'OFFICER', byNationalDesk: true };
export const BY_SYSTEM: Change = { actorKind: 'SYSTEM' };
export const byUnit = (unit: UnitName): Change => ({
  actorKind: 'OFFICER',
  actorOrganisationId: unitId(unit),
});

/** A report's events, made one after the other; each bears on what the one before left. */
export interface ReportHistory {
  readonly events: ReportTransitioned[];
  next(when: string | Date, kind: string, change?: Change): ReportHistory;
  disposed(when: string | Date, units: UnitName[], change?: Change): ReportHistory;
  planned(when: string | Date, unit: UnitName): ReportHistory;
  result(when: string | Date, unit: UnitName): ReportHistory;
  /** The reporter writes. */
  replied(when: string | Date): ReportHistory;
  asked(when: string | Date, unit: UnitName): ReportHistory;
  /** Back to the national desk. */
  returned(when: string | Date, unit: UnitName): ReportHistory;
}

export function aReport(submitted: string | Date, change: Change = {}): ReportHistory {
  const submittedAt = toDate(submitted).toISOString();
  const first: ReportTransitioned = {
    reportId: 'report-1',
    sequence: 1,
    kind: 'SUBMITTED',
    at: submittedAt,
    actorKind: 'CITIZEN',
    byNationalDesk: false,
    actorOrganisationId: null,
    toOrganisationId: null,
    stateBefore: null,
    state: 'SUBMITTED',
    reasonCode: null,
    promisedOn: null,
    rating: null,
    assignments: [],
    reportKind: 'COMPLAINT',
    reportClass: null,
    categoryId: null,
    regionCode: '13.71',
    channel: 'WEB',
    submittedAt,
    isAnonymous: false,
    isConfidential: false,
    isPublished: false,
    returnCount: 0,
    ...change,
  };
  const events = [first];
  const history: ReportHistory = {
    events,
    next(when, kind, changed = {}) {
      const last = events.at(-1)!;
      events.push({
        ...last,
        sequence: last.sequence + 1,
        kind,
        at: toDate(when).toISOString(),
        actorKind: 'OFFICER',
        byNationalDesk: false,
        actorOrganisationId: null,
        toOrganisationId: null,
        reasonCode: null,
        stateBefore: last.state,
        ...changed,
      });
      return history;
    },
    disposed: (when, units, changed = {}) =>
      history.next(when, 'VERIFIED', {
        ...BY_DESK,
        state: 'DISPOSED',
        assignments: assigned(...units),
        reportClass: events.at(-1)!.reportClass ?? 'DISPUTE_WITHOUT_INSPECTION',
        isPublished: !events.at(-1)!.isConfidential,
        ...changed,
      }),
    planned: (when, unit) => history.next(when, 'PLANNED', { ...byUnit(unit), state: 'IN_PROGRESS' }),
    result: (when, unit) => history.next(when, 'RESULT', { ...byUnit(unit), state: 'IN_PROGRESS' }),
    replied: (when) => history.next(when, 'REPLIED', BY_CITIZEN),
    asked: (when, unit) => history.next(when, 'INFORMATION_REQUESTED', byUnit(unit)),
    returned: (when, unit) =>
      history.next(when, 'RETURNED', { ...byUnit(unit), state: 'SUBMITTED', assignments: [] }),
  };
  return history;
}

const toDate = (when: string | Date) => (when instanceof Date ? when : at(when));
