import { Migration } from '@lapor/database';
import { eventTables } from '@lapor/events';

/** All tables of the service: reports and what hangs on them, categories, the copies of organisations, outbox and inbox. */
export class CreateReports extends Migration {
  override up(): void {
    for (const statement of eventTables) this.addSql(statement);

    // Reference data of this service.
    this.addSql(
      `create table imported_file (name text primary key, content_hash text not null, imported_at timestamptz not null)`,
    );
    this.addSql(`create table category (
      id text primary key,
      parent_id text references category (id),
      name text not null,
      path text not null,
      level smallint not null,
      status text not null,
      usual_level text,
      national_org_id text,
      opd_key text,
      is_sensitive boolean not null,
      identity_requirement text not null,
      retired_at timestamptz,
      search tsvector generated always as (setweight(to_tsvector('indonesian', name), 'A') || setweight(to_tsvector('indonesian', path), 'B')) stored
    )`);
    this.addSql(`create index category_parent on category (parent_id, name)`);
    this.addSql(`create index category_search on category using gin (search)`);
    this.addSql(`create index category_name_similar on category using gin (lower(path) gin_trgm_ops)`);

    // Copy of the organisations, fed by events.
    this.addSql(`create table organisation (
      id text primary key,
      name text not null,
      acronym text,
      kind text not null,
      status text not null,
      parent_id text,
      government_id text not null,
      path text[] not null,
      region_code text,
      time_zone text not null,
      is_connected boolean not null,
      has_direct_verification boolean not null,
      version bigint not null
    )`);

    this.addSql(`create table report (
      id uuid primary key,
      number char(8) not null unique,
      submission_key_hash bytea not null unique,
      submission_body_hash bytea not null,
      access_code_hash bytea,
      account_lookup bytea,
      kind text not null,
      class text,
      state text not null,
      title text not null,
      text text not null,
      occurred_on date,
      place_text text,
      location point,
      region_code text,
      category_id text references category (id),
      suggested_organisation_id text,
      channel text not null,
      public_name text,
      is_anonymous boolean not null,
      is_confidential boolean not null,
      is_published boolean not null default false,
      published_at timestamptz,
      withhold_reason text,
      has_identity boolean not null default false,
      desk_organisation_id text,
      lead_organisation_id text,
      lead_path text[],
      waits_for text not null,
      return_count smallint not null default 0,
      support_count int not null default 0,
      missing_data text,
      archive_code text,
      closing_code text,
      rating smallint,
      submitted_at timestamptz not null,
      updated_at timestamptz not null,
      first_disposed_at timestamptz,
      last_result_at timestamptz,
      ended_at timestamptz,
      sequence int not null,
      history_seal bytea not null,
      next_due_at timestamptz,
      next_due_clock text,
      closes_automatically_at timestamptz,
      due_sequence int not null default 0,
      search tsvector generated always as (setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', text), 'B')) stored
    )`);
    this.addSql(
      `create index report_public_newest on report (published_at desc, id desc) where is_published`,
    );
    this.addSql(
      `create index report_public_state on report (state, published_at desc, id desc) where is_published`,
    );
    this.addSql(
      `create index report_public_category on report (category_id, published_at desc, id desc) where is_published`,
    );
    this.addSql(
      `create index report_public_region on report (region_code text_pattern_ops, published_at desc, id desc) where is_published`,
    );
    this.addSql(`create index report_public_search on report using gin (search) where is_published`);
    this.addSql(
      `create index report_public_similar on report using gin (lower(title) gin_trgm_ops) where is_published`,
    );
    this.addSql(
      `create index report_location on report using gist (location) where is_published and state in ('SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS')`,
    );
    this.addSql(
      `create index report_desk on report (desk_organisation_id, submitted_at, id) where state = 'SUBMITTED'`,
    );
    this.addSql(
      `create index report_account on report (account_lookup, submitted_at desc, id desc) where account_lookup is not null`,
    );
    this.addSql(
      `create index report_open_due on report (next_due_at, id) where state in ('DISPOSED', 'IN_PROGRESS')`,
    );

    // The ORM writes the rows of one unit of work in an order of its own: foreign keys to `report` are checked at commit.
    this.addSql(`create table assignment (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      organisation_id text not null,
      role text not null,
      government_id text not null,
      path text[] not null,
      time_zone text not null,
      assigned_at timestamptz not null,
      ended_at timestamptz
    )`);
    this.addSql(`create index assignment_report on assignment (report_id)`);
    this.addSql(
      `create unique index assignment_one_lead on assignment (report_id) where role = 'LEAD' and ended_at is null`,
    );
    this.addSql(
      `create unique index assignment_once on assignment (report_id, organisation_id) where ended_at is null`,
    );
    // One row per organisation on the path of a handler: an inbox of any level is one index range by what is due first.
    this.addSql(`create table inbox_entry (
      organisation_id text not null,
      report_id uuid not null references report (id) on delete cascade,
      bucket text not null,
      next_due_at timestamptz not null,
      primary key (organisation_id, report_id)
    )`);
    this.addSql(
      `create index inbox_entry_due on inbox_entry (organisation_id, bucket, next_due_at, report_id)`,
    );
    this.addSql(`create index inbox_entry_report on inbox_entry (report_id)`);

    this.addSql(`create table history (
      id uuid primary key,
      report_id uuid not null references report (id) deferrable initially deferred,
      sequence int not null,
      request_key uuid,
      kind text not null,
      at timestamptz not null,
      actor_kind text not null,
      actor_role text,
      officer_id text,
      organisation_id text,
      to_organisation_id text,
      state_before text,
      state_after text not null,
      reason_code text,
      promised_on date,
      text_audience text not null,
      text text,
      text_salt bytea,
      text_digest bytea,
      previous_hash bytea,
      hash bytea not null,
      unique (report_id, sequence)
    )`);
    this.addSql(
      `create unique index history_request on history (report_id, request_key) where request_key is not null`,
    );

    // Sealed: readable only through the service's key; one row per report at most.
    this.addSql(
      `create table sealed_identity (report_id uuid primary key references report (id), sealed bytea not null, sealed_at timestamptz not null)`,
    );
    this.addSql(
      `create table sealed_original (report_id uuid primary key references report (id), sealed bytea not null, sealed_at timestamptz not null)`,
    );
    this.addSql(`create table identity_reveal (
      id uuid primary key,
      report_id uuid not null references report (id),
      officer_id text not null,
      organisation_id text not null,
      reason text not null,
      at timestamptz not null
    )`);
    this.addSql(`create index identity_reveal_report on identity_reveal (report_id, at desc)`);

    this.addSql(`create table attachment (
      id uuid primary key,
      report_id uuid references report (id),
      history_id uuid references history (id),
      uploader_hash bytea not null,
      file_name text not null,
      media_type text not null,
      size_bytes int not null,
      width int,
      height int,
      is_published_with_report boolean not null,
      storage_key text not null,
      thumbnail_key text,
      original_key text,
      uploaded_at timestamptz not null
    )`);
    this.addSql(`create index attachment_report on attachment (report_id) where report_id is not null`);
    this.addSql(`create index attachment_waiting on attachment (uploaded_at) where report_id is null`);

    this.addSql(
      `create table support (report_id uuid not null references report (id), supporter_hash bytea not null, at timestamptz not null, primary key (report_id, supporter_hash))`,
    );
    this.addSql(
      `create table rate_limit (key bytea primary key, window_start timestamptz not null, count int not null)`,
    );
    this.addSql(`create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor_id text,
      action text not null,
      subject_id text,
      facts jsonb not null
    )`);
  }
}
