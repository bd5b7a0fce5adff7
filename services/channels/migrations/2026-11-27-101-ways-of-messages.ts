import { Migration } from '@lapor/database';

/** By what a message went, who carried it, and what the other side told of it later. */
export class WaysOfMessages extends Migration {
  override up() {
    this.addSql(`alter table delivery
      add column way text,
      add column provider text,
      add column provider_message_id text,
      add column held_until timestamptz,
      drop constraint delivery_state_check,
      add constraint delivery_way_check check (way in ('MAIL', 'PHONE', 'TELEGRAM', 'WHATSAPP', 'X')) not valid,
      add constraint delivery_state_check check
        (state in ('WAITING', 'SENDING', 'SENT', 'ARRIVED', 'NOT_ARRIVED', 'FAILED', 'NO_ADDRESS', 'UNCERTAIN')) not valid`);
    this.addSql(`create index delivery_held on delivery (held_until) where held_until is not null`);
    this.addSql(
      `create index delivery_failed on delivery (finished_at) where state in ('FAILED', 'UNCERTAIN', 'NOT_ARRIVED')`,
    );
    // A long message has a name for each of its parts; it arrived when all of them did.
    this.addSql(`create table delivery_part (
      provider text not null,
      message_id text not null,
      delivery_id text not null references delivery (id),
      sent_at timestamptz not null,
      arrived boolean,
      primary key (provider, message_id)
    )`);
    this.addSql(`create index delivery_part_of on delivery_part (delivery_id)`);
    this.addSql(`create index delivery_part_sent on delivery_part (sent_at)`);
    // What was told before it was known whose name it is: the answer and the news may overtake each other.
    this.addSql(`create table early_receipt (
      provider text not null,
      message_id text not null,
      arrived boolean not null,
      at timestamptz not null,
      primary key (provider, message_id)
    )`);
    this.addSql(`create index early_receipt_at on early_receipt (at)`);
    // How many messages a phone or chat (keyed digest) was sent in a day that nobody there asked for, or that doors answered; two days are kept.
    this.addSql(`create table address_day (
      address bytea not null,
      day date not null,
      purpose text not null check (purpose in ('NEWS', 'ANSWER')),
      messages int not null,
      primary key (address, day, purpose)
    )`);
    // What was sent in a day, and what it cost in segments.
    this.addSql(`create table sending_day (
      day date not null,
      way text not null,
      provider text not null,
      messages int not null default 0,
      segments int not null default 0,
      uncertain int not null default 0,
      arrived int not null default 0,
      not_arrived int not null default 0,
      primary key (day, way, provider)
    )`);
  }
}
