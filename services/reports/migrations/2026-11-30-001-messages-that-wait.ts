import { Migration } from '@lapor/database';

/** What a message to the reporter waits for, and until when. */
export class MessagesThatWait extends Migration {
  override up(): void {
    this.addSql(`alter table told_message add column waits_for text, add column waits_until timestamptz`);
  }
}
