import type { Database } from '@lapor/database';
import type { SupervisionScope } from './vocabulary.ts';

export type SupervisionRow = {
  governmentId: string;
  supervisorId: string;
  scope: SupervisionScope;
  rule: string;
};

/** Who supervises these governments and K/L, by the rules: nobody supervises its own government. One statement. */
export function findSupervisions(
  database: Pick<Database, 'query'>,
  governmentIds: readonly string[],
): Promise<SupervisionRow[]> {
  return database.query(
    'supervisions',
    `select g.id as "governmentId", s.id as "supervisorId", r.scope, r.rule
     from organisation g
     join supervision_rule r on case r.supervises
       when 'ALL' then true
       when 'LOCAL_GOVERNMENTS' then g.kind in ('PROVINCE', 'REGENCY', 'CITY')
       when 'REGENCIES_OF_PROVINCE' then g.kind in ('REGENCY', 'CITY')
       else g.kind in ('PROVINCE', 'REGENCY', 'CITY') and (g.region_code = r.region_code or starts_with(g.region_code, r.region_code || '.'))
     end
     left join organisation p on r.supervisor_id is null and p.kind = 'PROVINCE' and p.status = 'ACTIVE' and p.region_code = left(g.region_code, 2)
     join organisation s on s.id = coalesce(r.supervisor_id, p.id) and s.status = 'ACTIVE' and s.government_id <> g.id
     where g.id = any($1)
     order by g.id, r.rule, s.id, r.scope`,
    [governmentIds],
  );
}
