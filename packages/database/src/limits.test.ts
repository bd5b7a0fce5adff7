import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailable, Migration, openDatabase, unhurried, type Database } from './index.ts';
import { limitsOf } from './limits.ts';
import { createTestDatabase, openDetour, type TestDatabase } from './testing/index.ts';

class CreateNote extends Migration {
  override up() {
    this.addSql('create table note (id int primary key)');
    this.addSql('insert into note values (1)');
  }
}
class LongMigration extends Migration {
  override up() {
    this.addSql('select pg_sleep(0.6)');
    this.addSql('create table later (id int primary key)');
  }
}
const OPTIONS = {
  schema: 'reports',
  entities: [],
  migrations: [{ name: '001-create-note', class: CreateNote }],
};
const LONGER = 'select pg_sleep(0.6)';
const LIMIT = 300;

describe('the limits in the address of a database', () => {
  it('are taken out of it, and are as usual where it names none', () => {
    const plain = 'postgresql://lapor:geheim%2F@10.0.0.1:5432/lapor?sslmode=require';
    expect(limitsOf(plain)).toEqual({ url: plain, limits: { request: 4_000, batch: 600_000, idle: 60_000 } });
    const { url, limits } = limitsOf(
      `${plain}&statement_timeout=8000&batch_statement_timeout=0&idle_in_transaction_session_timeout=9000`,
    );
    expect([url, limits]).toEqual([plain, { request: 8_000, batch: 0, idle: 9_000 }]);
  });

  it.each(['5s', '-1', '', '1e3'])('are milliseconds and nothing else: %j', (value) => {
    expect(() => limitsOf(`postgresql://a@b/c?statement_timeout=${value}`)).toThrow('statement_timeout');
  });
});

describe('a database that takes its time', () => {
  let test: TestDatabase;
  const opened: Database[] = [];
  const open = async (parameters: Record<string, number>, address = test.url, options = {}) => {
    const url = new URL(address);
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, String(value));
    const database = await openDatabase({ ...OPTIONS, ...options, url: url.href, connections: 3 });
    opened.push(database);
    return database;
  };
  const failureOf = async (work: Promise<unknown>) => {
    const start = performance.now();
    const error = await work.then(
      () => null,
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(DatabaseUnavailable);
    return { ...(error as DatabaseUnavailable), milliseconds: performance.now() - start };
  };
  const ways = (database: Database, text: string) => [
    () => database.query('', text),
    () => database.transaction((em) => em.execute(text)),
  ];
  beforeAll(async () => {
    test = await createTestDatabase(OPTIONS);
  });
  afterAll(async () => {
    await Promise.all(opened.map((database) => database.close()));
    await test[Symbol.asyncDispose]();
  });

  it('keeps nobody waiting for a statement, and says that a later try may succeed', async () => {
    const database = await open({ statement_timeout: LIMIT });
    for (const ask of ways(database, LONGER)) {
      const { isGone, statusCode, milliseconds } = await failureOf(ask());
      expect([isGone, statusCode]).toEqual([false, 503]);
      expect(milliseconds).toBeLessThan(LIMIT + 1_500);
    }
    expect(await database.query('', 'select id from note')).toEqual([{ id: 1 }]);
  });

  it('gives jobs, imports and commands more of it, in reads and in transactions', async () => {
    const database = await open({ statement_timeout: LIMIT });
    for (const ask of ways(database, LONGER)) expect(await unhurried(ask)).toHaveLength(1);
    // The connection of the job is a request's again, with the request's limit.
    for (const ask of ways(database, LONGER)) await failureOf(ask());
    const command = await open({ statement_timeout: LIMIT }, test.url, { isUnhurried: true });
    for (const ask of ways(command, LONGER)) await ask();
  });

  it('ends what jobs ask for, too, when it takes longer than theirs', async () => {
    const database = await open({ statement_timeout: 100, batch_statement_timeout: LIMIT });
    for (const ask of ways(database, LONGER)) expect((await failureOf(unhurried(ask))).isGone).toBe(false);
  });

  it('migrates as long as it takes', async () => {
    const database = await open({ statement_timeout: LIMIT }, test.url, {
      migrations: [...OPTIONS.migrations, { name: '002-long', class: LongMigration }],
    });
    expect(await database.migrate()).toEqual(['002-long']);
    expect(await database.query('', 'select id from later')).toEqual([]);
  });

  it('waits no longer for what another transaction holds', async () => {
    const database = await open({ statement_timeout: LIMIT });
    const held = Promise.withResolvers<void>();
    const isHeld = Promise.withResolvers<void>();
    const holder = test.database.transaction(async (em) => {
      await em.execute('select 1 from note for update');
      isHeld.resolve();
      await held.promise;
    });
    await isHeld.promise;
    for (const ask of ways(database, 'select 1 from note for update'))
      expect((await failureOf(ask())).isGone).toBe(false);
    held.resolve();
    await holder;
  });

  it('ends a transaction in which nothing is asked any more, and frees what it held', async () => {
    const database = await open({ idle_in_transaction_session_timeout: LIMIT });
    const failed = database.transaction(async (em) => {
      await em.execute('select 1 from note for update');
      const admin = new Client({ connectionString: test.adminUrl });
      await admin.connect();
      // Waits for the lock, which whoever hangs would keep for ever.
      await admin.query('select 1 from reports.note for update');
      await admin.end();
      await em.execute('select 1');
    });
    expect((await failureOf(failed)).milliseconds).toBeLessThan(LIMIT + 3_000);
  });

  it('that answers nothing at all is given up, keeps no connection, and serves again when it is back', async () => {
    await using detour = await openDetour(test.url);
    const database = await open({ statement_timeout: LIMIT }, detour.url);
    for (const ask of ways(database, 'select id from note')) await ask();
    detour.silence();
    const start = performance.now();
    // More than there are connections: some have one already, some have to connect, some wait for one.
    const failures = await Promise.all(
      Array.from({ length: 5 }, () => ways(database, 'select id from note')).flatMap((round) =>
        round.map((ask) => failureOf(ask())),
      ),
    );
    expect(failures.every(({ isGone }) => isGone)).toBe(true);
    expect(performance.now() - start).toBeLessThan(3 * (LIMIT + 1_000));
    detour.speak();
    for (const ask of ways(database, 'select id from note')) expect(await ask()).toEqual([{ id: 1 }]);
    // As many transactions side by side as there were connections: none is missing.
    const all = Promise.withResolvers<void>();
    let begun = 0;
    await Promise.all(
      Array.from({ length: 3 }, () =>
        database.transaction(async (em) => {
          await em.execute('select 1');
          if (++begun === 3) all.resolve();
          await all.promise;
        }),
      ),
    );
    expect(database.pool.waitingCount).toBe(0);
    expect(database.pool.totalCount).toBeLessThanOrEqual(3);
  });
});
