import type { ReportTransitioned } from '@lapor/events';
import { localDateAt, type LocalDate } from '@lapor/working-days';
import { endOfLocalDate } from '../clock/index.ts';
import { NATIONAL_TIME_ZONE } from '../policy/index.ts';

/** What figures ask of a report's life and no clock knows. */
export interface Outcomes {
  /** From the root of the lead's government to the lead; of a closed report the last one; empty while nobody handles it. */
  leadPath: readonly string[];
  firstDisposedAt: Date | null;
  /** First result of all. */
  firstResultAt: Date | null;
  /** Of a report that is archived now. */
  archivedAt: Date | null;
  archiveReason: string | null;
  /** Of a report that is completed now; WITH_MASTER: it followed the report of which it is a duplicate. */
  completedBy: 'REPORTER' | 'AUTOMATIC' | 'NATIONAL_DESK' | 'WITH_MASTER' | null;
  /** The reporter's last rating. */
  rating: number | null;
  ratedAt: Date | null;
  disputeCount: number;
  /** Closed reports that were opened again (dispute, low rating, appeal). */
  reopenCount: number;
  obstacleCount: number;
  /** Promised days that a result kept. */
  promisesKept: number;
  /** Promised days that passed without a result. One replaced before its day, or not due yet, is in neither. */
  promisesBroken: number;
  /** The promise that stands: what was promised last and is neither kept nor broken. */
  promisedOn: LocalDate | null;
  /** When it will be broken: the end of its day at the place of the unit. */
  promiseEndsAt: Date | null;
  hops: readonly Hop[];
}

/** A return. */
export interface Hop {
  /** The organisation that gave the report back. */
  from: string;
  /** At whose desk it was then; `null`: the national desk. */
  to: string | null;
  at: Date;
  reasonCode: string | null;
  /** Who leads since the disposition that followed; `null` while there is none. */
  next: string | null;
}

interface PromisedDay {
  on: LocalDate;
  endsAt: Date;
}

/** Reads the outcomes from a report's events, by ascending sequence. @param now decides whether a promised day has passed. */
export function readOutcomes(events: readonly ReportTransitioned[], now: Date): Outcomes {
  const found: Outcomes & { hops: Hop[] } = {
    leadPath: [],
    firstDisposedAt: null,
    firstResultAt: null,
    archivedAt: null,
    archiveReason: null,
    completedBy: null,
    rating: null,
    ratedAt: null,
    disputeCount: 0,
    reopenCount: 0,
    obstacleCount: 0,
    promisesKept: 0,
    promisesBroken: 0,
    promisedOn: null,
    promiseEndsAt: null,
    hops: [],
  };
  let promise: PromisedDay | null = null;
  let timeZone = NATIONAL_TIME_ZONE as string;
  let before: ReportTransitioned['state'] | null = null;
  /** A promised day that has passed by an instant is broken, whatever comes then. */
  const settlePromise = (at: Date) => {
    if (promise === null || promise.endsAt > at) return;
    found.promisesBroken += 1;
    promise = null;
  };
  for (const event of events) {
    const at = new Date(event.at);
    const { kind, state, assignments } = event;
    const closed = isClosed(state);
    settlePromise(at);
    const lead = assignments.find(({ role }) => role === 'LEAD');
    const former = found.leadPath;
    if (lead) {
      found.leadPath = lead.path;
      timeZone = lead.timeZone;
    } else if (!closed) found.leadPath = [];
    if (state === 'DISPOSED') found.firstDisposedAt ??= at;
    if (kind === 'RETURNED') {
      const from = event.actorOrganisationId ?? former.at(-1);
      const to = event.desk ? event.desk.organisationId : event.toOrganisationId;
      if (from !== undefined) found.hops.push({ from, to, at, reasonCode: event.reasonCode, next: null });
      promise = null;
    } else if (lead && (state === 'DISPOSED' || state === 'IN_PROGRESS')) {
      for (const hop of found.hops) hop.next ??= lead.organisationId;
    }
    if (kind === 'OBSTACLE') found.obstacleCount += 1;
    if (kind === 'DISPUTED') found.disputeCount += 1;
    if (isClosed(before) && !closed) found.reopenCount += 1;
    if (kind === 'RATED' && event.rating !== null) {
      found.rating = event.rating;
      found.ratedAt = at;
    }
    if (kind === 'RESULT') {
      found.firstResultAt ??= at;
      if (promise) found.promisesKept += 1;
      promise = null;
    } else if ((kind === 'PLANNED' || kind === 'OBSTACLE') && event.promisedOn !== null) {
      promise = { on: event.promisedOn, endsAt: endOfLocalDate(event.promisedOn, timeZone) };
      // A day that was over when it was promised binds nobody.
      if (event.promisedOn < localDateAt(at, timeZone)) promise = null;
    }
    if (closed) promise = null;
    if (closed !== isClosed(before) || state !== before) {
      found.archivedAt = state === 'ARCHIVED' ? at : null;
      found.archiveReason = state === 'ARCHIVED' ? (event.reasonCode ?? kind) : null;
      found.completedBy = state === 'COMPLETED' ? completedBy(event) : null;
    }
    before = state;
  }
  settlePromise(now);
  const standing = promise as PromisedDay | null;
  return { ...found, promisedOn: standing?.on ?? null, promiseEndsAt: standing?.endsAt ?? null };
}

const isClosed = (state: ReportTransitioned['state'] | null) => state === 'COMPLETED' || state === 'ARCHIVED';

function completedBy({ kind, reasonCode, actorKind }: ReportTransitioned): Outcomes['completedBy'] {
  if (reasonCode === 'WITH_MASTER') return 'WITH_MASTER';
  if (kind === 'CONFIRMED' || reasonCode === 'CONFIRMED') return 'REPORTER';
  return actorKind === 'SYSTEM' || reasonCode === 'AUTOMATIC' ? 'AUTOMATIC' : 'NATIONAL_DESK';
}
