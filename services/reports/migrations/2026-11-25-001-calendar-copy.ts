import { Migration } from '@lapor/database';

/** The calendar as `sla` tells it, since when a hold from publication counts, and that a reporter was told of a sealed file. */
export class CalendarCopy extends Migration {
  override up(): void {
    this.addSql(`create table calendar (
      only_one boolean primary key default true check (only_one),
      version int not null,
      name text not null,
      known_until date not null,
      holidays jsonb not null
    )`);
    // Holds of before have none and keep the end that they were given.
    this.addSql(`alter table report add column withheld_at timestamptz`);
    this.addSql(`create index report_hold_began on report (withheld_at, id) where withheld_at is not null`);
    this.addSql(`alter table attachment add column sealing_told_at timestamptz`);
  }
}
