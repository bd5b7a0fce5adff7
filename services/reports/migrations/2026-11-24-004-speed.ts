import { Migration } from '@lapor/database';

export class Speed extends Migration {
  override up() {
    // Written in one statement with its event, which is never deleted: to look for it and hold it costs a tenth of a submission.
    this.addSql(`alter table event_delivery drop constraint event_delivery_event_id_fkey`);
    // Nothing reads the events of one stream.
    this.addSql(`drop index event_stream`);
    // Half of all entries are about reports that nobody handles yet; nobody looks for those by who does.
    this.addSql(`drop index audit_reach`);
    this.addSql(`create index audit_reach on audit using gin (reach) where reach <> '{}'`);
    // Enough for the map of the newest matches of most filters, without looking at the reports.
    this
      .addSql(`create index report_public_map on report (published_at desc, id desc) include (tile, location, state, kind, category_id, region_code)
      where is_published and tile is not null`);
  }
}
