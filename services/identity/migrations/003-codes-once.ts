import { Migration } from '@lapor/database';

/** A code of an authenticator app is good once: the half minute of the last one that was used. */
export class CodesOnce extends Migration {
  override up() {
    this.addSql('alter table second_factor add column last_used_step int');
  }
}
