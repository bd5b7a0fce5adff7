import { Migration } from '@lapor/database';

/**
 * That a report is about those who would verify it was known when it was filed, and forgotten: returned or reassigned it could wait at
 * their desk. Of older reports it is not known any more.
 */
export class AboutOfficers extends Migration {
  override up(): void {
    this.addSql(`alter table report add column is_about_officers boolean not null default false`);
  }
}
