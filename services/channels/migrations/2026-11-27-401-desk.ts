import { Migration } from '@lapor/database';

/** The desk of what doors leave to a person: who reads a message now, what was begun with it, and who did what. */
export class Desk extends Migration {
  override up() {
    this.addSql(`create table desk_lease (
      inbound_id uuid primary key references inbound (id) on delete cascade,
      account_id text not null,
      taken_at timestamptz not null,
      until timestamptz not null
    )`);
    // What will be asked of the graph is kept, sealed, before it is asked: a retry asks the same, whoever makes it.
    this.addSql(`create table desk_begun (
      inbound_id uuid primary key references inbound (id) on delete cascade,
      kind text not null check (kind in ('FILE', 'ATTACH')),
      sealed bytea not null,
      begun_at timestamptz not null
    )`);
    // For the record: ids, codes, and the reason an operator gave; nothing of a sender.
    this.addSql(`create table desk_action (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      account_id text not null,
      action text not null,
      subject_id text not null,
      door text,
      detail text,
      reason text,
      request_key text,
      unique (account_id, request_key)
    )`);
    this.addSql(`create index desk_action_of_account on desk_action (account_id, id desc)`);
    this.addSql(`create index desk_action_of_subject on desk_action (subject_id, id desc)`);
    // What came in last by a door, and how much of late.
    this.addSql(`create index inbound_of_door on inbound (door, received_at desc)`);
    this.addSql(
      `create index inbound_for_persons_by_door on inbound (door, position) where state = 'WAITING_FOR_PERSON'`,
    );
  }
}
