import { Migration } from '@lapor/database';
import { eventTables } from '@lapor/events';

/**
 * Everything below `report_event` is derived from it and can be made again. What cannot: `report_event`, `organisation` (copies of what
 * others told), `calendar_version`, `holiday`, `policy`, `policy_limit` (what people decided) and `due_emission` (what was said already).
 */
export class CreateClocks extends Migration {
  override up() {
    const tables = [
      ...eventTables,
      `create table calendar_version (
        id int generated always as identity primary key,
        version text not null unique,
        label text not null,
        content_hash text not null,
        -- The last day of the last year with a decree; deadlines beyond it are estimates.
        known_until date not null,
        imported_at timestamptz not null
      )`,
      // A version holds the rows introduced up to it and not retired up to it, so every older version can be read again.
      `create table holiday (
        id int generated always as identity primary key,
        date date not null,
        name text not null,
        kind text not null check (kind in ('NATIONAL', 'JOINT_LEAVE')),
        status text not null check (status in ('OFFICIAL', 'ESTIMATED')),
        source text not null,
        introduced_in int not null references calendar_version (id),
        retired_in int references calendar_version (id),
        check (retired_in > introduced_in)
      )`,
      `create unique index holiday_current on holiday (date) where retired_in is null`,
      `create table policy (
        version text primary key,
        -- Clocks that start from this day on (at Jakarta) keep to it.
        effective_from date not null unique,
        source text not null
      )`,
      `create table policy_limit (
        version text not null references policy (version),
        rule text not null,
        -- Only the resolution differs by class.
        report_class text,
        -- Both null: the outer limit is the limit.
        days int check (days > 0),
        unit text check (unit in ('WORKING', 'CALENDAR')),
        unique nulls not distinct (version, rule, report_class),
        check ((days is null) = (unit is null))
      )`,
      `insert into policy (version, effective_from, source)
       values ('permen-panrb-5-2025', '2025-01-01', 'Permen PANRB 5/2025, Perpres 76/2013')`,
      `insert into policy_limit (version, rule, report_class, days, unit)
       select 'permen-panrb-5-2025', rule, report_class, days, unit
       from (values
         ('VERIFICATION', null, 3, 'WORKING'),
         ('FIRST_RESPONSE', null, 3, 'WORKING'),
         ('FOLLOW_UP', null, 5, 'WORKING'),
         ('RESOLUTION', 'INFORMATION_REQUEST', 5, 'WORKING'),
         ('RESOLUTION', 'ASPIRATION', 5, 'WORKING'),
         ('RESOLUTION', 'GRIEVANCE', 5, 'WORKING'),
         ('RESOLUTION', 'DISPUTE_WITHOUT_INSPECTION', 14, 'WORKING'),
         ('RESOLUTION', 'DISPUTE_WITH_INSPECTION', null, null),
         ('OUTER_LIMIT', null, 60, 'CALENDAR'),
         ('REPLY_TURN', null, 5, 'WORKING'),
         ('OMBUDSMAN', null, 14, 'WORKING'),
         ('OMBUDSMAN_CLARIFICATION', null, 10, 'WORKING'),
         ('AUTO_CLOSE', null, 10, 'WORKING'),
         ('POSTPONEMENT', null, 30, 'CALENDAR'),
         ('INFORMATION_PAUSE', null, 10, 'WORKING')
       ) as limits (rule, report_class, days, unit)`,
      `create table organisation (
        id text primary key,
        path text[] not null,
        version int not null
      )`,
      `create table report_event (
        report_id text not null,
        sequence int not null,
        payload jsonb not null,
        primary key (report_id, sequence)
      )`,
      `create table report_fact (
        report_id text primary key,
        sequence int not null,
        state text not null,
        report_class text,
        region_code text,
        government_id text,
        assignments jsonb not null,
        is_confidential boolean not null,
        is_published boolean not null,
        submitted_at timestamptz not null,
        first_follow_up_at timestamptz,
        completed_at timestamptz,
        next_due_at timestamptz,
        next_due_clock text,
        closes_automatically_at timestamptz
      )`,
      `create index report_fact_submitted on report_fact (submitted_at) include (state, government_id, is_confidential)`,
      `create index report_fact_completed on report_fact (completed_at) include (is_confidential) where completed_at is not null`,
      `create index report_fact_followed_up on report_fact (first_follow_up_at) include (submitted_at) where first_follow_up_at is not null`,
      `create index report_fact_state on report_fact (state) include (is_confidential)`,
      `create index report_fact_due on report_fact (next_due_at) include (next_due_clock, is_confidential, government_id)
         where next_due_clock is not null and next_due_clock not in ('AUTO_CLOSE', 'POSTPONEMENT')`,
      `create table clock (
        id text primary key,
        report_id text not null references report_fact (report_id) on delete cascade,
        kind text not null,
        ordinal int not null,
        organisation_id text,
        started_at timestamptz not null,
        -- Days are counted from here; the start, but for a resolution that the outer limit governs.
        counted_from timestamptz not null,
        stopped_at timestamptz,
        outcome text check (outcome in ('FULFILLED', 'CANCELLED')),
        time_zone text not null,
        length int not null,
        unit text not null,
        pauses jsonb not null,
        cap_on date,
        policy_version text not null references policy (version),
        calendar_id int not null references calendar_version (id),
        due_at timestamptz not null,
        unique (report_id, kind, ordinal),
        check ((stopped_at is null) = (outcome is null))
      )`,
      `create index clock_timed_due on clock (due_at) where stopped_at is null and kind in ('AUTO_CLOSE', 'POSTPONEMENT')`,
      `create index clock_running_calendar on clock (calendar_id) where stopped_at is null`,
      `create table due_emission (
        clock_id text primary key,
        due_at timestamptz not null,
        emitted_at timestamptz not null
      )`,
    ];
    for (const statement of tables) this.addSql(statement);
  }
}
