import type { Database } from '@lapor/database';

/** Columns that hold the id of a report, or begin with it. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  report_event: ['report_id'],
  report_fact: ['report_id'],
  clock: ['id', 'report_id'],
  timer: ['clock_id', 'report_id'],
};

/** Copies every report so many times, each under an id of its own: going through the service would take hours. */
export async function multiply(database: Database, copies: number): Promise<void> {
  for (const [table, named] of Object.entries(NAMED)) {
    const { rows } = await database.pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    );
    const columns = rows.map(({ name }) => name);
    const copied = columns.map((name) => {
      if (name === 'payload') return `jsonb_set(payload, '{reportId}', to_jsonb(${renamed('report_id')}))`;
      return named.includes(name) ? renamed(name) : name;
    });
    await database.pool.query(
      `insert into ${table} (${columns.join(', ')}) select ${copied.join(', ')} from ${table}, generate_series(1, $1::int) k`,
      [copies],
    );
    await database.pool.query(`analyze ${table}`);
  }
}

/** `report-000017:FOLLOW_UP:1` → `report-000017-3:FOLLOW_UP:1`. */
const renamed = (column: string) => `substr(${column}, 1, 13) || '-' || k || substr(${column}, 14)`;
