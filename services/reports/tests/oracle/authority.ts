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
  'holder of the link to the head of the lead unit',
  'holder of a link to another report',
  'API key of the lead unit that reads',
  'API key of the lead unit that writes',
  'API key of the reporter’s account',
  'API key of a national admin',
] as const;
export type ViewerName = (typeof VIEWERS)[number];

/** Links and keys say nothing of their own of the other situations: there a post or nothing is behind them. */
const TELLING: readonly string[] = ['SUBMITTED', 'DISPOSED', 'HANDED_OVER', 'HANDED_OVER_NATIONALLY'];
/** Who is tried in a situation. */
export const viewersIn = (situation: string): readonly ViewerName[] =>
  TELLING.includes(situation)
    ? VIEWERS
    : VIEWERS.filter((viewer) => !viewer.startsWith('API key') && !viewer.startsWith('holder of'));

/** The six states, and more situations that decide who may what. */
export const SITUATIONS = [
  'SUBMITTED',
  'POSTPONED',
  'DISPOSED',
  'IN_PROGRESS',
  'COMPLETED',
  'ARCHIVED',
  'RETURNED',
  'WITHHELD',
  /** Disposed while nobody staffs the lead unit: its government stands in. */
  'HANDED_OVER',
  /** The same, and nobody staffs the government either: the national desk stands in. */
  'HANDED_OVER_NATIONALLY',
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const VISIBILITIES = ['open', 'anonymous', 'confidential', 'both'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export interface Cell {
  viewer: ViewerName;
  situation: Situation;
  visibility: Visibility;
}

export const isSecret = ({ visibility }: Cell) => visibility === 'confidential' || visibility === 'both';
export const isAnonymous = ({ visibility }: Cell) => visibility === 'anonymous' || visibility === 'both';
/** Nobody staffs the lead unit. */
export const isHandedOver = ({ situation }: Pick<Cell, 'situation'>): boolean =>
  situation === 'HANDED_OVER' || situation === 'HANDED_OVER_NATIONALLY';

/** Handled by the lead unit now, or handled by it to the end. */
const hasHandler = ({ situation }: Pick<Cell, 'situation'>) =>
  ['DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'WITHHELD'].includes(situation) || isHandedOver({ situation });
/** "Published when it is disposed", "stays public when it is returned"; held back in one situation. */
export const isPublished = (cell: Cell) =>
  !isSecret(cell) &&
  (['DISPOSED', 'IN_PROGRESS', 'COMPLETED', 'RETURNED'].includes(cell.situation) || isHandedOver(cell));

const isReporter = ({ viewer }: Cell) => viewer === 'reporter by account' || viewer === 'reporter by grant';
const isNationalAdmin = ({ viewer }: Cell) => viewer === 'national admin';
/** An agency admin's post reaches the subtree, but never a confidential report of a unit below. */
const isHandler = (cell: Cell) =>
  hasHandler(cell) &&
  (cell.viewer === 'liaison officer of the lead unit' ||
    cell.viewer === 'API key of the lead unit that writes' ||
    (cell.viewer === 'agency admin of the handling government' && !isSecret(cell)));
/**
 * "A stand-in answers for it (nearest connected ancestor, else the national desk)"; and of a confidential report no ancestor
 * knows, so that the national desk is all that is left.
 */
const isStandIn = (cell: Cell) =>
  isHandedOver(cell) &&
  (cell.situation === 'HANDED_OVER_NATIONALLY' || isSecret(cell)
    ? isNationalAdmin(cell)
    : cell.viewer === 'agency admin of the handling government');
/** The level above reaches the report whether or not somebody staffs it: whoever holds a post there staffs it. */
const isAbove = (cell: Cell) =>
  isHandedOver(cell) && !isSecret(cell) && cell.viewer === 'agency admin of the handling government';
/** "Handed over to its head with a secure, expiring answer link". */
export const holdsLink = (cell: Cell): boolean =>
  isHandedOver(cell) && cell.viewer === 'holder of the link to the head of the lead unit';

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
  handler: (cell) => isHandler(cell) || isStandIn(cell),
  'stand-in': (cell) => isStandIn(cell) || isAbove(cell),
};

/** Whether the viewer is one of those a row of the state table names. */
export const isOneOf = (cell: Cell, who: readonly Doer[]): boolean =>
  who.some((doer) => doer !== 'system' && IS[doer](cell));

/** Who reads the report at all. */
export const mayRead = (cell: Cell): boolean => isPublished(cell) || mayReadAsParty(cell);

/** Who reads it whether or not it is published. */
export function mayReadAsParty(cell: Cell): boolean {
  if (isReporter(cell) || isNationalAdmin(cell)) return true;
  if (isHandler(cell) || isVerifier(cell) || holdsLink(cell)) return true;
  if (cell.viewer === 'API key of the lead unit that reads') return hasHandler(cell);
  // The head belongs to "the handling organisation itself"; the head above sees the agency's load, secrets apart.
  if (cell.viewer === 'agency head of the lead unit') return hasHandler(cell);
  // At the desk of the own organisation the head sees the load as well.
  if (cell.viewer === 'agency head of the handling government')
    return (hasHandler(cell) || cell.situation === 'RETURNED') && !isSecret(cell);
  // Decision 8: "KSP (all)", "regional Ombudsman". domain.md says no more than "escalated reports" and "statistics".
  return (cell.viewer === 'Ombudsman' || cell.viewer === 'KSP monitor') && !isSecret(cell);
}

/** Decision 9: anonymous, the national desk only; else those who handle it. Only where the flag did not keep it out. */
export const mayRevealIdentity = (cell: Cell): boolean =>
  isNationalAdmin(cell) || (!isAnonymous(cell) && isHandler(cell) && !isKey(cell));

/** A machine is nobody: it opens no identity, is no reporter, supports nothing. */
export const isKey = ({ viewer }: Cell): boolean => viewer.startsWith('API key');
/** "Scopes": a key without the right to write changes nothing at all. */
export const isReadingKey = ({ viewer }: Cell): boolean =>
  isKey({ viewer } as Cell) && viewer !== 'API key of the lead unit that writes';

/** "Anyone" supports a published report; one's own is not supported by oneself. */
export const maySupport = (cell: Cell): boolean => isPublished(cell) && !isReporter(cell) && !isKey(cell);

/**
 * "Internal notes with mentions (never visible outside)": officers who handle, keep or supervise it. Silent on heads and
 * supervisors: whoever reads it as an officer reads what officers say.
 */
export const readsNotes = (cell: Cell): boolean =>
  mayReadAsParty(cell) && !isReporter(cell) && !holdsLink(cell);

/** "By agency admin or head above the author": of the unit and above it, of a confidential report at the unit alone. */
export const mayApprove = (cell: Cell): boolean =>
  hasHandler(cell) &&
  (cell.viewer === 'agency head of the lead unit' ||
    (!isSecret(cell) &&
      (cell.viewer === 'agency admin of the handling government' ||
        cell.viewer === 'agency head of the handling government')));
