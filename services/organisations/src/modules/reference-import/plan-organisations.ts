import { type OrganisationKind, searchWordsOf } from '../organisation/index.ts';
import { expandOmbudsmanOffices } from './expand-ombudsman-offices.ts';
import { expandTemplates, isFromTemplate, templateKeyOf } from './expand-templates.ts';
import { type Draft, type StoredOrganisation, keepWhatPeopleChanged } from './keep-edits.ts';
import { governsItself } from './governs-itself.ts';
import type { PlannedRegion } from './plan-regions.ts';
import type { Sources } from './read-sources.ts';
import type { OrganisationRow } from './rows.ts';

/** An organisation as it is stored; names are those of the columns. */
export type PlannedOrganisation = {
  id: string;
  name: string;
  acronym: string | null;
  kind: OrganisationKind;
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
  unit_keys: string[];
  name_words: string;
  place_words: string;
};

/** The whole forest, units from templates included. Parents come before their children. */
export function planOrganisations(
  sources: Pick<Sources, 'organisations' | 'templates' | 'regions'>,
  regions: readonly PlannedRegion[],
  stored: readonly StoredOrganisation[] = [],
): PlannedOrganisation[] {
  const rows = [
    ...sources.organisations,
    ...expandTemplates(sources.organisations, sources.templates, sources.regions),
    ...expandOmbudsmanOffices(sources.organisations, sources.regions),
  ];
  const keys = new Set(sources.templates.map(({ key }) => key));
  const drafts = keepWhatPeopleChanged(
    rows.map((row) => draftOf(row, keys)),
    stored,
  );
  const regionByCode = new Map(regions.map((region) => [region.code, region]));
  const storedById = new Map(stored.map((row) => [row.id, row]));
  const planned = new Map<string, PlannedOrganisation>();

  const plan = (draft: Draft): PlannedOrganisation => {
    const known = planned.get(draft.id);
    if (known !== undefined) return known;
    const parentPath = draft.parent_id === null ? [] : pathOf(draft.parent_id);
    const above = governsItself(draft) ? [] : parentPath;
    const before = storedById.get(draft.id);
    const region = draft.region_code === null ? undefined : regionByCode.get(draft.region_code);
    // A region that left the files leaves its words and its zone with those whom people put there.
    const wasThere = region === undefined && draft.region_code !== null ? before : undefined;
    const words = searchWordsOf(draft, region?.full_name ?? null);
    const zone = draft.zone ?? region ?? wasThere ?? nationalZone;
    const organisation: PlannedOrganisation = {
      id: draft.id,
      name: draft.name,
      acronym: draft.acronym,
      kind: draft.kind,
      status: draft.status,
      is_template: draft.is_template,
      parent_id: draft.parent_id,
      government_id: above[0] ?? draft.id,
      path: [...above, draft.id],
      region_code: draft.region_code,
      time_zone: zone.time_zone,
      time_zone_label: zone.time_zone_label,
      successor_ids: draft.successor_ids,
      klpd_code: draft.klpd_code,
      source: draft.source,
      unit_keys: draft.unit_keys,
      name_words: words.name_words,
      place_words: wasThere?.place_words ?? words.place_words,
    };
    planned.set(draft.id, organisation);
    return organisation;
  };
  const pathOf = (id: string): readonly string[] => {
    const draft = drafts.get(id);
    return draft === undefined ? storedById.get(id)!.path : plan(draft).path;
  };
  for (const draft of drafts.values()) plan(draft);
  return [...planned.values()];
}

/** Ministries, agencies and state enterprises sit in Jakarta. */
const nationalZone = { time_zone: 'Asia/Jakarta', time_zone_label: 'WIB' };

function draftOf(row: OrganisationRow, knownKeys: ReadonlySet<string>): Draft {
  const key = templateKeyOf(row.id);
  return {
    id: row.id,
    name: row.name,
    acronym: row.acronym,
    kind: row.kind.toUpperCase().replace('-', '_') as OrganisationKind,
    status: row.status === 'active' ? 'ACTIVE' : 'FORMER',
    is_template: isFromTemplate(row),
    parent_id: row.parent,
    region_code: row.region_code,
    zone: null,
    successor_ids: row.successor,
    klpd_code: row.klpd_code,
    source: row.source,
    unit_keys: row.kind === 'opd' && key !== null && knownKeys.has(key) ? [key] : [],
  };
}
