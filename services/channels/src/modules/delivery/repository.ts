import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import { appendEvents } from '@lapor/events';
import { SUBSCRIBERS } from '../../subscribers.ts';

export type DeliveryState = 'WAITING' | 'SENDING' | 'SENT' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN';

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
}

/** Writes a new delivery; `false` when there is one of this id already. */
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
    content: Buffer;
    requestedAt: Date;
  },
): Promise<boolean> {
  const inserted = await em.execute<unknown[]>(
    `insert into delivery (id, template, report_id, hand_over_id, organisation_id, officer_id, follow_id, letter_id, content, state, requested_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', ?) on conflict (id) do nothing returning id`,
    [
      row.id,
      row.template,
      row.reportId ?? null,
      row.handOverId ?? null,
      row.organisationId ?? null,
      row.officerId ?? null,
      row.followId ?? null,
      row.letterId ?? null,
      row.content,
      row.requestedAt,
    ],
  );
  return inserted.length === 1;
}

export async function findDelivery(database: Database, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database.query<DeliveryRow>(
    'delivery-by-id',
    'select id, template, report_id as "reportId", hand_over_id as "handOverId", organisation_id as "organisationId", officer_id as "officerId", follow_id as "followId", letter_id as "letterId", content, state from delivery where id = $1',
    [id],
  );
  return row;
}

/** Marks that an attempt begins, before anything leaves the house; `false` when somebody else has it. */
export async function claimDelivery(
  database: Database,
  id: string,
  from: DeliveryState,
  segments: number | null,
): Promise<boolean> {
  const rows = await database.query(
    'delivery-claim',
    `update delivery set state = 'SENDING', attempts = attempts + 1, segments = $3 where id = $1 and state = $2 returning id`,
    [id, from, segments],
  );
  return rows.length === 1;
}

/** Marks that another attempt will follow. */
export async function releaseDelivery(database: Database, id: string, reason: string): Promise<void> {
  await database.query(
    'delivery-release',
    `update delivery set state = 'WAITING', reason = $2 where id = $1 and state in ('WAITING', 'SENDING')`,
    [id, reason],
  );
}

/** Ends a delivery and erases what it was made of. Of a message to a head `reports` is told, of a letter `sla`, in the same transaction. */
export async function finishDelivery(
  database: Database,
  id: string,
  end: { state: 'SENT' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN'; reason: string | null; at: Date },
): Promise<void> {
  await database.transaction(async (em) => {
    const [ended] = await em.execute<{ handOverId: string | null; letterId: string | null }[]>(
      `update delivery set state = ?, reason = ?, finished_at = ?, content = null where id = ? and finished_at is null
       returning hand_over_id as "handOverId", letter_id as "letterId"`,
      [end.state, end.reason, end.at.toISOString(), id],
    );
    if (ended?.letterId) {
      const { letterId } = ended;
      const payload = { notificationId: id, letterId, outcome: end.state, at: end.at.toISOString() };
      const event = { type: 'letter.ended', stream: letterId, occurredAt: end.at, payload } as const;
      await appendEvents(em, SUBSCRIBERS, [event]);
    }
    if (!ended?.handOverId) return;
    const { handOverId } = ended;
    await appendEvents(em, SUBSCRIBERS, [
      {
        type: 'notification.ended',
        stream: handOverId,
        occurredAt: end.at,
        payload: { notificationId: id, handOverId, outcome: end.state, at: end.at.toISOString() },
      },
    ]);
  });
}
