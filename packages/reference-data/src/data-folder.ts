import { fileURLToPath } from 'node:url';

/** Absolute path of the platform's reference data (`data/` in the repository root). */
export const dataFolder = fileURLToPath(new URL('../../../data', import.meta.url));
