import type { EntityManager } from '@mikro-orm/postgresql';

/** Everything that is recorded of operators and of those who manage webhooks. */
export const DESK_ACTIONS = [
  'ADDRESS_REVEALED',
  'LEASE_TAKEN_OVER',
  'ANSWERED',
  'REPORT_FILED',
  'ATTACHED',
  'CLOSED',
  'WORDING_CHANGED',
  'WORDING_BACK_TO_BUILT_IN',
  'PROVIDER_RESTED',
  'PROVIDER_BROUGHT_BACK',
  'PROVIDERS_ORDERED',
  'PRICE_SET',
  'WEBHOOK_CREATED',
  'WEBHOOK_CHANGED',
  'WEBHOOK_SECRET_ROTATED',
  'WEBHOOK_TESTED',
  'WEBHOOK_MESSAGE_REPLAYED',
] as const;
export type DeskActionName = (typeof DESK_ACTIONS)[number];

/** What is kept for the record. Ids, codes, and words of the one who acts: no address, nothing that a sender wrote. */
export interface DeskAction {
  at: Date;
  /** Account of whoever acts. */
  accountId: string;
  action: DeskActionName;
  /** Id of the message, the webhook, or whatever it is done to. */
  subjectId: string;
  door?: string | undefined;
  /** A code or an id. */
  detail?: string | undefined;
  reason?: string | undefined;
  /** UUID made by the device: a second action of the same account and key is refused by the table. */
  requestKey?: string | undefined;
}

/** Writes an entry in the running transaction. A failure is the caller's failure: what cannot be recorded does not happen. */
export async function recordAction(em: EntityManager, entry: DeskAction): Promise<void> {
  await em.execute(
    `insert into desk_action (at, account_id, action, subject_id, door, detail, reason, request_key)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      entry.at.toISOString(),
      entry.accountId,
      entry.action,
      entry.subjectId,
      entry.door ?? null,
      entry.detail ?? null,
      entry.reason ?? null,
      entry.requestKey ?? null,
    ],
  );
}

/** What somebody did by this key before; `undefined`: nothing. */
export async function findAction(
  em: EntityManager,
  accountId: string,
  requestKey: string,
): Promise<{ action: string; subjectId: string; detail: string | null } | undefined> {
  const [row] = await em.execute<{ action: string; subjectId: string; detail: string | null }[]>(
    `select action, subject_id as "subjectId", detail from desk_action where account_id = ? and request_key = ?`,
    [accountId, requestKey],
  );
  return row;
}
