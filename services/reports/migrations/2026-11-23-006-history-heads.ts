import { Migration } from '@lapor/database';

/**
 * What still has to be written to the log of heads outside the database. Filled by a trigger, so that no way of writing history forgets it, and without
 * a round trip of its own.
 */
export class HistoryHeads extends Migration {
  override up(): void {
    this.addSql(`create table history_head_pending (
      position bigint generated always as identity primary key,
      report_id uuid not null,
      sequence int not null,
      hash bytea not null
    )`);
    this.addSql(`insert into history_head_pending (report_id, sequence, hash)
      select report_id, sequence, hash from history order by at, report_id, sequence`);
    // Counters of attempts: what a crash may forget must not make anybody wait for the disk.
    this.addSql('alter table rate_limit set unlogged');
    // Whoever writes past the service may have another search path.
    this
      .addSql(`create function note_history_head() returns trigger language plpgsql set search_path from current as $$
      begin
        insert into history_head_pending (report_id, sequence, hash) values (new.report_id, new.sequence, new.hash);
        return null;
      end $$`);
    this.addSql(`create trigger history_head after insert on history
      for each row execute function note_history_head()`);
  }
}
