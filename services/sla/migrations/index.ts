import type { MigrationEntry } from '@lapor/database';
import { CreateClocks } from './2026-11-21-001-create-clocks.ts';
import { HandOversAndClosingDays } from './2026-11-22-001-hand-overs-and-closing-days.ts';
import { Entries } from './2026-11-24-001-entries.ts';
import { CalendarsAndPolicies } from './2026-11-24-002-calendars-and-policies.ts';
import { Timers } from './2026-11-24-003-timers.ts';
import { Oversight } from './2026-11-24-004-oversight.ts';
import { Rollups } from './2026-11-24-005-rollups.ts';
import { LetterText } from './2026-11-25-001-letter-text.ts';
import { CountOneMore } from './2026-11-25-002-count-one-more.ts';
import { Steps } from './2026-11-28-101-steps.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-clocks', class: CreateClocks },
  { name: '2026-11-22-001-hand-overs-and-closing-days', class: HandOversAndClosingDays },
  { name: '2026-11-24-001-entries', class: Entries },
  { name: '2026-11-24-002-calendars-and-policies', class: CalendarsAndPolicies },
  { name: '2026-11-24-003-timers', class: Timers },
  { name: '2026-11-24-004-oversight', class: Oversight },
  { name: '2026-11-24-005-rollups', class: Rollups },
  { name: '2026-11-25-001-letter-text', class: LetterText },
  { name: '2026-11-25-002-count-one-more', class: CountOneMore },
  { name: '2026-11-28-101-steps', class: Steps },
];
