import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';
import type { DeliveryState } from './state.ts';
import { keepParts, OWN_NAMES } from './receipts.ts';
import { KEY_OF } from './prune.ts';
import { noteSent } from './sending-day.ts';
import { tellOwners, type Ended } from './tell-owners.ts';

export type { DeliveryState } from './state.ts';

export interface DeliveryRow {
  id: string;
  template: string;
  reportId: string | null;
  /** Of a message to the head of an organisation. */
  handOverId: string | null;
  organisationId: string | null;
  officerId: string | null;
  /** Of a message to a follower. */
  followId: string | null;
  /** Of a letter of the Ombudsman. */
  letterId: string | null;
  content: Buffer | null;
  state: DeliveryState;
  /** Known from the first for answers and codes; of what goes to a reporter since the first attempt. */
  way: Way | null;
  requestedAt: Date;
}

/** Writes a new delivery; `false` when there is, or ever was, one of this id. */
export async function insertDelivery(
  em: EntityManager,
  row: {
    id: string;
    template: string;
    reportId?: string;
    handOverId?: string;
    organisationId?: string;
    officerId?: string;
    followId?: string;
    letterId?: string;
    way?: Way;
    content: Buffer;
    requestedAt: Date;
  },
): Promise<boolean> {
  const inserted = await em.execute<unknown[]>(
    `insert into delivery (id, template, report_id, hand_over_id, organisation_id, officer_id, follow_id, letter_id, way, content, state, requested_at)
     select ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?::bytea, 'WAITING', ?::timestamptz
     where not exists (select 1 from delivery_key where digest = ${KEY_OF('?')}) on conflict (id) do nothing returning id`,
    [
      row.id,
      row.template,
      row.reportId ?? null,
      row.handOverId ?? null,
      row.organisationId ?? null,
      row.officerId ?? null,
      row.followId ?? null,
      row.letterId ?? null,
      row.way ?? null,
      row.content,
      row.requestedAt,
      row.id,
    ],
  );
  return inserted.length === 1;
}

export async function findDelivery(database: Database, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database.query<DeliveryRow>(
    'delivery-by-id',
    'select id, template, report_id as "reportId", hand_over_id as "handOverId", organisation_id as "organisationId", officer_id as "officerId", follow_id as "followId", letter_id as "letterId", content, state, way, requested_at as "requestedAt" from delivery where id = $1',
    [id],
  );
  return row;
}

/** Marks that an attempt begins, before anything leaves the house; `false` when somebody else has it. */
export async function claimDelivery(
  database: Database,
  id: string,
  from: DeliveryState,
  { way, segments }: { way: Way; segments: number | null },
): Promise<boolean> {
  const rows = await database.query(
    'delivery-claim',
    `update delivery set state = 'SENDING', attempts = attempts + 1, segments = $3, way = $4, held_until = null where id = $1 and state = $2 returning id`,
    [id, from, segments, way],
  );
  return rows.length === 1;
}

export interface DeliveryEnd {
  state: 'SENT' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN';
  reason: string | null;
  at: Date;
  provider?: string | undefined;
  /** The other side's names of its parts. */
  messageIds?: readonly string[] | undefined;
}

/**
 * Ends a delivery and erases what it was made of. Of a message to a head or a reporter `reports` is told, of a letter `sla`, in the same
 * transaction; so are the names under which the other side may tell of it later.
 */
export async function finishDelivery(database: Database, id: string, end: DeliveryEnd): Promise<void> {
  await database.transaction(async (em) => {
    const provider = end.provider ?? null;
    const messageIds = provider === null ? [] : (end.messageIds ?? []);
    const [ended] = await em.execute<(Ended & { segments: number | null })[]>(
      `update delivery set state = ?, reason = ?, finished_at = ?, content = null, held_until = null, provider = ?, provider_message_id = ?
       where id = ? and finished_at is null
       returning template, way, segments, report_id as "reportId", hand_over_id as "handOverId", letter_id as "letterId"`,
      [end.state, end.reason, end.at.toISOString(), provider, messageIds[0] ?? null, id],
    );
    if (!ended) return;
    if (end.state === 'SENT' || end.state === 'UNCERTAIN') await noteSent(em, { ...ended, ...end });
    // One event, one message: the answer at the door was it.
    if (end.reason !== 'ANSWERED_AT_DOOR') await tellOwners(em, id, ended, end.state, end.at);
    if (provider !== null && messageIds.length > 0)
      await keepParts(em, {
        id,
        provider: messageIds.includes(id) ? OWN_NAMES : provider,
        messageIds,
        at: end.at,
      });
  });
}
