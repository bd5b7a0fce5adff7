export { unitsCsvLoader } from './export-units.ts';
export { UnitsCsvResolver } from './resolver.ts';
