import type { Clock } from '@lapor/clock';
import type { Viewer } from '@lapor/viewer';
import { Assignment } from './assignment-graphql.ts';
import { ErasureRequest } from './erasure-graphql.ts';
import { Report, type ReportPermissions } from './graphql.ts';
import { MOST_RETURNS, next, REOPENING_DAYS, type Transition } from './lifecycle.ts';
import { GeoPoint } from './point-graphql.ts';
import { decide, may, mayReadReporterDocuments } from './policy.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { answersByHandOver, isReporter } from './policy-reach.ts';
import { Organisation, Region } from './references-graphql.ts';
import { lifecycleFacts, pointOf, policyFacts, type ReportRow } from './read-model.ts';

const organisation = (id: string | null): Organisation | null =>
  id === null ? null : Object.assign(new Organisation(), { id });

/** The transition by which an operation changes a report; several where one is enough to show the button. */
const TRANSITION: Record<keyof ReportPermissions, Transition | null> = {
  verify: 'verify',
  postpone: 'postpone',
  archive: 'archive',
  reclassify: 'reclassify',
  dispose: 'disposeFurther',
  assign: 'changeLead',
  return: 'return',
  answer: 'acknowledge',
  correct: 'correct',
  requestInformation: 'requestInformation',
  proposeClosing: 'proposeClosing',
  close: 'close',
  handOver: 'handOver',
  revealIdentity: 'revealIdentity',
  flag: 'flag',
  withhold: 'withhold',
  release: 'publish',
  redact: 'redact',
  redactByAnyRule: 'redact',
  markDuplicate: 'markDuplicate',
  completeData: 'completeData',
  reply: 'reply',
  confirm: 'confirm',
  dispute: 'dispute',
  rate: 'rateWell',
  withdraw: 'withdraw',
  appeal: 'appeal',
  removeFlag: 'removeFlag',
  writeToReporter: 'writeToReporter',
  replyPrivately: 'replyPrivately',
  support: null,
  addNote: null,
};

/** Judged when they are asked for: a list asks for none of them. */
function permissionsOf(row: ReportRow, facts: PolicyFacts, viewer: Viewer, now: Date): Report['permissions'] {
  const lifecycle = lifecycleFacts(row);
  return (operation) => {
    const transition = TRANSITION[operation];
    return (
      decide(viewer, facts, operation).allowed && (transition === null || next(lifecycle, transition, now).ok)
    );
  };
}

const erasureRequest = ({ erasure_asked_at, ended_at }: ReportRow): ErasureRequest | null =>
  erasure_asked_at &&
  Object.assign(new ErasureRequest(), {
    requestedAt: erasure_asked_at,
    erasesAfter: ended_at && new Date(ended_at.getTime() + REOPENING_DAYS * 86_400_000),
  });

/** A row as the graph shows it to a viewer, or `null` when the viewer may not read it. The only way from table to graph. */
export function toReport(
  row: ReportRow,
  viewer: Viewer,
  keys: { lookupSecret: string; clock: Clock },
): Report | null {
  const facts = policyFacts(row, viewer, keys);
  if (!may(viewer, facts, 'read')) return null;
  const isParty = may(viewer, { ...facts, isPublished: false }, 'read');
  return Object.assign(new Report(), {
    permissions: permissionsOf(row, facts, viewer, keys.clock.now()),
    id: row.id,
    number: row.number,
    version: isParty ? row.sequence : null,
    kind: row.kind,
    class: row.class,
    state: row.state,
    title: row.title,
    text: row.text,
    occurredOn: row.occurred_on,
    placeText: row.place_text,
    point: pointOf(row) && Object.assign(new GeoPoint(), pointOf(row)),
    region: row.region_code === null ? null : Object.assign(new Region(), { code: row.region_code }),
    suggestedOrganisation: organisation(row.suggested_organisation_id),
    handler: organisation(row.lead_organisation_id),
    assignments: (row.assignments ?? []).map(
      ({ organisationId, role, assignedAt, isHandedOver, standInOrganisationId }) =>
        Object.assign(new Assignment(), {
          organisation: organisation(organisationId),
          role,
          assignedAt: new Date(assignedAt),
          isHandedOver,
          standIn: isHandedOver ? organisation(row.is_confidential ? null : standInOrganisationId) : null,
        }),
    ),
    channel: row.channel,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    isAnonymous: row.is_anonymous,
    isConfidential: row.is_confidential,
    isPublished: row.is_published,
    withheldUntil: isParty && row.is_held ? row.withheld_until : null,
    reporterLabel: row.public_name ?? (row.is_anonymous ? 'Anonim' : `Pelapor ${row.number.slice(-4)}`),
    returnCount: row.return_count,
    mustTake: row.return_count >= MOST_RETURNS && row.lead_organisation_id !== null,
    supportCount: row.support_count,
    missingData: isParty && row.state === 'POSTPONED' ? row.missing_data : null,
    archiveCode: row.archive_code,
    closingCode: row.closing_code,
    rating: row.rating,
    closesAutomaticallyAt: row.closes_automatically_at,
    nextDueAt: row.next_due_at,
    nextDueClock: row.next_due_clock,
    erasureRequest: isReporter(viewer, facts) ? erasureRequest(row) : null,
    viewerIsReporter: isReporter(viewer, facts),
    viewerAnswersByHandOver: answersByHandOver(viewer, facts),
    viewerIsParty: isParty,
    viewerOrdersWork: may(viewer, facts, 'orderWork'),
    viewerDraftsAnswer: may(viewer, facts, 'draftAnswer'),
    viewerReadsNotes: may(viewer, facts, 'readNotes'),
    viewerLeases: may(viewer, facts, 'lease'),
    viewerMarksPresence: may(viewer, facts, 'markPresence'),
    viewerReadsReporterDocuments: mayReadReporterDocuments(viewer, facts),
    categoryId: row.category_id,
    masterId: row.master_id,
  });
}
