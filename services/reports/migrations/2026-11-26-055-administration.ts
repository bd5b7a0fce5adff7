import { Migration } from '@lapor/database';

/** What the national desk configures: how long things are kept, what categories ask for, templates for everybody; and what was imported when. */
export class Administration extends Migration {
  override up(): void {
    this.addSql(`create table retention_change (
      id uuid primary key,
      -- In which order they were entered: of several for one day the last counts.
      position bigint generated always as identity,
      rule text not null,
      days int not null check (days > 0),
      -- First day, WIB, on which the rule has this length.
      starts_on date not null,
      reason text not null,
      decree text,
      entered_at timestamptz not null,
      officer_id text not null,
      request_key uuid unique
    )`);
    this.addSql(`create trigger retention_change_append_only before update or delete on retention_change
      for each row execute function refuse_change()`);

    this.addSql(`alter table category add column needs_supporting_data boolean`);
    this.addSql(`update category set needs_supporting_data = is_sensitive`);
    this.addSql(`alter table category alter column needs_supporting_data set not null`);
    // 0: as the file says; else people have entered it, and the file leaves it alone.
    this.addSql(`alter table category add column settings_version int not null default 0`);
    this.addSql(`create table category_change (
      id uuid primary key,
      category_id text not null references category (id),
      version int not null,
      identity_requirement text not null check (identity_requirement in ('NONE', 'CONTACT', 'IDENTITY')),
      is_sensitive boolean not null,
      needs_supporting_data boolean not null,
      -- What was there before.
      before jsonb not null,
      reason text not null,
      entered_at timestamptz not null,
      officer_id text not null,
      request_key uuid unique,
      unique (category_id, version)
    )`);
    this.addSql(`create trigger category_change_append_only before update or delete on category_change
      for each row execute function refuse_change()`);
    this.addSql(
      `create index report_open_category on report (category_id) where state in ('SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS')`,
    );

    this.addSql(`alter table answer_template add column is_national boolean not null default false`);
    this.addSql(
      `create index answer_template_national on answer_template (kind, title) where is_national and retired_at is null`,
    );

    // Every import of a file, also one that was refused; imported_file keeps the last one.
    this.addSql(`create table reference_import (
      id uuid primary key,
      position bigint generated always as identity unique,
      at timestamptz not null,
      file text not null,
      content_hash text not null,
      outcome text not null check (outcome in ('IMPORTED', 'REFUSED')),
      counts jsonb not null,
      faults jsonb not null
    )`);
    this.addSql(`create index reference_import_newest on reference_import (at desc, id desc)`);
    this.addSql(`create trigger reference_import_append_only before update or delete on reference_import
      for each row execute function refuse_change()`);
    this.addSql(`insert into reference_import (id, at, file, content_hash, outcome, counts, faults)
      select gen_random_uuid(), imported_at, name, content_hash, 'IMPORTED', '{}', '[]' from imported_file`);
  }
}
