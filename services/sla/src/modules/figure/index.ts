import { ROLLUP_TABLES } from './tables.ts';

export type { CountedReport } from './counted-report.ts';
export { audienceOf, countsConfidential, isOutsider } from './policy.ts';
export { FEWEST, keptBack, percent, told } from './suppression.ts';
export { FIGURES_VERSION, updateRollups } from './update-rollups.ts';

/** All tables of figures; they derive from the facts. */
export const figureTables: readonly string[] = ROLLUP_TABLES.map(({ name }) => name);
