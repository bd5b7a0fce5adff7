import { Migration } from '@lapor/database';
import { eventTables } from '@lapor/events';

export class CreateTables extends Migration {
  override up() {
    for (const statement of eventTables) this.addSql(statement);
    // `content` holds what a message is made of, sealed; it is erased when the delivery ends.
    this.addSql(`create table delivery (
      id text primary key,
      template text not null,
      report_id text,
      content bytea,
      state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'NO_ADDRESS', 'UNCERTAIN')),
      reason text,
      attempts int not null default 0,
      requested_at timestamptz not null,
      finished_at timestamptz
    )`);
    this.addSql(`create index delivery_open on delivery (requested_at) where finished_at is null`);
    this.addSql(`create table mailbox_message (
      position bigint generated always as identity primary key,
      delivery_id text not null unique references delivery (id),
      recipient bytea not null,
      recipient_hash bytea not null,
      subject text not null,
      body text not null,
      sent_at timestamptz not null
    )`);
    this.addSql(`create index mailbox_message_recipient on mailbox_message (recipient_hash, position desc)`);
  }
}
