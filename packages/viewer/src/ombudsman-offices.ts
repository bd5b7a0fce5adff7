/** Where the Ombudsman of the whole country works. */
const NATIONAL_OFFICE = 'ombudsman';
const REGIONAL_OFFICE = /^ombudsman-(\d\d)$/;

/**
 * The provinces of 2022 have no regional office of their own: those of Papua (91) and Papua Barat (92) look after them.
 */
const officeOfNewProvince: Readonly<Record<string, string>> = { 93: '91', 94: '91', 95: '91', 96: '92' };

/** A regional office of the Ombudsman bears the code of its province. */
export const isOmbudsmanOffice = (organisationId: string): boolean => REGIONAL_OFFICE.test(organisationId);

/** Code of the province whose regional office of the Ombudsman looks after a region. */
export function provinceOfOmbudsmanOffice(regionCode: string): string {
  const province = regionCode.slice(0, 2);
  return officeOfNewProvince[province] ?? province;
}

/** Codes of all provinces that the regional office of a province looks after, its own first. */
export function provincesOfOmbudsmanOffice(provinceCode: string): string[] {
  const further = Object.keys(officeOfNewProvince).filter(
    (code) => officeOfNewProvince[code] === provinceCode,
  );
  return [provinceCode, ...further];
}

/**
 * Whether an office of the Ombudsman looks after what happens in a region: the national one after everything, a regional one after
 * its provinces (decision 8). What lies nowhere is the national one's.
 */
export function ombudsmanReaches(organisationId: string, regionCode: string | null): boolean {
  if (organisationId === NATIONAL_OFFICE) return true;
  const office = REGIONAL_OFFICE.exec(organisationId)?.[1];
  return regionCode !== null && office === provinceOfOmbudsmanOffice(regionCode);
}
