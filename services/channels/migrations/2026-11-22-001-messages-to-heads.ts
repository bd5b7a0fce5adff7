import { Migration } from '@lapor/database';

/** Messages to the heads of organisations: for which hand-over, and whose head. */
export class MessagesToHeads extends Migration {
  override up() {
    this.addSql(`alter table delivery add column hand_over_id text, add column organisation_id text`);
  }
}
