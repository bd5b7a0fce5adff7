import { Migration } from '@lapor/database';

/** Results without proof, holds with a deadline, the moderation log, duplicates with their master, and organisations a reporter keeps out. */
export class Handling extends Migration {
  override up(): void {
    this.addSql(`alter table history add column no_proof_reason text`);

    this.addSql(`alter table report
      add column withheld_until timestamptz,
      add column master_id uuid references report (id) deferrable initially deferred,
      add column master_sequence int,
      add column excluded_organisation_ids text[] not null default '{}',
      add constraint report_not_its_own_master check (master_id <> id)`);
    this.addSql(`create index report_master on report (master_id) where master_id is not null`);
    this.addSql(
      `create index report_held on report ((coalesce(withheld_until, updated_at)), id)
       where not is_published and not is_confidential and first_disposed_at is not null and state in ('DISPOSED', 'IN_PROGRESS', 'COMPLETED')`,
    );

    // Masters at which something happened, until their duplicates have followed.
    this.addSql(`create table master_change (
      master_id uuid primary key references report (id) on delete cascade,
      sequence int not null
    )`);

    // What was done to what the public reads; never a word of it.
    this.addSql(`create table moderation_action (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      at timestamptz not null,
      kind text not null check (kind in ('WITHHELD', 'RELEASED', 'TEXT_REDACTED', 'PHOTO_REDACTED')),
      rule text check (rule in ('PERSONAL_DATA', 'HATE', 'SLANDER', 'CHILD', 'SECRET_BY_LAW', 'OTHER'))
    )`);
    this.addSql(`create index moderation_action_newest on moderation_action (at desc, id desc)`);
    this.addSql(`create index moderation_action_report on moderation_action (report_id, at)`);
  }
}
