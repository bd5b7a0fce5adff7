import type { ResultOf } from '../graphql.ts';
import type { StaffMessageId, Text } from '../language/use-text.ts';
import type { PostRole } from '../session/posts.ts';
import type { AuditEntriesDocument, ReportAuditDocument } from './audit.graphql.ts';

export type OrganisationEntry = ResultOf<
  typeof AuditEntriesDocument
>['auditEntries']['edges'][number]['node'];
export type ReportEntry = ResultOf<typeof ReportAuditDocument>['reportAuditEntries']['edges'][number]['node'];

/** What the log of organisations knows; each has a sentence (`audit.action.<ACTION>`). */
export const ORGANISATION_ACTION_GROUPS = [
  {
    group: 'OFFICERS',
    actions: [
      'OFFICER_REGISTERED',
      'OFFICER_INVITED',
      'OFFICER_RENAMED',
      'OFFICER_ADDRESS_CHANGED',
      'OFFICER_SUSPENDED',
      'OFFICER_REINSTATED',
      'POST_GRANTED',
      'POST_ENDED',
      'POST_MOVED',
      'ACCOUNT_CHANGED',
      'POST_DELEGATED',
      'DELEGATION_ENDED',
    ],
  },
  {
    group: 'READINESS',
    actions: [
      'READINESS_DECLARED',
      'DECLARATION_WITHDRAWN',
      'OBSTACLE_NOTED',
      'EVIDENCE_UPLOADED',
      'EVIDENCE_READ',
      'VISIT_RECORDED',
    ],
  },
  {
    group: 'TREE',
    actions: [
      'CHANGE_SCHEDULED',
      'CHANGE_CANCELLED',
      'CHANGE_APPLIED',
      'CHANGE_FAILED',
      'ORGANISATION_CREATED',
      'ORGANISATION_RENAMED',
      'ORGANISATION_MOVED',
      'ORGANISATION_MERGED',
      'ORGANISATION_ABSORBED',
      'ORGANISATION_RETIRED',
      'ORGANISATION_RESTORED',
      'ORGANISATION_UPDATED',
      'HEAD_UPDATED',
      'CLOSING_DAYS_SET',
      'DIRECT_VERIFICATION_SET',
      'UNITS_IMPORTED',
      'CATEGORY_ROUTE_SET',
    ],
  },
] as const;
export const ORGANISATION_ACTIONS = ORGANISATION_ACTION_GROUPS.flatMap(({ actions }) => [...actions]);
type OrganisationAction = (typeof ORGANISATION_ACTIONS)[number];

const isKnown = (action: string): action is OrganisationAction =>
  ORGANISATION_ACTIONS.some((known) => known === action);

const ROLES: readonly PostRole[] = [
  'NATIONAL_ADMIN',
  'AGENCY_ADMIN',
  'AGENCY_HEAD',
  'LIAISON_OFFICER',
  'FIELD_OFFICER',
  'OMBUDSMAN',
  'KSP_MONITOR',
  'ANALYST',
];

/** One entry of the log of organisations as a sentence. An action newer than this page keeps its code. */
export function organisationSentence(t: Text<StaffMessageId>, entry: OrganisationEntry): string {
  const fact = (name: string) => entry.facts.find((one) => one.name === name)?.value;
  const role = ROLES.find((known) => known === fact('role'));
  const item = fact('kind');
  const values = {
    actor: entry.actor ? (entry.actor.name ?? t('audit.somebody')) : t('audit.platform'),
    officer: entry.officer?.name ?? t('audit.somebody'),
    organisation: entry.organisation?.name ?? t('audit.anOrganisation'),
    role: role ? t(`role.${role}`) : t('audit.aPost'),
    item: isItem(item) ? t(`readiness.item.${item}`) : (item ?? ''),
    category: fact('categoryId') ?? '',
  };
  if (!isKnown(entry.action)) return t('audit.action.other', { actor: values.actor, action: entry.action });
  return t(`audit.action.${entry.action}`, values);
}

const ITEMS = [
  'ACTIVE_ADMIN',
  'LIAISON_OFFICER',
  'DECREE',
  'PROCEDURE',
  'FACILITIES',
  'STAFF_TRAINED',
] as const;
const isItem = (kind: string | undefined): kind is (typeof ITEMS)[number] =>
  ITEMS.some((known) => known === kind);

/** One entry of the log of reports as a sentence. */
export const reportSentence = (t: Text<StaffMessageId>, entry: ReportEntry): string =>
  t('audit.sentence', { actor: reportActor(t, entry), did: t(`audit.report.${entry.action}`) });

function reportActor(t: Text<StaffMessageId>, { actor, actorKind, organisation }: ReportEntry): string {
  const who = actorKind === 'OFFICER' ? (actor?.name ?? t('audit.somebody')) : t(`audit.actor.${actorKind}`);
  return organisation ? t('audit.actorOf', { who, organisation: organisation.name }) : who;
}

const DAY_MS = 86_400_000;
/** The days of the log are those of the capital, whoever reads it. */
const startOf = (day: string) => new Date(`${day}T00:00:00+07:00`).getTime();

/** Days of the filter as the instants between which an entry lies; the last day belongs to it. */
export const instantsOf = ({ from, until }: { from: string; until: string }) => ({
  from: from === '' ? null : new Date(startOf(from)).toISOString(),
  until: until === '' ? null : new Date(startOf(until) + DAY_MS).toISOString(),
});
