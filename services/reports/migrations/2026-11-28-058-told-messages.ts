import { Migration } from '@lapor/database';

/** What became of messages to the reporter: which one, by what, whether it arrived. Never where to, never its words. */
export class ToldMessages extends Migration {
  override up(): void {
    this.addSql(`create table told_message (
      notification_id text primary key,
      report_id uuid not null references report (id) on delete cascade,
      template text not null,
      way text,
      state text not null,
      at timestamptz not null
    )`);
    this.addSql(`create index told_message_of_report on told_message (report_id, at desc)`);
  }
}
