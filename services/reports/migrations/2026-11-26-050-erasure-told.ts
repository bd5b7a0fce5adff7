import { Migration } from '@lapor/database';

/**
 * Of an anonymous report nothing identifies, so nothing was erased and nobody was told; what its reporter wrote to other services stayed
 * there. Now each report that is old enough is told once.
 */
export class ErasureTold extends Migration {
  override up(): void {
    this.addSql(`alter table report add column erasure_told boolean not null default false`);
    this.addSql(
      `update report r set erasure_told = true where exists (select from event e where e.stream = r.id::text and e.type = 'report.identity-erased')`,
    );
    // The older index has no anonymous reports.
    this.addSql(
      `create index report_person_kept on report (ended_at, id) where has_identity or not erasure_told`,
    );
  }
}
