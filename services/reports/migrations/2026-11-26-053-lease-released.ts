import { Migration } from '@lapor/database';

/** A lease that was given back stays for a while as a row: whoever waits for the report hears of it as of one that is gone. */
export class LeaseReleased extends Migration {
  override up(): void {
    this.addSql(`alter table lease add column released_at timestamptz`);
    this.addSql(`drop trigger lease_passes on lease`);
    this.addSql(`create trigger lease_passes after update on lease for each row
      when (old.officer_id is distinct from new.officer_id or old.released_at is distinct from new.released_at)
      execute function tell_lease()`);
  }
}
