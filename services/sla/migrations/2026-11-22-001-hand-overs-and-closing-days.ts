import { Migration } from '@lapor/database';

/**
 * When a report was handed over to the head of an organisation that nobody staffs (derived like all facts), and the closing days of
 * governments as they were told, every version kept.
 */
export class HandOversAndClosingDays extends Migration {
  override up() {
    const statements = [
      `alter table report_fact add column handed_over_at timestamptz`,
      `create index report_fact_handed_over on report_fact (handed_over_at) include (is_confidential) where handed_over_at is not null`,
      // A row is one year as it was told at one time; the newest of each year that is not newer than \`id\` make a version.
      `create table closing_days (
        id int generated always as identity primary key,
        government_id text not null,
        year int not null,
        version bigint not null,
        days jsonb not null,
        received_at timestamptz not null,
        unique (government_id, year, version)
      )`,
      `alter table clock
        -- The government whose closing days count; null where the national calendar alone does.
        add column government_id text,
        add column closing_days_id int references closing_days (id)`,
      `update clock c set government_id = o.path[1] from organisation o where o.id = c.organisation_id`,
      `create index clock_running_government on clock (government_id, closing_days_id) where stopped_at is null and government_id is not null`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
