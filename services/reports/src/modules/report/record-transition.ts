import type { EntityManager } from '@mikro-orm/postgresql';
import { eventInserts, type NewEvent, type ReportTransitioned } from '@lapor/events';
import { historyInsert, said, type TextAudience } from '../history/index.ts';
import { auditInsert, type AuditNote } from '../audit/index.ts';
import { findOrganisations } from '../organisation/index.ts';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { ReportsDependencies } from './dependencies.ts';
import type { Assignment, Report } from './entity.ts';
import { refreshInbox } from './inbox-entries.ts';
import { notificationOf } from './notifications.ts';
import type { ActorKind, HistoryKind, ReportState } from './vocabulary.ts';

/** Who acted, as history and events keep it. Citizens stay without id. */
export interface Actor {
  kind: ActorKind;
  role: string | null;
  officerId: string | null;
  organisationId: string | null;
  isNationalDesk: boolean;
  /** The API key that acted, if it was one. */
  apiKeyId?: string | null;
}

/** The platform itself. */
export const SYSTEM: Actor = {
  kind: 'SYSTEM',
  role: null,
  officerId: null,
  organisationId: null,
  isNationalDesk: false,
};

/** What an entry of the history says beyond who, when and which state. */
export interface Entry {
  kind: HistoryKind;
  text?: string | null;
  audience?: TextAudience;
  toOrganisationId?: string | null;
  reasonCode?: string | null;
  promisedOn?: string | null;
  /** Why a result comes without proof. */
  noProofReason?: string | null;
}

/** What a transition tells of a report, and moves on. */
export type ChangedReport = Pick<
  Report,
  | 'id'
  | 'number'
  | 'kind'
  | 'class'
  | 'state'
  | 'regionCode'
  | 'categoryId'
  | 'channel'
  | 'isAnonymous'
  | 'isConfidential'
  | 'isPublished'
  | 'deskOrganisationId'
  | 'returnCount'
  | 'rating'
  | 'submittedAt'
  | 'updatedAt'
  | 'notificationsMuted'
  | 'sequence'
  | 'historySeal'
>;

export interface RecordedChange<Changed = ChangedReport> {
  report: Changed;
  /** Running assignments after the change; the lead first. */
  assignments: readonly Assignment[];
  stateBefore: ReportState | null;
  actor: Actor;
  entry: Entry;
  at: Date;
  requestKey?: string | null;
  /** Paths of those who had it before: who lost it may still see in the audit that they had. */
  pathsBefore?: readonly (readonly string[])[];
}

/** What a change leaves beside the report's own row, ready to be written. */
export interface RecordedTransition {
  /** Id of the history entry. */
  id: string;
  history: { sql: string; values: unknown[] };
  audit: AuditNote;
  events: NewEvent[];
}

/**
 * Makes the next entry of a report's history with its links, the note for the audit, event and notification.
 * `report.sequence` and `report.historySeal` are moved on here.
 * @param names path of the desk at which the report waits, its time zone where no unit had the report before, and the name of the
 *   organisation that the reporter is told of.
 */
export function nextTransition(
  deps: Pick<ReportsDependencies, 'chain' | 'newId'>,
  change: RecordedChange,
  previousHash: Uint8Array | null,
  {
    deskPath,
    deskTimeZone,
    organisationName,
  }: { deskPath: readonly string[]; deskTimeZone?: string | undefined; organisationName: string | null },
): RecordedTransition {
  const { report, assignments, actor, entry, at } = change;
  report.sequence += 1;
  report.updatedAt = at;
  const digested = entry.text ? deps.chain.digest(said(entry.text, entry.noProofReason)) : null;
  const facts = {
    reportId: report.id,
    sequence: report.sequence,
    kind: entry.kind,
    at,
    actorKind: actor.kind,
    actorRole: actor.role,
    officerId: actor.officerId,
    organisationId: actor.organisationId,
    toOrganisationId: entry.toOrganisationId ?? null,
    stateBefore: change.stateBefore,
    stateAfter: report.state,
    reasonCode: entry.reasonCode ?? null,
    promisedOn: entry.promisedOn ?? null,
    textAudience: entry.audience ?? 'PARTIES',
    textDigest: digested?.digest ?? null,
  };
  const hash = deps.chain.link(facts, previousHash);
  report.historySeal = deps.chain.seal(report.id, report.sequence, hash);
  const id = deps.newId();
  const notification = notificationOf(
    report,
    entry.kind,
    { organisationName, reasonCode: facts.reasonCode, actorKind: actor.kind },
    deps.newId(),
    at,
  );
  return {
    id,
    history: historyInsert({
      ...facts,
      id,
      requestKey: change.requestKey ?? null,
      text: entry.text ?? null,
      noProofReason: entry.noProofReason ?? null,
      textSalt: digested?.salt ?? null,
      previousHash,
      hash,
    }),
    audit: {
      at,
      action: entry.kind,
      ...auditActorOf(actor),
      organisationId: actor.organisationId,
      reportId: report.id,
      paths: [...(change.pathsBefore ?? []), ...assignments.map(({ path }) => path), deskPath],
      facts: { number: report.number, sequence: report.sequence, state: report.state },
    },
    events: [
      {
        type: 'report.transitioned',
        stream: report.id,
        occurredAt: at,
        payload: transitionedPayload(change, facts, { path: deskPath, timeZone: deskTimeZone }),
      },
      ...(notification ? [notification] : []),
    ],
  };
}

