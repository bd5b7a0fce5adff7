import { Migration } from '@lapor/database';

/** Kinds of files, whether a scanner saw them, and uploads that come in parts. */
export class Attachments extends Migration {
  override up(): void {
    this.addSql(`alter table attachment
      add column kind text not null default 'PHOTO' check (kind in ('PHOTO', 'DOCUMENT', 'VIDEO', 'AUDIO')),
      add column scan_state text not null default 'NOT_SCANNED' check (scan_state in ('NOT_SCANNED', 'CLEAN')),
      add column seconds int`);
    this.addSql(`update attachment set kind = 'DOCUMENT' where media_type = 'application/pdf'`);
    this.addSql(`alter table attachment alter column kind drop default`);

    // Whole only when its file is an attachment: the last part is noted in the transaction that keeps it.
    this.addSql(`create table upload (
      id uuid primary key,
      uploader_hash bytea not null,
      size_bytes int not null check (size_bytes > 0),
      offset_bytes int not null default 0 check (offset_bytes between 0 and size_bytes),
      sealed bytea,
      begun_at timestamptz not null
    )`);
    this.addSql(`create index upload_begun on upload (begun_at)`);
    this.addSql(`create table upload_part (
      upload_id uuid not null references upload (id) on delete cascade,
      offset_bytes int not null,
      size_bytes int not null,
      storage_key text not null,
      primary key (upload_id, offset_bytes)
    )`);
  }
}
