import { Migration } from '@lapor/database';

/** Reports whose reporter's account was deleted while they ran: what is sealed of the reporter goes when they have ended for good. */
export class EraseIdentities extends Migration {
  override up(): void {
    this.addSql(`alter table report add column erase_identity boolean not null default false`);
    this.addSql(`create index report_erase_identity on report (ended_at, id) where erase_identity`);
  }
}
