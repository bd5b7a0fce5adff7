import type { Database } from '@lapor/database';
import type { Policy } from './policy.ts';

/** A policy with the regulation it comes from. */
export interface DecreedPolicy extends Policy {
  decree: string;
  migrations: { at: Date; kinds: readonly string[] }[];
}

type Row = Omit<DecreedPolicy, 'migrations'> & { migrations: { at: string; kinds: string[] }[] };

const POLICIES = `
  select p.version, p.effective_from::text as "effectiveFrom", p.source as decree,
         jsonb_agg(jsonb_build_object('rule', l.rule, 'reportClass', l.report_class, 'organisationKind', l.organisation_kind,
           'limit', case when l.days is not null then jsonb_build_object('days', l.days, 'unit', l.unit) end)) as limits,
         (select coalesce(jsonb_agg(jsonb_build_object('at', m.at, 'kinds', m.kinds) order by m.entry_id), '[]')
          from policy_migration m where m.version = p.version) as migrations
  from policy p join policy_limit l on l.version = p.version
  where p.replaced_by is null
  group by p.version, p.effective_from, p.source order by p.effective_from`;

/** All policies with their numbers and the clocks that were moved to them, oldest first; replaced ones governed nothing. One statement. */
export async function readPolicies(database: Database): Promise<DecreedPolicy[]> {
  const rows = await database.query<Row>('policies', POLICIES);
  return rows.map((row) => ({
    ...row,
    migrations: row.migrations.map(({ at, kinds }) => ({ at: new Date(at), kinds })),
  }));
}
