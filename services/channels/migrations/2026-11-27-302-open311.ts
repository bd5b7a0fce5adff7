import { Migration } from '@lapor/database';

/** What other systems filed in the last day, so that a repeated request files nothing twice. The answer is sealed. */
export class Open311 extends Migration {
  override up() {
    this.addSql(`create table open311_request (
      digest bytea primary key,
      body_digest bytea not null,
      begun_at timestamptz not null,
      attachment_ids text[],
      sealed bytea
    )`);
    this.addSql(`create index open311_request_age on open311_request (begun_at)`);
  }
}
