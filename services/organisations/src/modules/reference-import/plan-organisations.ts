import { searchText } from '../search/index.ts';
import { isAdministrativeArea } from './autonomy.ts';
import { expandTemplates, isFromTemplate } from './expand-templates.ts';
import type { PlannedRegion } from './plan-regions.ts';
import type { Sources } from './read-sources.ts';
import type { OrganisationRow } from './rows.ts';

/** An organisation as it is stored; names are those of the columns. */
export type PlannedOrganisation = {
  id: string;
  name: string;
  acronym: string | null;
  kind: 'MINISTRY' | 'AGENCY' | 'STATE_ENTERPRISE' | 'PROVINCE' | 'REGENCY' | 'CITY' | 'OPD';
  status: 'ACTIVE' | 'FORMER';
  is_template: boolean;
  parent_id: string | null;
  government_id: string;
  path: string[];
  region_code: string | null;
  time_zone: string;
  time_zone_label: string;
  successor_ids: string[];
  klpd_code: string | null;
  source: string;
  name_words: string;
  place_words: string;
};

/** The whole forest, units from templates included. Parents come before their children. */
export function planOrganisations(
  sources: Sources,
  regions: readonly PlannedRegion[],
): PlannedOrganisation[] {
  const rows = [
    ...sources.organisations,
    ...expandTemplates(sources.organisations, sources.templates, sources.regions),
  ];
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const regionByCode = new Map(regions.map((region) => [region.code, region]));
  const planned = new Map<string, PlannedOrganisation>();

  const plan = (row: OrganisationRow): PlannedOrganisation => {
    const known = planned.get(row.id);
    if (known !== undefined) return known;
    const parent = row.parent === null ? null : plan(rowById.get(row.parent)!);
    const region = row.region_code === null ? null : regionByCode.get(row.region_code)!;
    const above = parent === null || isGovernment(row) ? [] : parent.path;
    const organisation: PlannedOrganisation = {
      id: row.id,
      name: row.name,
      acronym: row.acronym,
      kind: row.kind.toUpperCase().replace('-', '_') as PlannedOrganisation['kind'],
      status: row.status === 'active' ? 'ACTIVE' : 'FORMER',
      is_template: isFromTemplate(row),
      parent_id: row.parent,
      government_id: above[0] ?? row.id,
      path: [...above, row.id],
      region_code: row.region_code,
      // Ministries, agencies and state enterprises sit in Jakarta.
      time_zone: region?.time_zone ?? 'Asia/Jakarta',
      time_zone_label: region?.time_zone_label ?? 'WIB',
      successor_ids: row.successor,
      klpd_code: row.klpd_code,
      source: row.source,
      name_words: searchText(row.name, row.acronym, acronymWithoutDinas(row), nationalId(row)),
      place_words: searchText(region?.full_name ?? null),
    };
    planned.set(row.id, organisation);
    return organisation;
  };
  rows.forEach(plan);
  return [...planned.values()];
}

/** A local government is the root of its own authority, though the forest has it below its province. */
function isGovernment(row: OrganisationRow): boolean {
  if (row.kind === 'province') return true;
  return (row.kind === 'regency' || row.kind === 'city') && !isAdministrativeArea(row.region_code!);
}

/** People leave out the "Dinas": DPUPR is "PUPR" to them, Disdukcapil "dukcapil". */
function acronymWithoutDinas({ name, acronym }: OrganisationRow): string | null {
  if (acronym === null || !name.startsWith('Dinas ')) return null;
  if (/^D[A-Z]{3,}/.test(acronym)) return acronym.slice(1);
  return /^Dis[a-z]{4,}/.test(acronym) ? acronym.slice(3) : null;
}

/** Ids of national bodies are what people call them: kemenpanrb, kemenkes, bpjs-kesehatan. */
function nationalId({ id, kind }: OrganisationRow): string | null {
  return kind === 'ministry' || kind === 'agency' || kind === 'state-enterprise' ? id : null;
}
