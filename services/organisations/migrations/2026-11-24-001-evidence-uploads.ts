import { Migration } from '@lapor/database';
import { uploadTables } from '@lapor/files';

/** Evidence comes in parts, as the files of reports do. */
export class EvidenceUploads extends Migration {
  override up(): void {
    for (const statement of uploadTables) this.addSql(statement);
  }
}
