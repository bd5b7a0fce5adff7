import { Migration } from '@lapor/database';

/**
 * Who was erased early could write again, and what was written then stayed: it was held to be told already. Each such report is told once
 * more when it is old enough.
 */
export class EraseWhatCameLater extends Migration {
  override up(): void {
    this.addSql(`update report set erasure_told = false where erasure_told`);
  }
}