/**
 * Ends every change of a report: history row with its links, inbox rows, event and notification, in the running transaction.
 * `report.sequence` and `report.historySeal` are moved on here. Returns the id of the history entry.
 */
export async function recordTransition(
  deps: ReportsDependencies,
  em: EntityManager,
  change: RecordedChange<Report>,
): Promise<string> {
  const { report, assignments, actor, entry } = change;
  const organisations = await findOrganisations(
    em,
    [report.deskOrganisationId, entry.toOrganisationId, actor.organisationId].filter(
      (value): value is string => Boolean(value),
    ),
  );
  const deskPath = organisations.get(report.deskOrganisationId ?? '')?.path ?? [];
  const isPassedOn = entry.kind === 'DISPOSED' || entry.kind === 'LEAD_CHANGED';
  const concerned = isPassedOn ? entry.toOrganisationId : actor.organisationId;
  const organisationName = organisations.get(concerned ?? '')?.name ?? null;
  const previousHash = change.stateBefore === null ? null : await lastHash(em, report);
  const { id, history, audit, events } = nextTransition(deps, change, previousHash, {
    deskPath,
    organisationName,
  });
  await em.flush();
  await refreshInbox(
    em,
    report,
    assignments.map(({ path }) => path),
    deskPath,
    { history, audit: auditInsert(audit), events: eventInserts(SUBSCRIBERS, events) },
  );
  return id;
}

/** Brings the inbox rows up to date where nothing else of a report changes. */
export async function refreshInboxOf({
  em,
  report,
  assignments,
}: {
  em: EntityManager;
  report: Report;
  assignments: readonly Assignment[];
}): Promise<void> {
  const desk = report.deskOrganisationId ?? null;
  const deskPath = desk === null ? [] : ((await findOrganisations(em, [desk])).get(desk)?.path ?? []);
  await refreshInbox(
    em,
    report,
    assignments.map(({ path }) => path),
    deskPath,
  );
}

/** An actor as the audit keeps it. */
export const auditActorOf = (actor: Actor): Pick<AuditNote, 'actorKind' | 'actorId'> =>
  actor.apiKeyId
    ? { actorKind: 'KEY', actorId: actor.apiKeyId }
    : { actorKind: actor.kind, actorId: actor.officerId };

async function lastHash(em: EntityManager, report: Report): Promise<Uint8Array> {
  const rows = await em.execute<{ hash: Uint8Array }[]>(
    'select hash from history where report_id = ? and sequence = ?',
    [report.id, report.sequence],
  );
  if (!rows[0]) throw new Error('A report without its newest history entry');
  return rows[0].hash;
}

function transitionedPayload(
  { report, assignments, stateBefore, actor }: RecordedChange,
  facts: {
    sequence: number;
    kind: string;
    at: Date;
    toOrganisationId: string | null;
    reasonCode: string | null;
    promisedOn: string | null;
  },
  desk: { path: readonly string[]; timeZone: string | undefined },
): ReportTransitioned {
  return {
    reportId: report.id,
    number: report.number,
    sequence: facts.sequence,
    kind: facts.kind,
    at: facts.at.toISOString(),
    actorKind: actor.kind,
    byNationalDesk: actor.isNationalDesk,
    actorOrganisationId: actor.organisationId,
    toOrganisationId: facts.toOrganisationId,
    stateBefore,
    state: report.state,
    reasonCode: facts.reasonCode,
    promisedOn: facts.promisedOn,
    rating: report.rating ?? null,
    assignments: assignments.map(({ organisationId, role, governmentId, path, timeZone }) => ({
      organisationId,
      role,
      governmentId,
      path,
      timeZone,
    })),
    reportKind: report.kind,
    reportClass: report.class ?? null,
    categoryId: report.categoryId ?? null,
    regionCode: report.regionCode ?? null,
    channel: report.channel,
    submittedAt: report.submittedAt.toISOString(),
    isAnonymous: report.isAnonymous,
    isConfidential: report.isConfidential,
    isPublished: report.isPublished,
    returnCount: report.returnCount,
    desk: report.deskOrganisationId
      ? {
          organisationId: report.deskOrganisationId,
          path: [...desk.path],
          ...(desk.timeZone && { timeZone: desk.timeZone }),
        }
      : null,
  };
}
