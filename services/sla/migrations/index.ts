import type { MigrationEntry } from '@lapor/database';
import { CreateClocks } from './2026-11-21-001-create-clocks.ts';
import { HandOversAndClosingDays } from './2026-11-22-001-hand-overs-and-closing-days.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-clocks', class: CreateClocks },
  { name: '2026-11-22-001-hand-overs-and-closing-days', class: HandOversAndClosingDays },
];
