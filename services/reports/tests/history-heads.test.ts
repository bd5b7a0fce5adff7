import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@lapor/database';
import {
  createHeadLog,
  headsFolder,
  readRecordedHeads,
  verifyHistories,
  type Anchor,
} from '../src/modules/history/index.ts';
import { reportsDatabase } from '../src/index.ts';
import { derivedSecret } from '../src/secrets.ts';
import { actor, startHarness, type Harness } from './harness.ts';
import { answer, must, reportIn } from './situations.ts';

/** Tables in which a report lies, and from which a superuser takes and puts back whole states of it. */
const ROWS = [
  ['report', 'id'],
  ['history', 'report_id'],
  ['assignment', 'report_id'],
  ['inbox_entry', 'report_id'],
] as const;
type State = Record<string, unknown[]>;

describe('the log of heads outside the database', () => {
  let harness: Harness;
  let superuser: Database;
  let folder: string;
  let id: string;
  let number: string;
  /** What earlier tests did to other reports. */
  let earlierFaults = new Set<string>();

  beforeAll(async () => {
    harness = await startHarness();
    superuser = await openDatabase({ ...reportsDatabase, url: harness.test.adminUrl, connections: 1 });
    folder = headsFolder(harness.filesDirectory, undefined);
  });
  afterAll(async () => {
    await superuser.close();
    await harness[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    ({ id, number } = await reportIn(harness, 'DISPOSED', 'open'));
    await answer(harness, id, 'PLAN');
    await harness.service.settle();
    earlierFaults = new Set();
    earlierFaults = new Set(await verify());
  });

  const headLog = () => createHeadLog(folder, derivedSecret('r'.repeat(32), 'history-heads'));
  const anchor = async (): Promise<Anchor> => (await readRecordedHeads(headLog())).anchor;
  /** What the command says, without what it said before the test. */
  async function verify(kept?: Anchor): Promise<string[]> {
    const said: string[] = [];
    const { chain } = harness.deps;
    const { faulty } = await verifyHistories(
      { database: harness.test.database, chain, headLog: headLog() },
      (line) => said.push(line),
      kept,
    );
    expect(faulty).toBe(said.length);
    return said.filter((line) => !earlierFaults.has(line));
  }
  const sql = async (text: string, values: unknown[] = [id]) => superuser.pool.query(text, values);

  async function take(): Promise<State> {
    const state: State = {};
    for (const [table, column] of ROWS) {
      const { rows } = await sql(`select to_jsonb(t) as row from ${table} t where ${column} = $1`);
      state[table] = rows.map(({ row }) => row);
    }
    return state;
  }
  async function putBack(state: State): Promise<void> {
    // As a restore does it: no triggers, in one go.
    await sql('set session_replication_role = replica', []);
    for (const [table, column] of ROWS) await sql(`delete from ${table} where ${column} = $1`);
    for (const [table] of ROWS) {
      const { rows } = await sql(
        `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [table],
      );
      for (const row of state[table]!)
        await sql(
          `insert into ${table} (${rows[0].columns}) select ${rows[0].columns} from jsonb_populate_record(null::${table}, $1)`,
          [JSON.stringify(row)],
        );
    }
    await sql('set session_replication_role = origin', []);
  }

  it('shows an earlier state of all rows that was put back, and the first entry that is missing', async () => {
    const earlier = await take();
    await answer(harness, id, 'RESULT');
    await must(harness, actor.withGrant(id), 'confirmReport', { reportId: id });
    await harness.service.settle();
    expect(await verify()).toEqual([]);
    await putBack(earlier);
    const missing = earlier.history!.length + 1;
    expect(await verify()).toEqual([`Report ${number}: entry ${missing} does not hold`]);
    // Another life from there on does not hide it.
    await answer(harness, id, 'OBSTACLE');
    await harness.service.settle();
    expect(await verify()).toEqual([`Report ${number}: entry ${missing} does not hold`]);
  });

  it('shows a report that was removed with everything', async () => {
    await sql('set session_replication_role = replica', []);
    for (const [table, column] of ROWS) await sql(`delete from ${table} where ${column} = $1`);
    await sql('set session_replication_role = origin', []);
    expect(await verify()).toContain(`A report is gone with its history: ${id}`);
  });

  it('shows an entry that was kept from being recorded', async () => {
    await answer(harness, id, 'RESULT');
    await sql('delete from history_head_pending where report_id = $1');
    const last = (await take()).history!.length;
    expect(await verify()).toContain(
      `Report ${number}: entry ${last} was never recorded outside the database`,
    );
  });

  it('says nothing of an entry that still waits to be recorded', async () => {
    const before = await verify();
    await answer(harness, id, 'RESULT');
    expect(await verify()).toEqual(before);
  });

  it('shows a log that was put back together with the database, to whoever kept a later line', async () => {
    const earlier = await take();
    const copy = await mkdtemp(join(tmpdir(), 'heads-copy-'));
    await cp(folder, copy, { recursive: true });
    await answer(harness, id, 'RESULT');
    await harness.service.settle();
    const kept = await anchor();
    const before = await verify();

    await putBack(earlier);
    const later = await mkdtemp(join(tmpdir(), 'heads-later-'));
    await cp(folder, later, { recursive: true });
    await rm(folder, { recursive: true });
    await cp(copy, folder, { recursive: true });
    expect(await verify()).toEqual(before);
    expect((await verify(kept)).join('\n')).toContain(`does not have line ${kept.number}`);

    await rm(folder, { recursive: true });
    await cp(later, folder, { recursive: true });
    await rm(copy, { recursive: true });
    await rm(later, { recursive: true });
  });

  it('shows a log that was thrown away', async () => {
    const kept = await mkdtemp(join(tmpdir(), 'heads-kept-'));
    await cp(folder, kept, { recursive: true });
    await rm(folder, { recursive: true });
    expect(await verify()).toContain(`Report ${number}: entry 1 was never recorded outside the database`);
    await cp(kept, folder, { recursive: true });
    await rm(kept, { recursive: true });
  });

  it('shows a line of the log that was changed', async () => {
    const [name] = (await readdir(folder)).toSorted();
    const path = join(folder, name!);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/^2 /m, '3 '));
    expect(await verify()).toContain('Line 2 of the log of heads does not hold');
    await writeFile(path, text);
  });

  it('holds ids, counts and hashes, and not a word of a report', async () => {
    for (const name of await readdir(folder))
      for (const line of (await readFile(join(folder, name), 'utf8')).trim().split('\n'))
        expect(line).toMatch(/^\d+ \S+Z [0-9a-f-]{36} \d+ [\w-]{43} [\w-]{43}$/);
  });

  it('gets each entry once, in whatever number of processes it is recorded', async () => {
    await answer(harness, id, 'RESULT');
    await Promise.all(Array.from({ length: 4 }, () => harness.service.settle()));
    const entries = (await take()).history!.length;
    expect((await readRecordedHeads(headLog())).of(id).size).toBe(entries);
    const lines = (
      await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    ).join('');
    expect(lines.split('\n').filter((line) => line.includes(id))).toHaveLength(entries);
  });
});
