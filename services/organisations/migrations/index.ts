import type { MigrationEntry } from '@lapor/database';
import { CreateOrganisations } from './2026-11-21-001-create-organisations.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-organisations', class: CreateOrganisations },
];
