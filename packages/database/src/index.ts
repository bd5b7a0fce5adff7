export { Migration } from '@mikro-orm/migrations';
export { openDatabase, type Database, type DatabaseOptions, type MigrationEntry } from './open.ts';
export { executePrepared, withNumbers } from './execute-prepared.ts';
export { listen, type Listening, type ListenOptions } from './listen.ts';
export { provision, type ProvisionedService } from './provision.ts';
export { DatabaseUnavailable, isUniqueViolation } from './errors.ts';
export { unhurried } from './unhurried.ts';
