import { Migration } from '@lapor/database';

/** Which report a message that came in belongs to, so that it goes with the reporter; and nothing is kept of what nobody reads. */
export class MessagesOfAReport extends Migration {
  override up() {
    this.addSql(`alter table inbound add column report_id text`);
    this.addSql(`create index inbound_of_report on inbound (report_id) where report_id is not null`);
    this.addSql(`update inbound set sealed = null where state = 'REFUSED'`);
  }
}
