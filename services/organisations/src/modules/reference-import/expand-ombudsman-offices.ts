import { provinceOfOmbudsmanOffice } from '@lapor/viewer';
import type { OrganisationRow, RegionRow } from './rows.ts';

/**
 * The 34 regional offices (perwakilan) of the Ombudsman, one per province of before 2022; those of Papua and Papua Barat look after the four
 * provinces that were made of them.
 */
export function expandOmbudsmanOffices(
  organisations: readonly OrganisationRow[],
  regions: readonly RegionRow[],
): OrganisationRow[] {
  const ombudsman = organisations.find(({ id, status }) => id === 'ombudsman' && status === 'active');
  if (ombudsman === undefined) return [];
  const listed = new Set(organisations.map(({ id }) => id));
  return regions
    .filter(({ level, code }) => level === 'province' && provinceOfOmbudsmanOffice(code) === code)
    .filter(({ code }) => !listed.has(`ombudsman-${code}`))
    .map(({ code, name }) => ({
      id: `ombudsman-${code}`,
      name: `Ombudsman RI Perwakilan ${name}`,
      acronym: null,
      kind: 'agency',
      parent: ombudsman.id,
      region_code: code,
      status: 'active',
      successor: [],
      klpd_code: null,
      source: 'regional offices of Ombudsman RI, one per province of before 2022',
    }));
}
