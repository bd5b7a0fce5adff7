import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';

/** What one short message costs with a provider, from a day (in Jakarta) on. */
export interface Price {
  provider: string;
  fromDay: string;
  rupiah: number;
}

/** What a month cost by short messages. */
export interface CostOfMonth {
  /** "2026-11". */
  month: string;
  provider: string;
  messages: number;
  segments: number;
  /** Segments that no price was set for. */
  unpriced: number;
  rupiah: number;
}

/** The price in force on a day: the newest of the last day that has one. */
export const PRICE_OF_DAY = `lateral (select p.rupiah from provider_price p where p.way = d.way and p.provider = d.provider
  and p.from_day <= d.day order by p.from_day desc, p.id desc limit 1)`;

export async function insertPrice(
  em: EntityManager,
  way: Way,
  price: Price & { at: Date; accountId: string; reason: string },
): Promise<void> {
  await em.execute(
    'insert into provider_price (way, provider, from_day, rupiah, at, account_id, reason) values (?, ?, ?, ?, ?, ?, ?)',
    [way, price.provider, price.fromDay, price.rupiah, price.at.toISOString(), price.accountId, price.reason],
  );
}

/** Prices in force on a day and those to come, by provider and day. */
export const pricesFrom = (database: Database, way: Way, day: string): Promise<Price[]> =>
  database.query<Price & Record<string, unknown>>(
    'provider-prices',
    `select provider, from_day as "fromDay", rupiah::float8 as rupiah from (
       select distinct on (provider, from_day) provider, from_day::text, rupiah from provider_price
       where way = $1 order by provider, from_day, id desc) newest
     where from_day::date > $2 or from_day::date = (select max(o.from_day) from provider_price o
       where o.way = $1 and o.provider = newest.provider and o.from_day <= $2)
     order by provider, from_day limit 100`,
    [way, day],
  );

/** The last months, newest first; the price of each day is the one that was in force then. */
export const costOfMonths = (database: Database, fromDay: string): Promise<CostOfMonth[]> =>
  database.query<CostOfMonth & Record<string, unknown>>(
    'sending-months',
    `select to_char(d.day, 'YYYY-MM') as month, d.provider, sum(d.messages)::int as messages, sum(d.segments)::int as segments,
       coalesce(sum(d.segments) filter (where price.rupiah is null), 0)::int as unpriced,
       coalesce(sum(d.segments * price.rupiah), 0)::float8 as rupiah
     from sending_day d left join ${PRICE_OF_DAY} price on true
     where d.way = 'PHONE' and d.day >= $1 group by 1, 2 order by 1 desc, 2 limit 60`,
    [fromDay],
  );
