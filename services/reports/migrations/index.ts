import type { MigrationEntry } from '@lapor/database';
import { CreateReports } from './2026-11-21-001-create-reports.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-reports', class: CreateReports },
];
