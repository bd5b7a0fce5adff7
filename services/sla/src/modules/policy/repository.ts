import type { Database } from '@lapor/database';
import type { Policy } from './policy.ts';

/** All policies with their numbers, oldest first. One statement. */
export function readPolicies(database: Database): Promise<Policy[]> {
  return database.query<Policy>(
    'policies',
    `select p.version, p.effective_from::text as "effectiveFrom",
            jsonb_agg(jsonb_build_object('rule', l.rule, 'reportClass', l.report_class,
              'limit', case when l.days is not null then jsonb_build_object('days', l.days, 'unit', l.unit) end)) as limits
     from policy p join policy_limit l on l.version = p.version
     group by p.version, p.effective_from order by p.effective_from`,
  );
}
