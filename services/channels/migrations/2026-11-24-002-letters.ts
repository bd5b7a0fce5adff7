import { Migration } from '@lapor/database';

/** Letters of the Ombudsman: whose PDF goes along, and to whom it is told what became of them. */
export class Letters extends Migration {
  override up() {
    this.addSql(`alter table delivery add column letter_id text`);
  }
}
