import { Migration } from '@lapor/database';

/** What comes in by doors, what is being talked about with each sender, and the reports that they filed. */
export class Doors extends Migration {
  override up() {
    // `sealed` holds number and words; erased when nobody has to read them any more. `act` names what was begun, so that a retry goes on with it.
    this.addSql(`create table inbound (
      id uuid primary key,
      position bigint generated always as identity unique,
      door text not null,
      provider_message_id text not null,
      sender bytea not null,
      sealed bytea,
      state text not null check (state in ('RECEIVED', 'DONE', 'WAITING_FOR_PERSON', 'REFUSED')),
      reason text,
      act text,
      act_report_id text,
      attempts int not null default 0,
      received_at timestamptz not null,
      finished_at timestamptz,
      unique (door, provider_message_id)
    )`);
    this.addSql(`create index inbound_open on inbound (door, sender, position) where state = 'RECEIVED'`);
    this.addSql(`create index inbound_of_sender on inbound (door, sender, received_at)`);
    this.addSql(`create index inbound_for_persons on inbound (position) where state = 'WAITING_FOR_PERSON'`);
    this.addSql(`create table conversation (
      door text not null,
      sender bytea not null,
      sealed bytea not null,
      due_at timestamptz,
      stopped_at timestamptz,
      updated_at timestamptz not null,
      primary key (door, sender)
    )`);
    this.addSql(`create index conversation_due on conversation (due_at) where due_at is not null`);
    // Number and access code, sealed: with them the door acts as the reporter, through the graph like everybody who has a code.
    this.addSql(`create table door_report (
      report_id text primary key,
      door text not null,
      sender bytea not null,
      ordinal int not null,
      sealed bytea not null,
      filed_at timestamptz not null,
      unique (door, sender, ordinal)
    )`);
    // What a short message cost.
    this.addSql(`alter table delivery add column segments int`);
  }
}
