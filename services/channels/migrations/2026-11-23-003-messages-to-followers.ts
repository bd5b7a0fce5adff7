import { Migration } from '@lapor/database';

/** Messages to those who follow a report or an area: whose address to ask for. */
export class MessagesToFollowers extends Migration {
  override up() {
    this.addSql(`alter table delivery add column follow_id uuid`);
  }
}
