import type { World } from '../world/start.ts';

/** Those whose mutations write; what they do to others begins with a row in their own `event`. */
const SCHEMAS = ['reports', 'organisations'] as const;

/** Written for whoever is denied as well (attempts are counted), or by a job that runs by the machine's clock. */
const NO_TRACE = ['reports.rate_limit', 'organisations.adoption_snapshot'];

/** Lets the database note every row that is written and kept: histories, audits, events, all of it. */
export async function watchTables({ sql }: World): Promise<void> {
  const tables = await sql<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema = any($1) and table_type = 'BASE TABLE' and table_schema || '.' || table_name <> all($2)`,
    [SCHEMAS, NO_TRACE],
  );
  if (tables.length < 30) throw new Error(`Expected the tables of two services, found ${tables.length}`);
  await sql(`
    create table public.trace (written text not null);
    create function public.note_write() returns trigger language plpgsql security definer as $$
      begin
        insert into public.trace values (tg_op || ' ' || tg_table_schema || '.' || tg_table_name);
        return null;
      end $$;
    ${tables
      .map(
        ({ name }) =>
          `create trigger matrix_trace after insert or update or delete on ${name} for each row execute function public.note_write();`,
      )
      .join('\n')}`);
}

/** What was written and kept since the last time, such as `INSERT reports.audit (2)`. */
export async function takeTrace({ sql }: World): Promise<string[]> {
  const rows = await sql<{ written: string; count: number }>(
    `with taken as (delete from public.trace returning written)
     select written, count(*)::int as count from taken group by written order by written`,
  );
  return rows.map(({ written, count }) => `${written} (${count})`);
}
