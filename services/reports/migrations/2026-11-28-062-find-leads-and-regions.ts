import { Migration } from '@lapor/database';

/**
 * Finds a lead or a region with few reports among all that there are. Over the whole table, and so the last of the release: nobody
 * writes to reports while they are built, unless they were built before (docs/runbooks/upgrade.md).
 */
export class FindLeadsAndRegions extends Migration {
  override up(): void {
    this.addSql(
      `create index if not exists report_region on report (region_code text_pattern_ops, submitted_at desc, id desc)`,
    );
    this.addSql(`create index if not exists report_lead on report using gin (lead_path)`);
  }
}
