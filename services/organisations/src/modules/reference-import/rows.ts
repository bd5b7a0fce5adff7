import { decimalNumber, optionalText, requiredText, textList } from '@lapor/reference-data';
import { z } from 'zod';

const timeZoneNames = ['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const regionCode = /^\d\d(\.\d\d(\.\d\d)?)?$/;

/** A row of `regions.csv`: Kemendagri codes of provinces, regencies, cities and districts. */
export const regionRow = z.object({
  code: requiredText.regex(regionCode, 'must be a code such as 13.71.09'),
  name: requiredText,
  level: z.enum(['province', 'regency', 'city', 'district']),
  parent: optionalText,
  lat: decimalNumber.refine((value) => value >= -90 && value <= 90, 'must be a latitude'),
  lng: decimalNumber.refine((value) => value >= -180 && value <= 180, 'must be a longitude'),
  timezone: z.enum(timeZoneNames),
  tz_label: z.enum(['WIB', 'WITA', 'WIT']),
});
export type RegionRow = z.infer<typeof regionRow>;

const organisationId = requiredText.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id such as pemkot-13-71');

/** A row of `organisations.csv`. */
export const organisationRow = z.object({
  id: organisationId,
  name: requiredText,
  acronym: optionalText,
  kind: z.enum(['ministry', 'agency', 'state-enterprise', 'province', 'regency', 'city', 'opd']),
  parent: optionalText,
  region_code: optionalText,
  status: z.enum(['active', 'former']),
  successor: textList,
  klpd_code: optionalText,
  source: requiredText,
});
export type OrganisationRow = z.infer<typeof organisationRow>;

/** A row of `opd-templates.csv`: a unit that a province, regency or city usually has. */
export const templateRow = z.object({
  key: requiredText.regex(/^[a-z0-9]+$/, 'must be lower-case letters and digits'),
  applies_to: z.enum(['province', 'regency', 'city']),
  name_pattern: requiredText.regex(/\{[rdv]\}/, 'must contain {r}, {d} or {v}'),
  acronym: requiredText,
  source: requiredText,
});
export type TemplateRow = z.infer<typeof templateRow>;

/** A row of `categories.csv`, as far as it says where reports go. */
export const categoryRow = z.object({
  id: requiredText,
  usual_level: z.enum(['national', 'province', 'regency', 'mixed']),
  national_org: optionalText,
  opd_key: optionalText,
});
export type CategoryRow = z.infer<typeof categoryRow>;
