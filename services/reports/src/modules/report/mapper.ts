import type { Clock } from '@lapor/clock';
import type { Viewer } from '@lapor/viewer';
import { Assignment, GeoPoint, Organisation, Region, Report, type ReportPermissions } from './graphql.ts';
import { next, type Transition } from './lifecycle.ts';
import {
  answersByHandOver,
  decide,
  isReporter,
  may,
  mayReadReporterDocuments,
  type PolicyFacts,
} from './policy.ts';
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
  return: 'return',
  answer: 'acknowledge',
  requestInformation: 'requestInformation',
  proposeClosing: 'proposeClosing',
  close: 'close',
  handOver: 'handOver',
  revealIdentity: 'revealIdentity',
  flag: 'flag',
  completeData: 'completeData',
  reply: 'reply',
  confirm: 'confirm',
  dispute: 'dispute',
  rate: 'rateWell',
  withdraw: 'withdraw',
  appeal: 'appeal',
  removeFlag: 'removeFlag',
  support: null,
};
const OPERATIONS = Object.keys(TRANSITION) as (keyof ReportPermissions)[];

function permissionsOf(row: ReportRow, facts: PolicyFacts, viewer: Viewer, now: Date): ReportPermissions {
  const lifecycle = lifecycleFacts(row);
  return Object.fromEntries(
    OPERATIONS.map((operation) => {
      const transition = TRANSITION[operation];
      return [
        operation,
        decide(viewer, facts, operation).allowed &&
          (transition === null || next(lifecycle, transition, now).ok),
      ];
    }),
  ) as ReportPermissions;
}

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
    reporterLabel: row.public_name ?? (row.is_anonymous ? 'Anonim' : `Pelapor ${row.number.slice(-4)}`),
    returnCount: row.return_count,
    supportCount: row.support_count,
    missingData: isParty && row.state === 'POSTPONED' ? row.missing_data : null,
    archiveCode: row.archive_code,
    closingCode: row.closing_code,
    rating: row.rating,
    closesAutomaticallyAt: row.closes_automatically_at,
    nextDueAt: row.next_due_at,
    nextDueClock: row.next_due_clock,
    viewerIsReporter: isReporter(viewer, facts),
    viewerAnswersByHandOver: answersByHandOver(viewer, facts),
    viewerIsParty: isParty,
    viewerReadsReporterDocuments: mayReadReporterDocuments(viewer, facts),
    categoryId: row.category_id,
  });
}
