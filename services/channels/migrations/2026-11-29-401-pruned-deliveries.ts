import { Migration } from '@lapor/database';

/** What is left of deliveries that ended long ago: counts of days, and digests of their names, so that none is used twice. */
export class PrunedDeliveries extends Migration {
  override up() {
    this.addSql(`create table delivery_day (
      day date not null,
      template text not null,
      way text not null,
      state text not null,
      messages int not null,
      primary key (day, template, way, state)
    )`);
    this.addSql(`create table delivery_key (digest bytea primary key)`);
    this.addSql(`create index delivery_ended on delivery (finished_at) where finished_at is not null`);
  }
}
