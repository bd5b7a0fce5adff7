import type { MigrationEntry } from '@lapor/database';
import { CreateTables } from './001-create-tables.ts';
import { MessagesToHeads } from './2026-11-22-001-messages-to-heads.ts';
import { MessagesToOfficers } from './2026-11-23-002-messages-to-officers.ts';
import { MessagesToFollowers } from './2026-11-23-003-messages-to-followers.ts';
import { Letters } from './2026-11-24-002-letters.ts';
import { Doors } from './2026-11-25-001-doors.ts';
import { MessagesOfAReport } from './2026-11-25-002-messages-of-a-report.ts';
import { WaysOfMessages } from './2026-11-27-101-ways-of-messages.ts';
import { Smpp } from './2026-11-27-102-smpp.ts';
import { FilesOfMessages } from './2026-11-27-201-files-of-messages.ts';
import { Desk } from './2026-11-27-401-desk.ts';
import { Open311 } from './2026-11-27-302-open311.ts';
import { ProofOfMessages } from './2026-11-28-103-proof-of-messages.ts';
import { PrunedDeliveries } from './2026-11-29-401-pruned-deliveries.ts';
import { Wordings } from './2026-11-29-101-wordings.ts';
import { FilesElsewhere } from './2026-11-29-201-files-elsewhere.ts';
import { Providers } from './2026-11-29-102-providers.ts';
import { Prices } from './2026-11-29-103-prices.ts';
import { Webhooks } from './2026-11-27-301-webhooks.ts';
import { NamesOfMessages } from './2026-11-30-001-names-of-messages.ts';

export const migrations: readonly MigrationEntry[] = [
  { name: '001-create-tables', class: CreateTables },
  { name: '2026-11-22-001-messages-to-heads', class: MessagesToHeads },
  { name: '2026-11-23-002-messages-to-officers', class: MessagesToOfficers },
  { name: '2026-11-23-003-messages-to-followers', class: MessagesToFollowers },
  { name: '2026-11-24-002-letters', class: Letters },
  { name: '2026-11-25-001-doors', class: Doors },
  { name: '2026-11-25-002-messages-of-a-report', class: MessagesOfAReport },
  { name: '2026-11-27-101-ways-of-messages', class: WaysOfMessages },
  { name: '2026-11-27-102-smpp', class: Smpp },
  { name: '2026-11-27-201-files-of-messages', class: FilesOfMessages },
  { name: '2026-11-27-401-desk', class: Desk },
  { name: '2026-11-27-301-webhooks', class: Webhooks },
  { name: '2026-11-27-302-open311', class: Open311 },
  { name: '2026-11-28-103-proof-of-messages', class: ProofOfMessages },
  { name: '2026-11-29-401-pruned-deliveries', class: PrunedDeliveries },
  { name: '2026-11-29-201-files-elsewhere', class: FilesElsewhere },
  { name: '2026-11-29-101-wordings', class: Wordings },
  { name: '2026-11-29-102-providers', class: Providers },
  { name: '2026-11-29-103-prices', class: Prices },
  { name: '2026-11-30-001-names-of-messages', class: NamesOfMessages },
];
