import type { OrganisationRow, RegionRow, TemplateRow } from './rows.ts';
import { isAdministrativeArea } from '../region/index.ts';

/**
 * Units for the active local governments that the list of organisations gives none: one per template of their kind, and one kecamatan per
 * district. Kelurahan are left out (there are 83,000 villages). Administrative cities and regencies get their kecamatan only.
 */
export function expandTemplates(
  organisations: readonly OrganisationRow[],
  templates: readonly TemplateRow[],
  regions: readonly RegionRow[],
): OrganisationRow[] {
  const haveUnits = new Set(organisations.filter((row) => row.kind === 'opd').map((row) => row.parent));
  const regionByCode = new Map(regions.map((row) => [row.code, row]));
  const districtsOf = Map.groupBy(
    regions.filter((row) => row.level === 'district'),
    (row) => row.parent,
  );
  const templatesOf = Map.groupBy(templates, (row) => row.applies_to);

  return organisations.flatMap((government) => {
    const { kind, region_code: code } = government;
    if (kind !== 'province' && kind !== 'regency' && kind !== 'city') return [];
    if (code === null || government.status !== 'active' || haveUnits.has(government.id)) return [];
    const region = regionByCode.get(code)!;
    const place = kind === 'province' ? `Provinsi ${region.name}` : region.name;
    return (templatesOf.get(kind) ?? []).flatMap((template) => {
      if (template.name_pattern.includes('{v}')) return [];
      if (template.name_pattern.includes('{d}')) {
        return (districtsOf.get(code) ?? []).map((district) =>
          kecamatan(government, template, district, place),
        );
      }
      return isAdministrativeArea(code) ? [] : [unit(government, template, code, place)];
    });
  });
}

function unit(
  government: OrganisationRow,
  template: TemplateRow,
  code: string,
  place: string,
): OrganisationRow {
  return {
    id: `opd-${code.replaceAll('.', '-')}-${template.key}`,
    name: template.name_pattern.replace('{r}', place),
    acronym: template.acronym,
    kind: 'opd',
    parent: government.id,
    region_code: code,
    status: 'active',
    successor: [],
    klpd_code: null,
    source: templateSource,
  };
}

function kecamatan(
  government: OrganisationRow,
  template: TemplateRow,
  district: RegionRow,
  place: string,
): OrganisationRow {
  const number = district.code.slice(district.code.lastIndexOf('.') + 1);
  return {
    ...unit(government, template, district.code, place),
    id: `opd-${district.parent!.replaceAll('.', '-')}-kec-${number}`,
    // District names recur all over the country, so the place belongs to the name.
    name: `${template.name_pattern.replace('{d}', district.name)}, ${place}`,
    acronym: `Kec. ${district.name}`,
  };
}

const templateSource = 'template (opd-templates.csv), not verified against the local regulation';

/** The key of the template that a unit's id ends with; the many kecamatan of a government share one. */
export function templateKeyOf(id: string): string | null {
  const key = /^opd-\d\d(?:-\d\d)?-([a-z0-9]+)(?:-\d+)?$/.exec(id)?.[1] ?? null;
  return key === 'kec' ? 'kecamatan' : key;
}

/** Whether a row was made from a template, here or when the file was written. */
export function isFromTemplate(row: OrganisationRow): boolean {
  return row.source.startsWith('template');
}
