import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReportTransitioned } from '@lapor/events';
import type { DerivedClock, NextDue } from '../clock/index.ts';
import type { ReportFact } from './facts.ts';

/** Set-based statements of the derivation: each handles all reports of a batch at once. */

export async function storeEvents(em: EntityManager, events: readonly ReportTransitioned[]): Promise<void> {
  await em.execute(
    `insert into report_event (report_id, sequence, payload)
     select payload ->> 'reportId', (payload ->> 'sequence')::int, payload
     from jsonb_array_elements(?::jsonb) as payload
     on conflict do nothing`,
    [JSON.stringify(events)],
  );
}

/** What lists show now, of the reports that are known; locks their rows, always in the same order. */
export async function lockFacts(
  em: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, NextDue>> {
  const rows = await em.execute<
    {
      report_id: string;
      next_due_at: string | null;
      next_due_clock: NextDue['nextDueClock'];
      closes_automatically_at: string | null;
    }[]
  >(
    `select report_id, next_due_at, next_due_clock, closes_automatically_at from report_fact
     where report_id in (select jsonb_array_elements_text(?::jsonb)) order by report_id for update`,
    [JSON.stringify(reportIds)],
  );
  return new Map(
    rows.map((row) => [
      row.report_id,
      {
        nextDueAt: row.next_due_at === null ? null : new Date(row.next_due_at),
        nextDueClock: row.next_due_clock,
        closesAutomaticallyAt:
          row.closes_automatically_at === null ? null : new Date(row.closes_automatically_at),
      },
    ]),
  );
}

/** The whole histories, in order. */
export async function readEvents(
  em: EntityManager,
  reportIds: readonly string[],
): Promise<ReportTransitioned[][]> {
  const rows = await em.execute<{ payloads: ReportTransitioned[] }[]>(
    `select jsonb_agg(payload order by sequence) as payloads from report_event
     where report_id in (select jsonb_array_elements_text(?::jsonb)) group by report_id order by report_id`,
    [JSON.stringify(reportIds)],
  );
  return rows.map(({ payloads }) => payloads);
}

export async function storeFacts(em: EntityManager, facts: readonly ReportFact[]): Promise<void> {
  const columns = {
    sequence: 'int',
    state: 'text',
    report_class: 'text',
    region_code: 'text',
    government_id: 'text',
    assignments: 'jsonb',
    is_confidential: 'boolean',
    is_published: 'boolean',
    submitted_at: 'timestamptz',
    first_follow_up_at: 'timestamptz',
    completed_at: 'timestamptz',
    handed_over_at: 'timestamptz',
    next_due_at: 'timestamptz',
    next_due_clock: 'text',
    closes_automatically_at: 'timestamptz',
  };
  await upsert(em, 'report_fact', { report_id: 'text' }, columns, facts);
}

/** Stores what was derived and removes clocks that a late event has shown never to have been. */
export async function storeClocks(
  em: EntityManager,
  clocks: readonly (DerivedClock & { reportId: string })[],
): Promise<void> {
  await em.execute(
    `delete from clock c using (
       select "reportId" as report_id, array_agg(id) as ids from jsonb_to_recordset(?::jsonb) as k ("reportId" text, id text) group by 1
     ) kept
     where c.report_id = kept.report_id and c.id <> all (kept.ids)`,
    [JSON.stringify(clocks.map(({ reportId, id }) => ({ reportId, id })))],
  );
  const columns = {
    report_id: 'text',
    kind: 'text',
    ordinal: 'int',
    organisation_id: 'text',
    started_at: 'timestamptz',
    counted_from: 'timestamptz',
    stopped_at: 'timestamptz',
    outcome: 'text',
    time_zone: 'text',
    length: 'int',
    unit: 'text',
    pauses: 'jsonb',
    cap_on: 'date',
    policy_version: 'text',
    calendar_id: 'int',
    government_id: 'text',
    closing_days_id: 'int',
    due_at: 'timestamptz',
  };
  await upsert(em, 'clock', { id: 'text' }, columns, clocks);
}

/** One statement; rows that are equal already are left alone. */
async function upsert(
  em: EntityManager,
  table: string,
  key: Record<string, string>,
  columns: Record<string, string>,
  rows: readonly object[],
): Promise<void> {
  const all = { ...key, ...columns };
  const names = Object.keys(all).join(', ');
  const changing = Object.keys(columns);
  await em.execute(
    `insert into ${table} (${names})
     select ${Object.keys(all).map(quoted).join(', ')}
     from jsonb_to_recordset(?::jsonb) as r (${Object.entries(all)
       .map(([name, type]) => `${quoted(name)} ${type}`)
       .join(', ')})
     on conflict (${Object.keys(key).join(', ')}) do update
       set ${changing.map((name) => `${name} = excluded.${name}`).join(', ')}
       where (${changing.map((name) => `${table}.${name}`).join(', ')})
         is distinct from (${changing.map((name) => `excluded.${name}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
}

const quoted = (column: string) =>
  `"${column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}"`;
