import { Migration } from '@lapor/database';

/** `reports` hears of officers' posts from now on: what was told before it listened is delivered to it as well. */
export class TellReportsOfOfficers extends Migration {
  override up(): void {
    this.addSql(`insert into event_delivery (subscriber, event_id, stream)
      select 'reports', id, stream from event where type = 'officer.posts-changed'
      on conflict do nothing`);
  }
}
