import type { MigrationEntry } from '@lapor/database';
import { CreateReports } from './2026-11-21-001-create-reports.ts';
import { FollowOrganisations } from './2026-11-22-001-follow-organisations.ts';
import { HandOvers } from './2026-11-22-002-hand-overs.ts';
import { AppendOnlyAudit } from './2026-11-22-003-append-only-audit.ts';
import { EraseIdentities } from './2026-11-22-004-erase-identities.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-reports', class: CreateReports },
  { name: '2026-11-22-001-follow-organisations', class: FollowOrganisations },
  { name: '2026-11-22-002-hand-overs', class: HandOvers },
  { name: '2026-11-22-003-append-only-audit', class: AppendOnlyAudit },
  { name: '2026-11-22-004-erase-identities', class: EraseIdentities },
];
