import { Migration } from '@lapor/database';

/** Files that still lie with the provider that tells of them, messages that wait for them or for the rest of an album, and what the desk prepares. */
export class FilesElsewhere extends Migration {
  override up() {
    // `sealed` holds the provider's name of the file until it is fetched, then the file.
    this.addSql(`alter table inbound_file
      add column is_elsewhere boolean not null default false,
      add column tries int not null default 0`);
    // Before this nobody reads the message, nor what its sender wrote after it.
    this.addSql(`alter table inbound add column read_after timestamptz`);
    // What was begun is asked for when its files are uploaded; until then whoever uploads them is alone with it.
    this.addSql(`alter table desk_begun
      add column is_ready boolean not null default true,
      add column prepared_until timestamptz`);
  }
}
