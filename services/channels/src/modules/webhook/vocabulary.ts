/** Where the types of our events begin: the domain of the platform, reversed. */
const PREFIX = 'id.go.lapor.';

export const WEBHOOK_STATES = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

export const MESSAGE_STATES = ['WAITING', 'DELIVERED', 'FAILED'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Why nothing is sent to a webhook any more. */
export type DisabledReason = 'GONE' | 'FAILING' | 'BY_HAND';

/** What everybody may know of a published report: the kinds of its public history. */
const PUBLIC_KINDS = [
  'SUBMITTED',
  'COMPLETED_DATA',
  'VERIFIED',
  'POSTPONED',
  'ARCHIVED',
  'APPEALED',
  'RECLASSIFIED',
  'DISPOSED',
  'CO_HANDLERS_CHANGED',
  'LEAD_CHANGED',
  'RETURNED',
  'ACKNOWLEDGED',
  'PLANNED',
  'RESULT',
  'OBSTACLE',
  'CORRECTED',
  'REPLIED',
  'INFORMATION_REQUESTED',
  'CONFIRMED',
  'COMPLETED',
  'DISPUTED',
  'RATED',
  'WITHDRAWN',
  'PUBLISHED',
  'WITHHELD',
  'MARKED_DUPLICATE',
  'UNMARKED_DUPLICATE',
  'REDACTED',
  'REASSIGNED',
] as const;

/** What only those who handle a report know of it. That an identity was read is nobody's but the reporter's. */
const HANDLERS_KINDS = [
  'ANSWER_PROPOSED',
  'ANSWER_REJECTED',
  'CLOSING_PROPOSED',
  'FLAGGED',
  'FLAG_REMOVED',
  'HANDED_OVER',
  'HAND_OVER_ENDED',
  'MESSAGE',
] as const;

const publicKinds: ReadonlySet<string> = new Set(PUBLIC_KINDS);
const handlersKinds: ReadonlySet<string> = new Set(HANDLERS_KINDS);

/** Whether a webhook hears of entries of this kind: that of an organisation of its own reports, the national one of published ones. */
export const isToldOf = (kind: string, isNational: boolean): boolean =>
  publicKinds.has(kind) || (!isNational && handlersKinds.has(kind));

/** `PLANNED` → `id.go.lapor.report.planned`. */
export const typeOfKind = (kind: string): string =>
  `${PREFIX}report.${kind.toLowerCase().replaceAll('_', '-')}`;

/** All that is ever said of a confidential report. */
export const CHANGED_TYPE = `${PREFIX}report.changed`;
/** The report is no longer with the organisation, or no longer public. */
export const LEFT_TYPE = `${PREFIX}report.left`;
/** Asked for by whoever manages the webhook. */
export const TEST_TYPE = `${PREFIX}webhook.test`;

/** What a webhook can be limited to. */
export const EVENT_TYPES: readonly string[] = [
  ...[...PUBLIC_KINDS, ...HANDLERS_KINDS].map(typeOfKind),
  CHANGED_TYPE,
  LEFT_TYPE,
];
