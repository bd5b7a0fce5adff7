import type { Doer } from './state-table.ts';

/**
 * Who stands how to the reports of the authorisation matrix: lead unit opd-13-71-dpupr of pemkot-13-71, and when it was
 * returned the desk of pemkot-13-71. From domain.md ("People", "Anonymous", "Confidential", "States") and decision 8 to 10;
 * written before the policy was read. Where the document is silent the answer is no.
 */
export const VIEWERS = [
  'public',
  'foreign citizen',
  'reporter by account',
  'reporter by grant',
  'national admin',
  'agency admin of the handling government',
  'agency admin of another government',
  'agency admin of a sibling unit',
  'agency head of the handling government',
  'agency head of the lead unit',
  'liaison officer of the lead unit',
  'liaison officer of a unit below',
  'liaison officer of a sibling unit',
  'field officer of the lead unit',
  'Ombudsman',
  'KSP monitor',
  'analyst',
] as const;
export type ViewerName = (typeof VIEWERS)[number];

/** The six states, and three more situations that decide who may what. */
export const SITUATIONS = [
  'SUBMITTED',
  'POSTPONED',
  'DISPOSED',
  'IN_PROGRESS',
  'COMPLETED',
  'ARCHIVED',
  'RETURNED',
  'WITHHELD',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const VISIBILITIES = ['open', 'anonymous', 'confidential', 'both'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export interface Cell {
  viewer: ViewerName;
  situation: Situation;
  visibility: Visibility;
}

const isSecret = ({ visibility }: Cell) => visibility === 'confidential' || visibility === 'both';
export const isAnonymous = ({ visibility }: Cell) => visibility === 'anonymous' || visibility === 'both';
/** Handled by the lead unit now, or handled by it to the end. */
const hasHandler = ({ situation }: Cell) =>
  ['DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'WITHHELD'].includes(situation);
/** "Published when it is disposed", "stays public when it is returned"; held back in one situation. */
export const isPublished = (cell: Cell) =>
  !isSecret(cell) && ['DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'RETURNED'].includes(cell.situation);

const isReporter = ({ viewer }: Cell) => viewer === 'reporter by account' || viewer === 'reporter by grant';
const isNationalAdmin = ({ viewer }: Cell) => viewer === 'national admin';
/** An agency admin's post reaches the subtree, but never a confidential report of a unit below. */
const isHandler = (cell: Cell) =>
  hasHandler(cell) &&
  (cell.viewer === 'liaison officer of the lead unit' ||
    (cell.viewer === 'agency admin of the handling government' && !isSecret(cell)));
/** It came back to this agency's desk; a confidential one does not stop there, nobody in between may read it. */
const isVerifier = (cell: Cell) =>
  isNationalAdmin(cell) ||
  (cell.situation === 'RETURNED' &&
    !isSecret(cell) &&
    cell.viewer === 'agency admin of the handling government');

const IS: Record<Exclude<Doer, 'system'>, (cell: Cell) => boolean> = {
  reporter: isReporter,
  verifier: isVerifier,
  'national admin': isNationalAdmin,
  handler: isHandler,
};

/** Whether the viewer is one of those a row of the state table names. */
export const isOneOf = (cell: Cell, who: readonly Doer[]): boolean =>
  who.some((doer) => doer !== 'system' && IS[doer](cell));

/** Who reads the report at all. */
export function mayRead(cell: Cell): boolean {
  if (isPublished(cell) || isReporter(cell) || isNationalAdmin(cell)) return true;
  if (isHandler(cell) || isVerifier(cell)) return true;
  // The head belongs to "the handling organisation itself"; the head above sees the agency's load, secrets apart.
  if (cell.viewer === 'agency head of the lead unit') return hasHandler(cell);
  if (cell.viewer === 'agency head of the handling government') return hasHandler(cell) && !isSecret(cell);
  // Decision 8: "KSP (all)", "regional Ombudsman". domain.md says no more than "escalated reports" and "statistics".
  return (cell.viewer === 'Ombudsman' || cell.viewer === 'KSP monitor') && !isSecret(cell);
}

/** Decision 9: anonymous, the national desk only; else those who handle it. Only where the flag did not keep it out. */
export const mayRevealIdentity = (cell: Cell): boolean =>
  isNationalAdmin(cell) || (!isAnonymous(cell) && isHandler(cell));

/** "Anyone" supports a published report; one's own is not supported by oneself. */
export const maySupport = (cell: Cell): boolean => isPublished(cell) && !isReporter(cell);
