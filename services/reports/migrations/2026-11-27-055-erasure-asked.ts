import { Migration } from '@lapor/database';

/** Since when a wish to be erased waits for the end of the report; the audit knows it of the wishes that wait already. */
export class ErasureAsked extends Migration {
  override up(): void {
    this.addSql(`alter table report add column erasure_asked_at timestamptz`);
    this.addSql(`update report r set erasure_asked_at = (
        select min(a.at) from audit a where a.report_id = r.id and a.action = 'ERASURE_REQUESTED')
      where r.erase_identity and r.has_identity`);
  }
}
