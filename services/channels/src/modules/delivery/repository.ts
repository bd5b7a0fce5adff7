import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';

export type DeliveryState = 'WAITING' | 'SENDING' | 'SENT' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN';

export interface DeliveryRow {
  id: string;
  template: string;
  reportId: string | null;
  content: Buffer | null;
  state: DeliveryState;
}

/** Writes a new delivery; `false` when there is one of this id already. */
export async function insertDelivery(
  em: EntityManager,
  row: { id: string; template: string; reportId: string | null; content: Buffer; requestedAt: Date },
): Promise<boolean> {
  const inserted = await em.execute<unknown[]>(
    `insert into delivery (id, template, report_id, content, state, requested_at)
     values (?, ?, ?, ?, 'WAITING', ?) on conflict (id) do nothing returning id`,
    [row.id, row.template, row.reportId, row.content, row.requestedAt],
  );
  return inserted.length === 1;
}

export async function findDelivery(database: Database, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await database.query<DeliveryRow>(
    'delivery-by-id',
    'select id, template, report_id as "reportId", content, state from delivery where id = $1',
    [id],
  );
  return row;
}

/** Marks that an attempt begins, before anything leaves the house; `false` when somebody else has it. */
export async function claimDelivery(database: Database, id: string, from: DeliveryState): Promise<boolean> {
  const rows = await database.query(
    'delivery-claim',
    `update delivery set state = 'SENDING', attempts = attempts + 1 where id = $1 and state = $2 returning id`,
    [id, from],
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

/** Ends a delivery and erases what it was made of. */
export async function finishDelivery(
  database: Database,
  id: string,
  end: { state: 'SENT' | 'FAILED' | 'NO_ADDRESS' | 'UNCERTAIN'; reason: string | null; at: Date },
): Promise<void> {
  await database.query(
    'delivery-finish',
    `update delivery set state = $2, reason = $3, finished_at = $4, content = null where id = $1 and finished_at is null`,
    [id, end.state, end.reason, end.at],
  );
}
