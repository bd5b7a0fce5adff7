import { Migration } from '@lapor/database';

/** The copy of the organisations knows who succeeds whom and who is staffed; what their changes mean for reports is work that waits in a table. */
export class FollowOrganisations extends Migration {
  override up(): void {
    this.addSql(`alter table organisation rename column is_connected to is_staffed`);
    this.addSql(`alter table organisation add column unit_keys text[] not null default '{}',
      add column successor_ids text[] not null default '{}'`);
    this.addSql(`create index organisation_successor on organisation using gin (successor_ids)
      where successor_ids <> '{}'`);
    // Organisations whose reports have to follow a change: kept until the last report has.
    this.addSql(`create table organisation_work (
      organisation_id text primary key,
      since timestamptz not null,
      -- One more with each change: work that was asked for again while it was done is not done.
      round int not null default 1,
      tried_at timestamptz
    )`);
    this.addSql(
      `create index assignment_running on assignment (organisation_id, report_id) where ended_at is null`,
    );
    this.addSql(
      `create index report_at_desk on report (desk_organisation_id, id) where state in ('SUBMITTED', 'POSTPONED') and desk_organisation_id is not null`,
    );
  }
}
