import { Migration } from '@lapor/database';

/** Files that came along with a message, sealed, until they are uploaded like anybody's; and what was uploaded, so that a retry has it again. */
export class FilesOfMessages extends Migration {
  override up() {
    this.addSql(`create table inbound_file (
      id uuid primary key,
      inbound_id uuid not null references inbound (id) on delete cascade,
      ordinal int not null,
      sealed bytea not null,
      attachment_id text,
      refused text,
      unique (inbound_id, ordinal)
    )`);
  }
}
