import type { MigrationEntry } from '@lapor/database';
import { CreateOrganisations } from './2026-11-21-001-create-organisations.ts';
import { RememberRequests } from './2026-11-22-001-remember-requests.ts';
import { GrowTree } from './2026-11-22-002-tree.ts';
import { KnowPeople } from './2026-11-22-003-people.ts';
import { TellReportsOfOfficers } from './2026-11-23-001-tell-reports-of-officers.ts';
import { EvidenceUploads } from './2026-11-24-001-evidence-uploads.ts';
import { TellSlaAgain } from './2026-11-25-001-tell-sla-again.ts';
import { KeepImports } from './2026-11-26-101-keep-imports.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-organisations', class: CreateOrganisations },
  { name: '2026-11-22-001-remember-requests', class: RememberRequests },
  { name: '2026-11-22-002-tree', class: GrowTree },
  { name: '2026-11-22-003-people', class: KnowPeople },
  { name: '2026-11-23-001-tell-reports-of-officers', class: TellReportsOfOfficers },
  { name: '2026-11-24-001-evidence-uploads', class: EvidenceUploads },
  { name: '2026-11-25-001-tell-sla-again', class: TellSlaAgain },
  { name: '2026-11-26-101-keep-imports', class: KeepImports },
];
