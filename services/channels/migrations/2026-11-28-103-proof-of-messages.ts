import { Migration } from '@lapor/database';

/** What shows whose a mail is, as a keyed digest: what others send under somebody's address counts apart. */
export class ProofOfMessages extends Migration {
  override up() {
    this.addSql(`alter table inbound add column proof bytea`);
  }
}
