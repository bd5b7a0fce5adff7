/**
 * Whether a regency or city is only an administrative area of its province: those of Jakarta (UU 2/2024 on the Daerah Khusus Jakarta).
 * It has no government of its own; its units belong to the province's.
 */
export function isAdministrativeArea(regionCode: string): boolean {
  return regionCode.startsWith('31.');
}
