import type { ResultOf } from '../graphql.ts';
import type { SentChangesDocument } from './undo.graphql.ts';

export type Found = ResultOf<typeof SentChangesDocument>['viewerPendingChanges'][number];
export type Operation = Found['operation'];

/** For how long something may be taken back. */
export const UNDO_SECONDS = 10;

/** How long it is told that something happened. */
const TOLD_MS = 5_000;

/** Something that was sent in this window, or before it was loaded anew. */
export interface SentChange {
  requestKey: string;
  reportId: string;
  /** Known once the platform was asked. */
  number: string | null;
  operation: Operation;
  /** An answer that waits for approval before it is sent, where this window knows it. */
  isProposal?: boolean;
  /** Until then it may be taken back, by the clock of this device. */
  until: number;
  /** Waits, was made, was taken back, or could not be taken back any more. */
  phase: 'WAITING' | 'MADE' | 'UNDONE';
  /** From then on nothing is told of it any more. */
  goneAt?: number;
}

export interface SentChanges {
  sent: readonly SentChange[];
  /** What was not made after all, until the officer has taken note. */
  refused: readonly Found[];
}

export const NOTHING_SENT: SentChanges = { sent: [], refused: [] };

/** Seconds that are left; 0 once its time has come. */
export const secondsLeft = ({ until }: SentChange, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1_000));

/** Whether the platform has to be asked what became of something. */
export const isOverdue = ({ sent }: SentChanges, now: number): boolean =>
  sent.some(({ phase, until }) => phase === 'WAITING' && until <= now);

/** What was told for long enough goes. */
export const withoutOld = (changes: SentChanges, now: number): SentChanges =>
  changes.sent.some(({ goneAt }) => goneAt !== undefined && goneAt <= now)
    ? { ...changes, sent: changes.sent.filter(({ goneAt }) => goneAt === undefined || goneAt > now) }
    : changes;

export const withSent = (changes: SentChanges, change: SentChange): SentChanges => ({
  ...changes,
  sent: [...changes.sent.filter(({ requestKey }) => requestKey !== change.requestKey), change],
});

/** Says of one that it was made or taken back. */
export const withPhase = (
  changes: SentChanges,
  requestKey: string,
  phase: 'MADE' | 'UNDONE',
  now: number,
): SentChanges => ({
  sent: changes.sent.map((one) =>
    one.requestKey === requestKey && one.phase === 'WAITING' ? { ...one, phase, goneAt: now + TOLD_MS } : one,
  ),
  refused: changes.refused.filter((one) => one.requestKey !== requestKey),
});

/** What the platform says, joined with what this window knows. */
export function withFound(changes: SentChanges, found: readonly Found[], now: number): SentChanges {
  const byKey = new Map(found.map((one) => [one.requestKey, one]));
  const known = new Set(changes.sent.map(({ requestKey }) => requestKey));
  const sent = changes.sent.flatMap((one): SentChange[] => {
    const told = byKey.get(one.requestKey);
    if (one.phase !== 'WAITING') return [one];
    const number = told?.report?.number ?? one.number;
    switch (told?.state) {
      case 'APPLIED':
        return [{ ...one, number, phase: 'MADE', goneAt: now + TOLD_MS }];
      case 'UNDONE':
        return [{ ...one, number, phase: 'UNDONE', goneAt: now + TOLD_MS }];
      case 'REFUSED':
        return [];
      default:
        return [{ ...one, number }];
    }
  });
  const others = found
    .filter(({ requestKey, state }) => state === 'WAITING' && !known.has(requestKey))
    .map(({ requestKey, reportId, operation, secondsLeft: seconds, report }): SentChange => ({
      requestKey,
      reportId,
      number: report?.number ?? null,
      operation,
      // The clocks of device and platform may differ: the platform says how long.
      until: now + seconds * 1_000,
      phase: 'WAITING',
    }));
  return { sent: [...sent, ...others], refused: found.filter(({ state }) => state === 'REFUSED') };
}

/** What became of those that this window waited for, between two looks. */
export function endedBetween(before: SentChanges, after: SentChanges): { made: string[]; refused: string[] } {
  const waited = new Set(
    before.sent.filter(({ phase }) => phase === 'WAITING').map(({ requestKey }) => requestKey),
  );
  const known = new Set(before.refused.map(({ requestKey }) => requestKey));
  return {
    made: after.sent.filter((one) => one.phase === 'MADE' && waited.has(one.requestKey)).map(keyOf),
    refused: after.refused.filter((one) => !known.has(one.requestKey)).map(keyOf),
  };
}

const keyOf = ({ requestKey }: { requestKey: string }): string => requestKey;
