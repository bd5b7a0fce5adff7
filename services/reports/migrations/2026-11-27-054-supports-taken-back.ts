import { Migration } from '@lapor/database';

/**
 * A support can be taken back. Of the supports that somebody gave to several reports of one matter, those after the first did not count for
 * its master: which ones has to be known from now on. (All that were given before count as theirs alone.)
 */
export class SupportsTakenBack extends Migration {
  override up(): void {
    this.addSql(`alter table support add column is_counted boolean not null default true`);
    this.addSql(`create table support_request (key uuid primary key, at timestamptz not null)`);
    this.addSql(`create index support_request_age on support_request (at)`);
  }
}
