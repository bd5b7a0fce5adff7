import type { EntityManager } from '@mikro-orm/postgresql';
import { isOmbudsmanOffice, provincesOfOmbudsmanOffice } from '@lapor/viewer';
import type { SupervisionScope } from './vocabulary.ts';

type Rule = {
  rule: string;
  supervisor_id: string | null;
  supervises: 'ALL' | 'LOCAL_GOVERNMENTS' | 'REGENCIES_OF_PROVINCE' | 'REGION';
  region_code: string | null;
  scope: SupervisionScope;
};

/** Who looks after the whole country, and after the local governments (domain.md, People; decisions.md 8). */
const nationalRules: readonly Rule[] = [
  national('OMBUDSMAN', 'ombudsman', 'ALL', 'ALL'),
  national('KSP', 'ksp', 'ALL', 'ALL'),
  national('KEMENPANRB', 'kemenpanrb', 'ALL', 'ALL'),
  national('KEMENDAGRI', 'kemendagri', 'LOCAL_GOVERNMENTS', 'FIGURES'),
];

const provinceRule: Rule = {
  rule: 'PROVINCE_OVER_REGENCIES',
  supervisor_id: null,
  supervises: 'REGENCIES_OF_PROVINCE',
  region_code: null,
  scope: 'FIGURES',
};

function national(
  rule: string,
  supervisorId: string,
  supervises: Rule['supervises'],
  scope: SupervisionScope,
): Rule {
  return { rule, supervisor_id: supervisorId, supervises, region_code: null, scope };
}

/** All rules for a forest; organisations and provinces that it does not have are left out. */
export function planSupervision(
  organisationIds: ReadonlySet<string>,
  provinceCodes: ReadonlySet<string>,
): Rule[] {
  const offices = [...organisationIds].filter(isOmbudsmanOffice).sort();
  return [
    provinceRule,
    ...nationalRules.filter(({ supervisor_id }) => organisationIds.has(supervisor_id!)),
    ...offices.flatMap((office) =>
      provincesOfOmbudsmanOffice(office.slice('ombudsman-'.length))
        .filter((code) => provinceCodes.has(code))
        .flatMap((code) =>
          (['OVERSIGHT', 'READINESS'] as const).map((scope): Rule => ({
            rule: 'OMBUDSMAN_OFFICE',
            supervisor_id: office,
            supervises: 'REGION',
            region_code: code,
            scope,
          })),
        ),
    ),
  ];
}

/** Puts the rules in the place of those before, in the running transaction: they are ours, nobody edits them. */
export async function importSupervision(em: EntityManager, rules: readonly Rule[]): Promise<void> {
  await em.execute('delete from supervision_rule');
  await em.execute(
    `insert into supervision_rule (rule, supervisor_id, supervises, region_code, scope)
     select rule, supervisor_id, supervises, region_code, scope from json_to_recordset(?::json)
       as r (rule text, supervisor_id text, supervises text, region_code text, scope text)`,
    [JSON.stringify(rules)],
  );
}
