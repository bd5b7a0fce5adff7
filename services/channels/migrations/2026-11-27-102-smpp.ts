import { Migration } from '@lapor/database';

/** What operators bring by SMPP: parts of messages until they are whole, and what was heard, so that a repetition is known. */
export class Smpp extends Migration {
  override up() {
    // Keyed digest of everything that tells a message from another; `is_settled`: the operator has its answer.
    this.addSql(`create table smpp_heard (
      digest bytea primary key,
      id uuid not null unique,
      heard_at timestamptz not null,
      is_done boolean not null default false,
      is_settled boolean not null default false
    )`);
    this.addSql(`create index smpp_heard_at on smpp_heard (heard_at)`);
    // `sealed` holds number and words of a part.
    this.addSql(`create table smpp_part (
      set_id bytea not null,
      number int not null,
      total int not null,
      sender bytea not null,
      sealed bytea not null,
      received_at timestamptz not null,
      primary key (set_id, number)
    )`);
    this.addSql(`create index smpp_part_of_sender on smpp_part (sender)`);
    this.addSql(`create index smpp_part_received on smpp_part (received_at)`);
  }
}
