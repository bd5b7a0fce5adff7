import { Migration } from '@lapor/database';

/** The agency that kept something from the public; empty: the national desk, which alone could until now, but for verification. */
export class WhoModerated extends Migration {
  override up(): void {
    this.addSql('alter table moderation_action add column organisation_id text');
  }
}
