import { executePrepared, Migration } from './index.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

class CreateNote extends Migration {
  override up() {
    this.addSql(`create table note (id int primary key, day date not null, big bigint not null)`);
  }
}

describe("a service's database", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase({
      schema: 'reports',
      entities: [],
      migrations: [{ name: '001-create-note', class: CreateNote }],
    });
  });
  afterAll(() => test[Symbol.asyncDispose]());

  it('migrates into the own schema, once', async () => {
    const rows = await test.database.query(
      'tables',
      `select table_schema from information_schema.tables where table_name = 'note'`,
    );
    expect(rows).toEqual([{ table_schema: 'reports' }]);
    expect(await test.database.migrate()).toEqual([]);
  });

  it('writes through the ORM and reads through named statements; days stay days', async () => {
    await test.database.transaction(async (em) => {
      await em.execute('insert into note values (?, ?, ?)', [1, '2026-11-24', 9007199254740991n]);
    });
    const rows = await test.database.query('note', 'select * from note where id = $1', [1]);
    expect(rows).toEqual([{ id: 1, day: '2026-11-24', big: 9007199254740991 }]);
  });

  it('lets no name of a statement stand for two texts', async () => {
    await test.database.query('one', 'select 1 as one');
    await expect(test.database.query('one', 'select 2 as one')).rejects.toThrow('two texts');
    expect(await test.database.query('', 'select 3 as one')).toEqual([{ one: 3 }]);
    expect(await test.database.query('', 'select 4 as one')).toEqual([{ one: 4 }]);
  });

  it('rolls a failed transaction back whole', async () => {
    const failing = test.database.transaction(async (em) => {
      await em.execute(`insert into note values (2, '2026-01-01', 1)`);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await test.database.query('two', 'select 1 from note where id = 2')).toEqual([]);
  });

  it('prepares a statement of a transaction once for each connection, whatever its values', async () => {
    const text = 'select ?::int + 1 as next, ?::text as word, ?::int[] as list';
    await test.database.transaction(async (em) => {
      expect(await executePrepared(em, text, [1, "it's", [1, 2]])).toEqual([
        { next: 2, word: "it's", list: [1, 2] },
      ]);
      expect(await executePrepared(em, text, [41, null, []])).toEqual([{ next: 42, word: null, list: [] }]);
      const prepared = await em.execute<{ statement: string; times: number }[]>(
        `select statement, (generic_plans + custom_plans)::int as times from pg_prepared_statements where statement like '%as word%'`,
      );
      expect(prepared).toEqual([
        { statement: 'select $1::int + 1 as next, $2::text as word, $3::int[] as list', times: 2 },
      ]);
    });
    await expect(executePrepared(test.database.fork(), text, [1, 'x', []])).rejects.toThrow('no transaction');
  });

  it("keeps a service's role out of other schemas", async () => {
    const admin = new Client({ connectionString: test.adminUrl });
    await admin.connect();
    await admin.query('create schema other; create table other.secret (id int)');
    await admin.end();
    await expect(test.database.query('foreign', 'select * from other.secret')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('keeps what people wrote out of the log of the server', async () => {
    const rows = await test.database.query<{ name: string; setting: string }>(
      'log-settings',
      `select name, setting from pg_settings where name in ('log_min_error_statement', 'log_error_verbosity') order by name`,
    );
    expect(rows).toEqual([
      { name: 'log_error_verbosity', setting: 'terse' },
      { name: 'log_min_error_statement', setting: 'panic' },
    ]);
  });
});
