import type { MigrationEntry } from '@lapor/database';
import { CreateTables } from './001-create-tables.ts';
import { PeopleInFull } from './002-people-in-full.ts';
import { CodesOnce } from './003-codes-once.ts';

export const migrations: readonly MigrationEntry[] = [
  { name: '001-create-tables', class: CreateTables },
  { name: '002-people-in-full', class: PeopleInFull },
  { name: '003-codes-once', class: CodesOnce },
];
