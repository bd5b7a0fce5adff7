import { Migration } from '@lapor/database';

/** Files that no scanner saw are scanned when there is one; what is found harmful stays sealed for good. */
export class Files extends Migration {
  override up(): void {
    this.addSql(`alter table attachment
      drop constraint attachment_scan_state_check,
      add constraint attachment_scan_state_check check (scan_state in ('NOT_SCANNED', 'CLEAN', 'INFECTED')),
      add column scan_tried_at timestamptz`);
    this.addSql(`create index attachment_to_scan on attachment (scan_tried_at nulls first, id)
      where scan_state = 'NOT_SCANNED'`);
    this.addSql(`create index attachment_sealed_away on attachment (id) where scan_state = 'INFECTED'`);
  }
}
