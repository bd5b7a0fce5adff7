import type { Constructor, EntitySchema } from '@mikro-orm/core';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { Pool, types, type QueryResultRow } from 'pg';
import { isOfDatabase, toldApart } from './errors.ts';
import { limitsOf } from './limits.ts';
import { PreparingClient } from './preparing-client.ts';
import { isUnhurried, unhurried } from './unhurried.ts';
import { WatchedClient, type WatchedClientConfig } from './watched-client.ts';

/** A migration: its name (sorted by it, never renamed once released) and its class. */
export interface MigrationEntry {
  name: string;
  class: Constructor<Migration>;
}

export interface DatabaseOptions {
  /** Connection URL of this service's own role; it may name limits (`limitsOf`). */
  url: string;
  /** The service's schema; nothing outside it is touched. */
  schema: string;
  // Entity property types differ per schema; the ORM itself takes `any` here.
  entities: readonly EntitySchema<any, any>[];
  migrations: readonly MigrationEntry[];
  /** Connections for named reads, default 8; the ORM has as many for writes. */
  connections?: number;
  /** A command: nobody waits for any of its statements. */
  isUnhurried?: boolean;
}

/**
 * One service's access to its schema: MikroORM for writes, named prepared statements for hot reads. What the database does not answer in
 * time throws `DatabaseUnavailable`; work inside `unhurried` has more time.
 */
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

/** Jobs of a service work side by side, and none of them on the connections that requests wait for. */
const UNHURRIED_CONNECTIONS = 4;
/** A server that ends its own statement tells so; only one that says nothing at all is given up. */
const SILENCE_BEYOND = 500;

const silence = (limit: number): number => (limit === 0 ? 0 : limit + SILENCE_BEYOND);

/** Opens a service's database; nothing is migrated yet. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const connections = options.connections ?? 8;
  const { url, limits } = limitsOf(options.url);
  const statement = options.isUnhurried ? limits.batch : limits.request;
  const sessionOptions = (limit: number) =>
    `-c search_path=${options.schema},public -c timezone=UTC -c statement_timeout=${limit} -c idle_in_transaction_session_timeout=${limits.idle}`;
  const orm = await MikroORM.init({
    clientUrl: url,
    schema: options.schema,
    entities: [...options.entities],
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: connections },
    forceUtcTimezone: true,
    // The ORM tells of migrations on standard output; the caller gets their names instead.
    logger: () => {},
    driverOptions: {
      options: sessionOptions(statement),
      Client: PreparingClient,
      connectionTimeoutMillis: statement,
      longestSilence: () => silence(isUnhurried() ? limits.batch : statement),
    },
    migrations: {
      migrationsList: options.migrations.map(({ name, class: migration }) => ({ name, class: migration })),
      tableName: 'migration',
      snapshot: false,
      allOrNothing: true,
    } as never,
  });
  const openPool = (most: number, limit: number): Pool => {
    const config: WatchedClientConfig = {
      connectionString: url,
      options: sessionOptions(limit),
      longestSilence: () => silence(limit),
    };
    const opened = new Pool({
      ...config,
      Client: WatchedClient,
      max: most,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: limit,
    });
    // A connection that breaks (database restarted) is replaced by the pool; without a listener it would end the process.
    opened.on('error', () => {});
    opened.on('connect', (client) => client.on('error', () => {}));
    return opened;
  };
  const pool = openPool(connections, statement);
  let unhurriedPool: Pool | undefined;
  const chosen = () =>
    isUnhurried() ? (unhurriedPool ??= openPool(UNHURRIED_CONNECTIONS, limits.batch)) : pool;
  /** In a transaction's first statement, for it alone. */
  const takeTime = (em: EntityManager) =>
    em.execute(`select set_config('statement_timeout', ?, true)`, [String(limits.batch)]);
  // A name stands for one text on each connection; two texts under one name would fail on some of them.
  const texts = new Map<string, string>();
  return {
    orm,
    pool,
    schema: options.schema,
    fork: () => orm.em.fork(),
    async transaction(work) {
      let isBegun = false;
      try {
        return await orm.em.fork().transactional(async (em) => {
          isBegun = true;
          if (isUnhurried()) await takeTime(em);
          return work(em);
        });
      } catch (error) {
        throw !isBegun || isOfDatabase(error) ? toldApart(error) : error;
      }
    },
    async query(name, text, values) {
      if (name !== '' && (texts.get(name) ?? text) !== text)
        throw new Error(`The statement name ${name} stands for two texts`);
      if (name !== '') texts.set(name, text);
      try {
        return (await chosen().query({ name, text, values: values as unknown[] })).rows;
      } catch (error) {
        throw toldApart(error);
      }
    },
    async migrate() {
      const ran = await unhurried(() =>
        orm.em.fork().transactional(async (em) => {
          await takeTime(em);
          return orm.migrator.up({ transaction: em.getTransactionContext() });
        }),
      );
      return ran.map((migration) => migration.name);
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
      await Promise.all([orm.close(true), pool.end(), unhurriedPool?.end()]);
    },
  };
}
