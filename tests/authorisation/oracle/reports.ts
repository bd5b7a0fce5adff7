import type { Place } from './places.ts';

export type State = 'SUBMITTED' | 'POSTPONED' | 'DISPOSED' | 'IN_PROGRESS' | 'COMPLETED' | 'ARCHIVED';

/** What the rules know of a report. */
export interface ReportFacts {
  state: State;
  isPublished: boolean;
  isConfidential: boolean;
  isAnonymous: boolean;
  /** Who handles it, the lead first; none before it is disposed. */
  handlers: readonly Place[];
  /** Who had it and gave it back. */
  returnedBy?: Place;
  /** With an account, without one, or with the account of another citizen. */
  filedBy: 'account' | 'code' | 'other account';
  /** Nobody staffs the lead: who stands in. */
  standIn?: Place | 'national desk';
}

const waiting: ReportFacts = {
  state: 'SUBMITTED',
  isPublished: false,
  isConfidential: false,
  isAnonymous: false,
  handlers: [],
  filedBy: 'account',
};
const withTheUnit: ReportFacts = {
  ...waiting,
  state: 'DISPOSED',
  isPublished: true,
  handlers: ['unit', 'co-handling unit'],
};
const secret = { isConfidential: true, isPublished: false } as const;
const handedOver = { handlers: ['unstaffed unit'] } as const;

/** The kinds of report. "Published when it is disposed", unless it is confidential or held back. */
export const REPORTS = {
  waiting,
  // It was with a government once, which returned it: "stays public when it is returned".
  'waiting for data': { ...waiting, state: 'POSTPONED', isPublished: true, returnedBy: 'city' },
  'with the unit': withTheUnit,
  'answered by the unit': { ...withTheUnit, state: 'IN_PROGRESS' },
  'held back, with the unit': { ...withTheUnit, isPublished: false },
  'confidential, with the unit': { ...withTheUnit, ...secret },
  'anonymous, with the unit': { ...withTheUnit, isAnonymous: true },
  'anonymous and confidential, with the unit': { ...withTheUnit, ...secret, isAnonymous: true },
  completed: { ...withTheUnit, state: 'COMPLETED' },
  archived: { ...waiting, state: 'ARCHIVED' },
  'handed over': { ...withTheUnit, ...handedOver, standIn: 'city' },
  // No ancestor may know of it, so the national desk stands in.
  'confidential, handed over': { ...withTheUnit, ...handedOver, ...secret, standIn: 'national desk' },
  'of another agency': { ...withTheUnit, handlers: ["other city's unit"], filedBy: 'other account' },
  'held back, of another agency': {
    ...withTheUnit,
    handlers: ["other city's unit"],
    filedBy: 'other account',
    isPublished: false,
  },
  'filed without account': { ...withTheUnit, state: 'IN_PROGRESS', filedBy: 'code' },
} as const satisfies Record<string, ReportFacts>;

export type ReportName = keyof typeof REPORTS;
/** What somebody follows. */
export const FOLLOWED = 'with the unit' satisfies ReportName;
export const REPORT_NAMES = Object.keys(REPORTS) as ReportName[];
export const report = (name: ReportName): ReportFacts => REPORTS[name];
