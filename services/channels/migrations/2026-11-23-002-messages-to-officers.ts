import { Migration } from '@lapor/database';

/** Messages to officers: whose address to ask for. */
export class MessagesToOfficers extends Migration {
  override up() {
    this.addSql(`alter table delivery add column officer_id text`);
  }
}
