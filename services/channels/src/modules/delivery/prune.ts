import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';

/** So long a message that arrived, or had no address, is kept: receipts of it come within a fortnight. */
const DAYS_OF_OTHERS = 30;
/** So long operators see what did not reach anybody. */
const DAYS_OF_FAILED = 90;
const FAILED = ['FAILED', 'UNCERTAIN', 'NOT_ARRIVED'] as const;
const OTHERS = ['SENT', 'ARRIVED', 'NO_ADDRESS'] as const;
/** So many at a time, and so often in one run: locks are held for moments, and a year's worth is gone within a day. */
const BATCH = 500;
const MOST_BATCHES = 10;

/**
 * Takes away deliveries that ended long ago. What stays: how many of each kind there were in a day (`delivery_day`), and a digest of each
 * name (`delivery_key`), so that nobody is told twice under it.
 */
export async function pruneDeliveries(database: Database, now: Date): Promise<number> {
  let pruned = 0;
  for (const [states, days] of [
    [OTHERS, DAYS_OF_OTHERS],
    [FAILED, DAYS_OF_FAILED],
  ] as const) {
    const before = new Date(now.getTime() - days * 86_400_000);
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const count = await database.transaction((em) => pruneSome(em, states, before));
      pruned += count;
      if (count < BATCH) break;
    }
  }
  return pruned;
}

async function pruneSome(em: EntityManager, states: readonly string[], before: Date): Promise<number> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from delivery where finished_at < ? and state in (${states.map(() => '?').join(', ')})
     order by finished_at limit ${BATCH} for update skip locked`,
    [before.toISOString(), ...states],
  );
  if (rows.length === 0) return 0;
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const these = 'in (select jsonb_array_elements_text(?::jsonb))';
  await em.execute(`delete from delivery_part where delivery_id ${these}`, [ids]);
  await em.execute(`delete from mailbox_message where delivery_id ${these}`, [ids]);
  await em.execute(
    `with gone as (delete from delivery where id ${these}
         returning id, template, coalesce(way, 'NONE') as way, state, (finished_at at time zone 'Asia/Jakarta')::date as day),
       named as (insert into delivery_key (digest) select ${KEY_OF('id')} from gone on conflict do nothing)
     insert into delivery_day as d (day, template, way, state, messages)
     select day, template, way, state, count(*) from gone group by day, template, way, state
     on conflict (day, template, way, state) do update set messages = d.messages + excluded.messages`,
    [ids],
  );
  return rows.length;
}

/** SQL: what is left of a name. */
export const KEY_OF = (id: string): string => `substring(sha256(convert_to(${id}, 'UTF8')) for 16)`;
