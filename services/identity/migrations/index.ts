import type { MigrationEntry } from '@lapor/database';
import { CreateTables } from './001-create-tables.ts';

export const migrations: readonly MigrationEntry[] = [{ name: '001-create-tables', class: CreateTables }];
