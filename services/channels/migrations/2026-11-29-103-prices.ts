import { Migration } from '@lapor/database';

/** What a short message costs with a provider, from a day on; each price stays, the newest of a day counts. */
export class Prices extends Migration {
  override up() {
    this.addSql(`create table provider_price (
      id bigint generated always as identity primary key,
      way text not null,
      provider text not null,
      from_day date not null,
      rupiah numeric(10, 2) not null check (rupiah >= 0),
      at timestamptz not null,
      account_id text not null,
      reason text not null
    )`);
    this.addSql(
      `create index provider_price_of on provider_price (way, provider, from_day desc, id desc) include (rupiah)`,
    );
    this.addSql(`create function provider_price_stays() returns trigger language plpgsql as $$
      begin raise exception 'a price stays as it is'; end $$`);
    this.addSql(`create trigger provider_price_stays before update or delete on provider_price
      for each row execute function provider_price_stays()`);
  }
}
