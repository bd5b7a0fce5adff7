import type { MessageRow, WebhookRow } from './repository.ts';

export type CountedWebhook = WebhookRow & { waiting: number; failed30Days: number };

const iso = (date: Date | null): string | null => (date === null ? null : new Date(date).toISOString());

/** A webhook as whoever manages it reads it: never a secret. */
export const showWebhook = (row: CountedWebhook) => ({
  id: row.id,
  organisationId: row.organisationId,
  organisationName: row.organisationName,
  label: row.label,
  url: row.url,
  types: row.types,
  state: row.state,
  disabledReason: row.disabledReason,
  createdAt: iso(row.createdAt),
  createdBy: row.createdBy,
  failingSince: iso(row.failingSince),
  failures: row.failures,
  resumesAt: iso(row.resumeAt),
  lastDeliveredAt: iso(row.lastDeliveredAt),
  waiting: row.waiting,
  failed30Days: row.failed30Days,
  secretRotatedAt: iso(row.rotatedAt),
  previousSecretUntil: iso(row.previousUntil),
});
export type ShownWebhook = ReturnType<typeof showWebhook>;

export const showMessage = (row: MessageRow) => ({
  id: row.id,
  type: row.type,
  number: row.number,
  state: row.state,
  attempts: row.attempts,
  lastStatus: row.lastStatus,
  lastError: row.lastError,
  createdAt: iso(row.createdAt),
  nextAt: iso(row.nextAt),
  deliveredAt: iso(row.deliveredAt),
  payload: JSON.parse(row.payload) as unknown,
});
export type ShownMessage = ReturnType<typeof showMessage>;
