import { Migration } from '@lapor/database';

/** Priority programmes of KSP: a rule by category, place and words, and the reports that it found. */
export class Programmes extends Migration {
  override up() {
    this.addSql(`create table programme (
      id uuid primary key,
      name text not null,
      category_ids text[] not null,
      region_codes text[] not null,
      words text[] not null,
      -- Of the words: a regular expression over whole words; null for none.
      pattern text,
      saved_at timestamptz not null,
      ended_at timestamptz,
      request_key uuid unique,
      -- Open reports up to this one have been looked at since the rule was written; null: all of them.
      looked_at_until uuid
    )`);
    this.addSql(
      `create index programme_to_apply on programme (id) where looked_at_until is not null and ended_at is null`,
    );
    this.addSql(`create table programme_report (
      programme_id uuid not null references programme (id),
      report_id uuid not null references report (id),
      submitted_at timestamptz not null,
      primary key (programme_id, report_id)
    )`);
    this.addSql(
      `create index programme_report_newest on programme_report (programme_id, submitted_at desc, report_id desc)`,
    );
    this.addSql(`create index programme_report_report on programme_report (report_id)`);
  }
}
