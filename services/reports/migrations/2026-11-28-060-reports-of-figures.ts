import { Migration } from '@lapor/database';

/**
 * What lists behind figures need: the steps of a report that have ended, as `sla` tells of them. The ledger of retention by day, so that a page of it reads no more than a page.
 */
export class ReportsOfFigures extends Migration {
  override up(): void {
    this.addSql(`create table report_step (
      report_id uuid not null references report (id) on delete cascade,
      kind text not null,
      ordinal int not null,
      -- From the root of the owner's government to the owner; empty: the national desk.
      path text[] not null,
      ended_at timestamptz not null,
      is_on_time boolean not null,
      primary key (report_id, kind, ordinal)
    )`);
    this.addSql(`create index report_step_late on report_step (ended_at) where not is_on_time`);
    this.addSql(`create index report_step_on_time on report_step (ended_at) where is_on_time`);
    this.addSql(`create index report_step_owner on report_step using gin (path)`);
    this.addSql(
      `create index retention_run_by_day on retention_run (((at at time zone 'Asia/Jakarta')::date) desc, rule desc)`,
    );
  }
}
