/** SQL for uploads under way; a service that takes files in parts runs it in a migration. */
export const uploadTables: readonly string[] = [
  // Whole only when its file is kept: the last part is noted in the transaction that keeps it.
  `create table upload (
    id uuid primary key,
    uploader_hash bytea not null,
    size_bytes int not null check (size_bytes > 0),
    offset_bytes int not null default 0 check (offset_bytes between 0 and size_bytes),
    sealed bytea,
    begun_at timestamptz not null
  )`,
  'create index upload_begun on upload (begun_at)',
  `create table upload_part (
    upload_id uuid not null references upload (id) on delete cascade,
    offset_bytes int not null,
    size_bytes int not null,
    storage_key text not null,
    primary key (upload_id, offset_bytes)
  )`,
];
