import { Migration } from '@lapor/database';

/**
 * Calendars and policies become what people enter: every version comes from an entry of the log, those that are there already from one
 * of the platform. `calendar_version`, `holiday`, `policy`, `policy_limit` and `policy_migration` derive from the log from now on.
 */
export class CalendarsAndPolicies extends Migration {
  override up() {
    const statements = [
      // Of what people entered; a file's rows name their own.
      `alter table calendar_version alter column content_hash drop not null, add column decree text`,
      `alter table policy
        drop constraint policy_effective_from_key,
        -- A policy that was replaced before it took effect never governed anything.
        add column replaced_by text references policy (version) deferrable initially deferred`,
      `create unique index policy_effective_from on policy (effective_from) where replaced_by is null`,
      `alter table policy_limit
        drop constraint policy_limit_version_rule_report_class_key,
        -- Kind of the government or K/L that owes it; null: all.
        add column organisation_kind text`,
      `alter table policy_limit
        add constraint policy_limit_once unique nulls not distinct (version, rule, report_class, organisation_kind)`,
      `create table policy_migration (
        entry_id bigint primary key,
        at timestamptz not null,
        version text not null references policy (version),
        kinds text[] not null
      )`,
      // Needed where limits differ by it; of the organisations that are told from now on, and of all at the next telling.
      `alter table organisation add column kind text`,
      // How far the counting of running clocks has come after a change. Derives from nothing and may be forgotten.
      `create table recalculation (
        id int generated always as identity primary key,
        cause text not null check (cause in ('CALENDAR', 'POLICY')),
        total int not null,
        done int not null default 0,
        started_at timestamptz not null,
        finished_at timestamptz
      )`,
      `create index recalculation_unfinished on recalculation (id) where finished_at is null`,
      `insert into entry (at, actor_kind, kind, subject, payload)
       select v.imported_at, 'SYSTEM', 'CALENDAR_CHANGED', 'calendar', jsonb_build_object(
         'versionId', v.id, 'version', v.version, 'label', v.label, 'knownUntil', v.known_until, 'contentHash', v.content_hash, 'decree', null,
         'changes', (
           select coalesce(jsonb_agg(jsonb_build_object('date', date,
             'before', case when b.id is not null then jsonb_build_object('date', date, 'name', b.name, 'kind', b.kind, 'status', b.status, 'source', b.source) end,
             'after', case when a.id is not null then jsonb_build_object('date', date, 'name', a.name, 'kind', a.kind, 'status', a.status, 'source', a.source) end
           ) order by date), '[]')
           from (select * from holiday where retired_in = v.id) b full join (select * from holiday where introduced_in = v.id) a using (date)))
       from calendar_version v order by v.id`,
      `insert into entry (at, actor_kind, kind, subject, payload)
       select p.effective_from::timestamp at time zone 'Asia/Jakarta', 'SYSTEM', 'POLICY_SAVED', 'policy ' || p.version, jsonb_build_object(
         'version', p.version, 'effectiveFrom', p.effective_from, 'decree', p.source, 'replaces', null,
         'limits', (
           select jsonb_agg(jsonb_build_object('rule', l.rule, 'reportClass', l.report_class, 'organisationKind', null,
             'limit', case when l.days is not null then jsonb_build_object('days', l.days, 'unit', l.unit) end) order by l.rule, l.report_class)
           from policy_limit l where l.version = p.version))
       from policy p order by p.effective_from`,
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
