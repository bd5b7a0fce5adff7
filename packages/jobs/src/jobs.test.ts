import { Migration } from '@lapor/database';
import { createTestDatabase, type TestDatabase } from '@lapor/database/testing';
import { createLogger } from '@lapor/logging';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createJobs, type EnqueueOptions, type Jobs, type Task } from './index.ts';

class CreateTables extends Migration {
  override up() {
    this.addSql('create table letter (id int)');
  }
}

describe('a job queue', () => {
  let test: TestDatabase;
  let jobs: Jobs;
  let task: Task;
  const lines: string[] = [];
  const logger = createLogger('test', 'info', { write: (line) => void lines.push(line) });

  beforeAll(async () => {
    test = await createTestDatabase({
      schema: 'channels',
      entities: [],
      migrations: [{ name: '001', class: CreateTables }],
    });
    jobs = createJobs({
      database: test.database,
      logger,
      tasks: { write: (payload, run) => task(payload, run) },
      pollMilliseconds: 50,
    });
    await jobs.migrate();
  });
  afterAll(() => test[Symbol.asyncDispose]());

  const done: unknown[] = [];
  beforeEach(async () => {
    done.length = 0;
    lines.length = 0;
    task = async (payload, { attempt }) => void done.push({ payload, attempt });
    await test.database.query('clear', 'truncate channels_jobs._private_jobs');
  });
  const enqueue = (id: number, options?: EnqueueOptions) =>
    test.database.transaction((em) => jobs.enqueue(em, 'write', { id }, options));

  it('migrates again without harm, as a role that may not create schemas', async () => {
    await jobs.migrate();
    await expect(test.database.query('s', 'create schema other')).rejects.toThrow('permission denied');
  });

  it('does what a committed transaction asked for, and nothing of one that was rolled back', async () => {
    await enqueue(1);
    const failing = test.database.transaction(async (em) => {
      await jobs.enqueue(em, 'write', { id: 2 });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await jobs.runOnce()).toBe(1);
    expect(done).toEqual([{ payload: { id: 1 }, attempt: 1 }]);
    expect(await jobs.runOnce()).toBe(0);
  });

  it('leaves a waiting job of the same key its time where that is asked', async () => {
    await enqueue(1, { key: 'a' });
    await enqueue(2, { key: 'a', runAt: new Date(Date.now() + 60_000), keepsEarlier: true });
    expect(await jobs.runOnce()).toBe(1);
  });

  it('replaces a waiting job of the same key', async () => {
    await enqueue(1, { key: 'a' });
    await enqueue(2, { key: 'a' });
    expect(await jobs.runOnce()).toBe(1);
    expect(done).toEqual([{ payload: { id: 2 }, attempt: 1 }]);
  });

  it('tries a failed job again later, tells the last try, and keeps no text of the failure', async () => {
    const runs: { attempt: number; isLastAttempt: boolean }[] = [];
    task = async (_payload, run) => {
      runs.push(run);
      throw new Error('could not write to warga@example.test');
    };
    await enqueue(1, { maxAttempts: 2 });
    expect(await jobs.runOnce()).toBe(0);
    expect(await jobs.runOnce()).toBe(0);
    expect(runs).toHaveLength(1);
    expect(await jobs.expedite()).toBe(1);
    await jobs.runOnce();
    expect(runs).toEqual([
      { attempt: 1, isLastAttempt: false },
      { attempt: 2, isLastAttempt: true },
    ]);
    expect(await jobs.expedite()).toBe(0);
    const rows = await test.database.query('e', 'select * from channels_jobs._private_jobs');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('warga');
  });

  it('tells how it does: the last good run, the kind of the last failure, what is late and what was given up', async () => {
    const health = async () => (await jobs.health())[0]!;
    await enqueue(1);
    await test.database.query(
      'late',
      `update channels_jobs._private_jobs set run_at = now() - interval '90 seconds'`,
    );
    expect(await health()).toMatchObject({ name: 'write', givenUp: 0 });
    expect((await health()).lateSeconds).toBeGreaterThanOrEqual(90);
    await jobs.runOnce();
    const well = await health();
    expect(well).toMatchObject({ lateSeconds: 0, lastFailureCode: null });
    expect(Date.parse(well.lastEndedAt!)).toBeGreaterThan(Date.now() - 60_000);
    task = async () => {
      throw Object.assign(new TypeError('could not write to warga@example.test'), { code: '40001' });
    };
    await enqueue(2, { maxAttempts: 1 });
    await jobs.runOnce();
    const ill = await health();
    expect(ill).toMatchObject({
      lastFailureCode: 'TypeError 40001',
      givenUp: 1,
      lastEndedAt: well.lastEndedAt,
    });
    expect(JSON.stringify(ill)).not.toContain('warga');
  });

  it('leaves a job that is not due yet', async () => {
    await enqueue(1, { runAt: new Date(Date.now() + 3_600_000) });
    expect(await jobs.runOnce()).toBe(0);
    expect(await jobs.expedite()).toBe(1);
    expect(await jobs.runOnce()).toBe(1);
  });

  it('gives a job of a process that died to another one, and leaves a job that is being done', async () => {
    await enqueue(1);
    const hold = (name: string, seconds: number) =>
      test.database.query(
        name,
        `update channels_jobs._private_jobs set locked_by = 'gone', locked_at = now() - $1 * interval '1 second', attempts = 1`,
        [seconds],
      );
    await hold('hold', 100);
    expect(await jobs.releaseAbandoned()).toBe(0);
    expect(await jobs.runOnce()).toBe(0);
    await hold('hold', 301);
    expect(await jobs.releaseAbandoned()).toBe(1);
    await jobs.expedite();
    expect(await jobs.runOnce()).toBe(1);
    expect(done).toEqual([{ payload: { id: 1 }, attempt: 2 }]);
  });

  it('goes on after the queue of another service in the same database was migrated', async () => {
    const [first, second] = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    task = async (payload) => ((payload as { id: number }).id === 1 ? first : second).resolve(payload);
    jobs.start();
    await enqueue(1);
    await first.promise;
    // A queue listens some time after its first job: the notice is repeated until it was heard.
    const startsAgain = () => lines.some((line) => line.includes('was migrated'));
    while (!startsAgain())
      await test.database.query(
        'n',
        `select pg_notify('worker:migrate', '{"migrationNumber":1,"breaking":true}'), pg_sleep(0.05)`,
      );
    await enqueue(2);
    expect(await second.promise).toEqual({ id: 2 });
    expect(process.exitCode).toBeUndefined();
    await jobs.stop();
  });

  it('works by itself between start and stop', async () => {
    const first = Promise.withResolvers<unknown>();
    task = async (payload) => first.resolve(payload);
    jobs.start();
    await enqueue(7);
    expect(await first.promise).toEqual({ id: 7 });
    await jobs.stop();
    await enqueue(8);
    expect(await jobs.runOnce()).toBe(1);
  });
});
