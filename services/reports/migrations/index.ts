import type { MigrationEntry } from '@lapor/database';
import { CreateReports } from './2026-11-21-001-create-reports.ts';
import { FollowOrganisations } from './2026-11-22-001-follow-organisations.ts';
import { HandOvers } from './2026-11-22-002-hand-overs.ts';
import { AppendOnlyAudit } from './2026-11-22-003-append-only-audit.ts';
import { EraseIdentities } from './2026-11-22-004-erase-identities.ts';
import { Attachments } from './2026-11-23-001-attachments.ts';
import { Search } from './2026-11-23-002-search.ts';
import { Handling } from './2026-11-23-003-handling.ts';
import { Work } from './2026-11-23-004-work.ts';
import { Filing } from './2026-11-23-005-filing.ts';
import { HistoryHeads } from './2026-11-23-006-history-heads.ts';
import { Desk } from './2026-11-24-001-desk.ts';
import { PendingChanges } from './2026-11-24-002-pending-changes.ts';
import { Files } from './2026-11-24-003-files.ts';
import { Speed } from './2026-11-24-004-speed.ts';
import { Programmes } from './2026-11-24-005-programmes.ts';
import { CalendarCopy } from './2026-11-25-001-calendar-copy.ts';
import { ErasureTold } from './2026-11-26-050-erasure-told.ts';
import { AboutOfficers } from './2026-11-26-051-about-officers.ts';
import { EraseWhatCameLater } from './2026-11-26-052-erase-what-came-later.ts';
import { LeaseReleased } from './2026-11-26-053-lease-released.ts';
import { Administration } from './2026-11-26-055-administration.ts';
import { NewestReports } from './2026-11-26-057-newest-reports.ts';
import { SupportsTakenBack } from './2026-11-27-054-supports-taken-back.ts';
import { ErasureAsked } from './2026-11-27-055-erasure-asked.ts';

/** In the order in which they run; a released one is never changed. */
export const migrations: readonly MigrationEntry[] = [
  { name: '2026-11-21-001-create-reports', class: CreateReports },
  { name: '2026-11-22-001-follow-organisations', class: FollowOrganisations },
  { name: '2026-11-22-002-hand-overs', class: HandOvers },
  { name: '2026-11-22-003-append-only-audit', class: AppendOnlyAudit },
  { name: '2026-11-22-004-erase-identities', class: EraseIdentities },
  { name: '2026-11-23-001-attachments', class: Attachments },
  { name: '2026-11-23-002-search', class: Search },
  { name: '2026-11-23-003-handling', class: Handling },
  { name: '2026-11-23-004-work', class: Work },
  { name: '2026-11-23-005-filing', class: Filing },
  { name: '2026-11-23-006-history-heads', class: HistoryHeads },
  { name: '2026-11-24-001-desk', class: Desk },
  { name: '2026-11-24-002-pending-changes', class: PendingChanges },
  { name: '2026-11-24-003-files', class: Files },
  { name: '2026-11-24-004-speed', class: Speed },
  { name: '2026-11-24-005-programmes', class: Programmes },
  { name: '2026-11-25-001-calendar-copy', class: CalendarCopy },
  { name: '2026-11-26-050-erasure-told', class: ErasureTold },
  { name: '2026-11-26-051-about-officers', class: AboutOfficers },
  { name: '2026-11-26-052-erase-what-came-later', class: EraseWhatCameLater },
  { name: '2026-11-26-053-lease-released', class: LeaseReleased },
  { name: '2026-11-26-055-administration', class: Administration },
  { name: '2026-11-26-057-newest-reports', class: NewestReports },
  { name: '2026-11-27-054-supports-taken-back', class: SupportsTakenBack },
  { name: '2026-11-27-055-erasure-asked', class: ErasureAsked },
];
