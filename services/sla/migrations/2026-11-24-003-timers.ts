import { Migration } from '@lapor/database';

/**
 * What figures ask of a report, and the instants at which its clocks have something to say. All of it derives: `report_fact` and `timer`
 * can be made again; what was told already stays in `due_emission`.
 */
export class Timers extends Migration {
  override up() {
    const statements = [
      `alter table report_fact
        add column number text,
        add column report_kind text not null default 'COMPLAINT',
        add column channel text not null default 'WEB',
        add column category_id text,
        add column lead_path text[] not null default '{}',
        add column is_anonymous boolean not null default false,
        add column first_disposed_at timestamptz,
        add column first_result_at timestamptz,
        add column completed_by text,
        add column archived_at timestamptz,
        add column archive_reason text,
        add column rating int,
        add column rated_at timestamptz,
        add column dispute_count int not null default 0,
        add column reopen_count int not null default 0,
        add column obstacle_count int not null default 0,
        add column promises_kept int not null default 0,
        add column promises_broken int not null default 0,
        add column promised_on date,
        add column promise_ends_at timestamptz,
        add column hops jsonb not null default '[]',
        -- 0: in no table of figures yet, and not derived since the columns above are there.
        add column figures_version int not null default 0`,
      // Found by the job that derives them again after a release, and by nothing else.
      `create index report_fact_to_derive_again on report_fact (report_id) where figures_version = 0`,
      `alter table clock add column started_by text`,
      `create table timer (
        -- The clock, or what stands in its place.
        clock_id text not null,
        kind text not null,
        report_id text not null,
        clock_kind text not null,
        due_at timestamptz not null,
        -- Who has to act; null: the national desk.
        organisation_id text,
        -- Whether what it warns of still lasts.
        runs boolean not null,
        -- Noted when its instant has come.
        reached boolean not null default false,
        -- When that was noted; not derived.
        reached_at timestamptz,
        source text not null check (source in ('CLOCK', 'CASE')),
        primary key (clock_id, kind)
      )`,
      // What is due is the beginning of this index; who reaches an instant leaves it.
      `create index timer_waiting on timer (due_at, clock_id, kind) where not reached`,
      // What stands now, of a unit or of the desk.
      `create index timer_warning on timer (organisation_id, due_at desc, clock_id desc)
         where reached and runs and kind in ('HALF', 'LAST_DAY', 'BREACH')`,
      // Of the organisations that are told from now on; the others count with the capital until then.
      `alter table organisation add column time_zone text`,
      // Digests of warnings that were made: one for each officer and day, one round for each zone and day.
      `create table digest (
        officer_id text not null,
        day date not null,
        at timestamptz not null,
        primary key (officer_id, day)
      )`,
      `create table digest_round (
        time_zone text not null,
        day date not null,
        at timestamptz not null,
        primary key (time_zone, day)
      )`,
      `create index organisation_path on organisation using gin (path)`,
      `create index timer_report on timer (report_id)`,
      // A clock, a kind and an instant are told once; a deadline that moved is another instant.
      `alter table due_emission add column kind text not null default 'RUN_OUT'`,
      `alter table due_emission drop constraint due_emission_pkey, add primary key (clock_id, kind, due_at)`,
      `drop index clock_timed_due`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
