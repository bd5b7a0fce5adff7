import { Migration } from '@lapor/database';

/**
 * Steps that have ended, in time or not, and what is overdue by region (docs/adr/0053). Neither is counted here: `steps` stays empty, and
 * the job that derives facts again fills them, a batch at a time. An earlier release beside it knows neither column nor tables.
 */
export class Steps extends Migration {
  override up() {
    const statements = [
      ...table(
        'figure_step',
        'organisation_id',
        'parent_id',
        STEP,
        'step text not null, grain text not null, day date not null',
        'grain, day, step',
      ),
      ...table(
        'figure_step_region',
        'region_code',
        'parent_code',
        STEP,
        'step text not null, grain text not null, day date not null',
        'grain, day, step',
      ),
      ...table(
        'figure_due_region',
        'region_code',
        'parent_code',
        'open int not null default 0',
        'due_at timestamptz not null',
        'due_at',
      ),
      // Last, for from here on nobody reads or writes facts until all migrations are through: docs/runbooks/upgrade.md.
      `alter table report_fact add column steps jsonb`,
      `create index report_fact_without_steps on report_fact (report_id) where figures_version = 0 or steps is null`,
      `drop index report_fact_to_derive_again`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}

const STEP = 'on_time int not null default 0, late int not null default 0';

/** Counted columns are in no index, and pages have room, so that an update changes the row in place. */
const table = (
  name: string,
  id: string,
  parent: string,
  measures: string,
  period: string,
  order: string,
): string[] => [
  `create table ${name} (${id} text not null, ${parent} text not null, ${period}, is_confidential boolean not null, ${measures},
     primary key (${id}, ${order}, is_confidential, ${parent})) with (fillfactor = 80)`,
  `create index on ${name} (${parent}, ${order.replace(', step', '')})`,
];
