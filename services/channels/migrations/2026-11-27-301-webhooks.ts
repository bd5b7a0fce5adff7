import { Migration } from '@lapor/database';

/** Subscriptions of other systems, what they were told, and which reports they hold. */
export class Webhooks extends Migration {
  override up() {
    // `organisation_path` runs from the government's root to the organisation: whoever is admin of one of them manages it.
    this.addSql(`create table webhook (
      id uuid primary key,
      organisation_id text,
      organisation_path text[] not null,
      organisation_name text,
      label text not null,
      url text not null,
      event_types text[] not null,
      state text not null check (state in ('ACTIVE', 'PAUSED', 'DISABLED')),
      disabled_reason text,
      created_by text not null,
      created_at timestamptz not null,
      request_key text not null,
      request_digest bytea not null,
      secret bytea not null,
      previous_secret bytea,
      previous_until timestamptz,
      rotated_at timestamptz,
      rotation_key text,
      failures int not null default 0,
      failing_since timestamptz,
      resume_at timestamptz,
      busy_until timestamptz,
      last_delivered_at timestamptz,
      unique (created_by, request_key)
    )`);
    this.addSql(
      `create index webhook_of_organisation on webhook (organisation_id) where state <> 'DISABLED'`,
    );
    // `is_withdrawn`: its report became confidential, and whose webhook it is does not handle it; it is not sent again.
    this.addSql(`create table webhook_message (
      id text primary key,
      position bigint generated always as identity unique,
      webhook_id uuid not null references webhook (id) on delete cascade,
      report_id text not null,
      number text,
      type text not null,
      payload text not null,
      state text not null check (state in ('WAITING', 'DELIVERED', 'FAILED')),
      attempts int not null default 0,
      last_status int,
      last_error text,
      created_at timestamptz not null,
      due_since timestamptz not null,
      next_at timestamptz,
      delivered_at timestamptz,
      is_withdrawn boolean not null default false
    )`);
    this.addSql(
      `create index webhook_message_waiting on webhook_message (webhook_id, report_id, position) where state = 'WAITING'`,
    );
    this.addSql(`create index webhook_message_of_report on webhook_message (report_id)`);
    this.addSql(`create index webhook_message_log on webhook_message (webhook_id, position)`);
    this.addSql(`create index webhook_message_age on webhook_message (created_at)`);
    // Whoever was told of a report is told when it is taken away.
    this.addSql(`create table webhook_report (
      webhook_id uuid not null references webhook (id) on delete cascade,
      report_id text not null,
      told_at timestamptz not null,
      has_ended boolean not null,
      primary key (report_id, webhook_id)
    )`);
  }
}
