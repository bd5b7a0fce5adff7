import type { MigrationEntry } from '@lapor/database';
import { CreateTables } from './001-create-tables.ts';
import { MessagesToHeads } from './2026-11-22-001-messages-to-heads.ts';

export const migrations: readonly MigrationEntry[] = [
  { name: '001-create-tables', class: CreateTables },
  { name: '2026-11-22-001-messages-to-heads', class: MessagesToHeads },
];
