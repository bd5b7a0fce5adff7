import { Migration } from '@lapor/database';

/** What requests with a key were answered, so that a repeated one changes nothing and gets the same answer. */
export class RememberRequests extends Migration {
  override up(): void {
    this.addSql(`create table remembered_request (
      key uuid not null,
      actor_id text not null,
      operation text not null,
      body_hash bytea not null,
      answer jsonb not null,
      at timestamptz not null,
      primary key (actor_id, key)
    )`);
    this.addSql(`create index remembered_request_at on remembered_request (at)`);
  }
}
