import type { Constructor, EntitySchema } from '@mikro-orm/core';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { Pool, types, type QueryResultRow } from 'pg';
import { PreparingClient } from './preparing-client.ts';

/** A migration: its name (sorted by it, never renamed once released) and its class. */
export interface MigrationEntry {
  name: string;
  class: Constructor<Migration>;
}

export interface DatabaseOptions {
  /** Connection URL of this service's own role. */
  url: string;
  /** The service's schema; nothing outside it is touched. */
  schema: string;
  // Entity property types differ per schema; the ORM itself takes `any` here.
  entities: readonly EntitySchema<any, any>[];
  migrations: readonly MigrationEntry[];
  /** Connections for named reads, default 8; the ORM has as many for writes. */
  connections?: number;
}

/** One service's access to its schema: MikroORM for writes, named prepared statements for hot reads. */
export interface Database {
  orm: MikroORM;
  pool: Pool;
  schema: string;
  /** A fresh unit of work. */
  fork(): EntityManager;
  /** One transaction on a fresh unit of work. */
  transaction<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result>;
  /** A named prepared statement; `name` must stand for one text only. `$1`-style parameters. */
  query<Row extends QueryResultRow>(name: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Brings the schema up to date; returns the names of the migrations that ran. */
  migrate(): Promise<string[]>;
  /** Throws when the database does not answer within the time. */
  ping(timeoutMilliseconds?: number): Promise<void>;
  close(): Promise<void>;
}

// int8 as number: our bigints are counters far below 2^53. Dates (no time of day) stay text: a Date would shift them by the process zone.
types.setTypeParser(types.builtins.INT8, Number);
types.setTypeParser(types.builtins.DATE, (value) => value);

/** Opens a service's database; nothing is migrated yet. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connections = options.connections ?? 8;
  const sessionOptions = `-c search_path=${options.schema},public -c timezone=UTC`;
  const orm = await MikroORM.init({
    clientUrl: options.url,
    schema: options.schema,
    entities: [...options.entities],
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: connections },
    forceUtcTimezone: true,
    // The ORM tells of migrations on standard output; the caller gets their names instead.
    logger: () => {},
    driverOptions: { options: sessionOptions, Client: PreparingClient },
    migrations: {
      migrationsList: options.migrations.map(({ name, class: migration }) => ({ name, class: migration })),
      tableName: 'migration',
      snapshot: false,
      allOrNothing: true,
    } as never,
  });
  const pool = new Pool({
    connectionString: options.url,
    max: connections,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 4_000,
    options: sessionOptions,
  });
  // A connection that breaks (database restarted) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  // A name stands for one text on each connection; two texts under one name would fail on some of them.
  const texts = new Map<string, string>();
  return {
    orm,
    pool,
    schema: options.schema,
    fork: () => orm.em.fork(),
    transaction: (work) => orm.em.fork().transactional(work),
    async query(name, text, values) {
      if (name !== '' && (texts.get(name) ?? text) !== text)
        throw new Error(`The statement name ${name} stands for two texts`);
      if (name !== '') texts.set(name, text);
      return (await pool.query({ name, text, values: values as unknown[] })).rows;
    },
    async migrate() {
      return (await orm.migrator.up()).map((migration) => migration.name);
    },
    async ping(timeoutMilliseconds = 2_000) {
      const client = await pool.connect();
      let broken: Error | undefined;
      const timer = setTimeout(() => {
        broken = new Error('The database does not answer');
        client.release(broken);
      }, timeoutMilliseconds);
      try {
        await client.query('select 1');
      } catch (error) {
        broken ??= error as Error;
        throw broken;
      } finally {
        clearTimeout(timer);
        if (!broken) client.release();
      }
    },
    async close() {
      await Promise.all([orm.close(true), pool.end()]);
    },
  };
}
