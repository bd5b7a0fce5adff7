/**
 * The provinces of 2022 have no regional office of their own: those of Papua (91) and Papua Barat (92) look after them.
 */
const officeOfNewProvince: Readonly<Record<string, string>> = { 93: '91', 94: '91', 95: '91', 96: '92' };

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
