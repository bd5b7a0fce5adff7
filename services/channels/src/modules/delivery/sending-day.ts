import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';
import { PRICE_OF_DAY } from './prices.ts';

/** The day in Jakarta, by which messages are counted and paid. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** Counts a message that left, or may have, with what it cost. One row per day, way and provider. */
export async function noteSent(
  em: EntityManager,
  sent: {
    way: Way | null;
    provider?: string | undefined;
    segments: number | null;
    state: string;
    at: Date;
  },
): Promise<void> {
  if (sent.way === null) return;
  const uncertain = sent.state === 'UNCERTAIN' ? 1 : 0;
  await em.execute(
    `insert into sending_day as d (day, way, provider, messages, segments, uncertain) values (?, ?, ?, 1, ?, ?)
     on conflict (day, way, provider) do update set messages = d.messages + 1, segments = d.segments + excluded.segments,
       uncertain = d.uncertain + excluded.uncertain`,
    [dayOf(sent.at), sent.way, sent.provider ?? 'UNKNOWN', sent.segments ?? 0, uncertain],
  );
}

/** What was sent in a day, by one way and provider. */
export interface CostOfDay {
  /** In Jakarta. */
  day: string;
  way: Way;
  provider: string;
  messages: number;
  /** Of short messages: what is paid for. */
  segments: number;
  uncertain: number;
  arrived: number;
  notArrived: number;
  /** `null`: no price was set for that day. */
  rupiah: number | null;
}

/** Newest day first, a hundred rows at most. */
export async function costOfDays(database: Database, from: string): Promise<CostOfDay[]> {
  return database.query<CostOfDay & Record<string, unknown>>(
    'sending-days',
    `select d.day, d.way, d.provider, d.messages, d.segments, d.uncertain, d.arrived, d.not_arrived as "notArrived",
       (d.segments * price.rupiah)::float8 as rupiah
     from sending_day d left join ${PRICE_OF_DAY} price on true
     where d.day >= $1 order by d.day desc, d.way, d.provider limit 100`,
    [from],
  );
}
