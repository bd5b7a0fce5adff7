import { Migration } from '@lapor/database';

/** Stand-ins for organisations that nobody staffs, and the links by which their heads answer. */
export class HandOvers extends Migration {
  override up(): void {
    // With a stand-in: the organisation named, or the national desk where none is.
    this.addSql(`alter table assignment
      add column is_handed_over boolean not null default false,
      add column stand_in_organisation_id text,
      add column hand_over_id uuid,
      add column hand_over_until timestamptz`);
    this.addSql(
      `create index assignment_stand_in on assignment (stand_in_organisation_id, assigned_at, id) where is_handed_over and ended_at is null`,
    );
    this.addSql(
      `create index assignment_stand_in_path on assignment using gin (path) where is_handed_over and ended_at is null`,
    );
    this.addSql(`create table hand_over (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      assignment_id uuid not null references assignment (id) deferrable initially deferred,
      organisation_id text not null,
      stand_in_organisation_id text,
      handed_over_at timestamptz not null,
      expires_at timestamptz not null,
      sent_at timestamptz,
      letter_needed_at timestamptz,
      opened_at timestamptz,
      answered_at timestamptz,
      ended_at timestamptz,
      end_reason text check (end_reason in ('STAFFED', 'LEFT', 'CLOSED', 'REVOKED', 'EXPIRED', 'REPLACED')),
      check ((ended_at is null) = (end_reason is null))
    )`);
    this.addSql(`create unique index hand_over_running on hand_over (assignment_id) where ended_at is null`);
    this.addSql(`create index hand_over_report on hand_over (report_id, handed_over_at desc)`);
    this.addSql(`create index hand_over_expiry on hand_over (expires_at) where ended_at is null`);
  }
}
