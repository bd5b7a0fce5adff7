import { Migration } from '@lapor/database';

/** Every import of reference data, also one that was refused; `reference_import` keeps the last one. */
export class KeepImports extends Migration {
  override up(): void {
    this.addSql(`create table reference_import_run (
      id uuid primary key,
      position bigint generated always as identity unique,
      at timestamptz not null,
      content_hash text not null,
      outcome text not null check (outcome in ('IMPORTED', 'REFUSED')),
      counts jsonb not null,
      faults jsonb not null
    )`);
    this
      .addSql(`create trigger reference_import_run_append_only before update or delete on reference_import_run
      for each statement execute function refuse_change()`);
    this.addSql(`insert into reference_import_run (id, at, content_hash, outcome, counts, faults)
      select gen_random_uuid(), i.imported_at, i.content_hash, 'IMPORTED',
        coalesce((select jsonb_object_agg(part.key || '.' || one.key, one.value)
          from jsonb_each(i.report) part, jsonb_each(part.value) one where jsonb_typeof(one.value) = 'number'), '{}'), '[]'
      from reference_import i`);
  }
}
