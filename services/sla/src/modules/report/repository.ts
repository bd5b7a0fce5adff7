import type { EntityManager } from '@mikro-orm/postgresql';
import type { ReportTransitioned } from '@lapor/events';
import type { DerivedClock } from '../clock/index.ts';
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

const COLUMNS = {
  number: 'text',
  sequence: 'int',
  state: 'text',
  report_kind: 'text',
  report_class: 'text',
  channel: 'text',
  category_id: 'text',
  region_code: 'text',
  government_id: 'text',
  lead_path: 'text[]',
  assignments: 'jsonb',
  is_confidential: 'boolean',
  is_published: 'boolean',
  is_anonymous: 'boolean',
  submitted_at: 'timestamptz',
  first_disposed_at: 'timestamptz',
  first_follow_up_at: 'timestamptz',
  first_result_at: 'timestamptz',
  completed_at: 'timestamptz',
  completed_by: 'text',
  archived_at: 'timestamptz',
  archive_reason: 'text',
  handed_over_at: 'timestamptz',
  rating: 'int',
  rated_at: 'timestamptz',
  dispute_count: 'int',
  reopen_count: 'int',
  obstacle_count: 'int',
  promises_kept: 'int',
  promises_broken: 'int',
  promised_on: 'date',
  promise_ends_at: 'timestamptz',
  hops: 'jsonb',
  steps: 'jsonb',
  next_due_at: 'timestamptz',
  next_due_clock: 'text',
  closes_automatically_at: 'timestamptz',
  figures_version: 'int',
};

/**
 * The facts as they are stored, by report; locks their rows, always in the same order. Of reports that are not known yet the ids are
 * locked instead, so that two derivations at once cannot both find one new.
 */
export async function lockFacts(
  em: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, ReportFact>> {
  const facts = await readLocked(em, reportIds);
  const unknown = reportIds.filter((id) => !facts.has(id));
  if (unknown.length === 0) return facts;
  await em.execute(
    `select pg_advisory_xact_lock(hashtextextended('report ' || id, 0))
     from (select id from jsonb_array_elements_text(?::jsonb) as i (id) order by id) ordered`,
    [JSON.stringify(unknown)],
  );
  for (const [id, fact] of await readLocked(em, unknown)) facts.set(id, fact);
  return facts;
}

async function readLocked(em: EntityManager, reportIds: readonly string[]): Promise<Map<string, ReportFact>> {
  const rows = await em.execute<{ fact: Record<string, unknown> }[]>(
    `select to_jsonb(f) as fact from report_fact f
     where report_id in (select jsonb_array_elements_text(?::jsonb)) order by report_id for update`,
    [JSON.stringify(reportIds)],
  );
  return new Map(rows.map(({ fact }) => [fact.report_id as string, factFromRow(fact)]));
}

/** The row of a fact, as JSON, to what it was made of. */
function factFromRow(row: Record<string, unknown>): ReportFact {
  const entries = Object.entries(COLUMNS).map(([column, type]) => {
    const value = row[column];
    return [camelCase(column), type === 'timestamptz' && value !== null ? new Date(value as string) : value];
  });
  const { hops, steps, ...fact } = Object.fromEntries(entries) as ReportFact;
  return {
    ...fact,
    reportId: row.report_id as string,
    hops: hops.map((hop) => ({ ...hop, at: new Date(hop.at) })),
    steps: steps?.map((step) => ({ ...step, endedAt: new Date(step.endedAt) })) ?? null,
  };
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
  await upsert(em, 'report_fact', { report_id: 'text' }, COLUMNS, facts);
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
    started_by: 'text',
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

const camelCase = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const quoted = (column: string) => `"${camelCase(column)}"`;
