import { Migration } from '@lapor/database';

/** The reports behind a figure, filed last first: of any state, and those that were given back. */
export class NewestReports extends Migration {
  override up(): void {
    this.addSql(`create index report_newest on report (submitted_at desc, id desc)`);
    this.addSql(`create index report_returned on report (submitted_at desc, id desc) where return_count > 0`);
  }
}
