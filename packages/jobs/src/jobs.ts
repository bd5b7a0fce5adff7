import { setTimeout as wait } from 'node:timers/promises';
import {
  makeWorkerUtils,
  run,
  runMigrations,
  runOnce,
  type Runner,
  type SharedOptions,
  type WorkerUtils,
} from 'graphile-worker';
import { escapeIdentifier } from 'pg';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { calmPool } from './calm-pool.ts';
import { noteRuns, type JobHealth } from './job-health.ts';
import { queueLogger } from './queue-logger.ts';
import { withoutFailureTexts, type Tasks } from './task.ts';

export interface JobsOptions {
  /** The service's database; the queue lives beside it in the schema `<schema>_jobs`. */
  database: Database;
  tasks: Tasks;
  /** Recurring tasks in crontab format (UTC), one per line. */
  crontab?: string;
  logger: Logger;
  /** Jobs at a time in this process, default 2. */
  concurrency?: number;
  /** How often to look for delayed jobs and retries; milliseconds. */
  pollMilliseconds?: number;
  /** No job takes longer; one that is held longer belongs to a process that died, and is given to another. Default 300. */
  longestRunSeconds?: number;
}

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced, not doubled. */
  key?: string;
  /** A waiting job with the same key keeps its time: it is needed then by somebody else. */
  keepsEarlier?: boolean;
  /** Not before this instant of the machine's clock. */
  runAt?: Date;
  /** Default 25, which is about three days of retries; each waits e times longer than the one before. */
  maxAttempts?: number;
  /** Done after everything of a lower number that is due; default 0. */
  priority?: number;
}

/** A service's job queue: durable, at least once, retried with growing pauses, shared by all replicas. */
export interface Jobs {
  /** Makes or updates the queue's tables. Call once before anything else. */
  migrate(): Promise<void>;
  /** Adds a job in the running transaction: it exists if and only if the transaction commits. */
  enqueue(em: EntityManager, task: string, payload: object, options?: EnqueueOptions): Promise<void>;
  /** Works until `stop`; a lost database is waited for. */
  start(): void;
  /** Finishes the jobs under way. */
  stop(): Promise<void>;
  /** Does the jobs that are due now and returns how many succeeded. */
  runOnce(): Promise<number>;
  /** Makes every delayed job and retry due now: for tests and for an operator after an outage. Returns how many. */
  expedite(): Promise<number>;
  /** Frees the jobs of workers that died while they had them; returns how many workers. A started queue does it every minute. */
  releaseAbandoned(): Promise<number>;
  /** How each task does: runs of this process, and what waits for any. */
  health(): Promise<JobHealth[]>;
}

const RESTART_MILLISECONDS = 1_000;
const ABANDONED_CHECK_MILLISECONDS = 60_000;

/** What the queue sets as the process's exit code when it gives up because a queue was migrated. */
const MIGRATED_EXIT_CODE = 57;

/**
 * The notice of a migration reaches every queue of the database, also those of other services, and each stops. Here it starts
 * again at once, so the process has not failed.
 */
function keepExitCode(logger: Logger): void {
  if (process.exitCode !== MIGRATED_EXIT_CODE) return;
  process.exitCode = undefined;
  logger.info('A job queue of this database was migrated; this one starts again');
}

/** Builds the queue of one service; nothing runs yet. */
export function createJobs(options: JobsOptions): Jobs {
  const { database, logger, crontab = '', concurrency = 2, pollMilliseconds = 2_000 } = options;
  const { longestRunSeconds = 300 } = options;
  const schema = `${database.schema}_jobs`;
  const escapedSchema = escapeIdentifier(schema);
  const shared: SharedOptions = {
    pgPool: calmPool(database.pool),
    schema,
    logger: queueLogger(logger),
    // With a delay of 0 the end of a job is recorded before the queue stops, and a failure to record it is an error of the
    // queue (which starts again) instead of an unhandled rejection.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  };
  // A connection that breaks while the queue holds it would otherwise end the process; the query under way fails anyway.
  database.pool.on('connect', (client) => client.on('error', () => {}));
  const notes = Object.fromEntries(Object.keys(options.tasks).map((name) => [name, noteRuns()]));
  let stopping = new AbortController();
  let runner: Runner | undefined;
  let working: Promise<unknown> | undefined;

  async function withUtilities<Result>(work: (utilities: WorkerUtils) => Promise<Result>): Promise<Result> {
    const utilities = await makeWorkerUtils(shared);
    try {
      return await work(utilities);
    } finally {
      await utilities.release();
    }
  }

  // The queue itself would wait four hours.
  async function releaseAbandoned(): Promise<number> {
    const { rows } = await database.pool.query<{ worker: string }>(
      `select distinct locked_by as worker from ${escapedSchema}.jobs where locked_at < now() - $1 * interval '1 second'`,
      [longestRunSeconds],
    );
    if (rows.length > 0)
      await withUtilities((utilities) => utilities.forceUnlockWorkers(rows.map(({ worker }) => worker)));
    return rows.length;
  }

  async function releaseAbandonedUntilStopped(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await releaseAbandoned().catch((error: unknown) =>
        logger.warn({ err: error }, 'Abandoned jobs could not be looked for'),
      );
      await wait(ABANDONED_CHECK_MILLISECONDS, undefined, { signal }).catch(() => {});
    }
  }

  async function workUntilStopped(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        runner = await run({
          ...shared,
          taskList: withoutFailureTexts(options.tasks, logger, notes, () => {}),
          crontab,
          concurrency,
          pollInterval: pollMilliseconds,
          noHandleSignals: true,
        });
        if (signal.aborted) await runner.stop();
        await runner.promise;
        if (!signal.aborted) keepExitCode(logger);
      } catch (error) {
        logger.warn({ err: error }, 'The job queue stopped; it starts again');
      }
      runner = undefined;
      await wait(RESTART_MILLISECONDS, undefined, { signal }).catch(() => {});
    }
  }

  return {
    async migrate() {
      // The role may not create schemas, and the queue asks for that right even when its schema exists, unless it finds this table.
      await database.pool.query(
        `create table if not exists ${escapedSchema}.migrations (
           id int primary key, ts timestamptz not null default now(), breaking boolean not null default false)`,
      );
      await runMigrations(shared);
    },
    async enqueue(em, task, payload, { key, keepsEarlier = false, runAt, maxAttempts, priority } = {}) {
      await em.execute(
        `select ${escapedSchema}.add_job(?, ?::json, run_at := ?::timestamptz, max_attempts := ?::int, job_key := ?, priority := ?::int, job_key_mode := ?)`,
        [
          task,
          JSON.stringify(payload),
          runAt?.toISOString() ?? null,
          maxAttempts ?? null,
          key ?? null,
          priority ?? null,
          keepsEarlier ? 'preserve_run_at' : 'replace',
        ],
      );
    },
    start() {
      if (working) return;
      stopping = new AbortController();
      working = Promise.all([
        workUntilStopped(stopping.signal),
        releaseAbandonedUntilStopped(stopping.signal),
      ]);
    },
    async stop() {
      stopping.abort();
      await runner?.stop().catch(() => {});
      await working;
      working = undefined;
    },
    async runOnce() {
      let done = 0;
      await runOnce({
        ...shared,
        taskList: withoutFailureTexts(options.tasks, logger, notes, () => done++),
        concurrency: 1,
        noHandleSignals: true,
      });
      return done;
    },
    async expedite() {
      const { rows } = await database.pool.query<{ id: string }>(
        `select id from ${escapedSchema}.jobs where run_at > now() and locked_at is null and attempts < max_attempts`,
      );
      if (rows.length === 0) return 0;
      const ids = rows.map(({ id }) => String(id));
      const moved = await withUtilities((utilities) => utilities.rescheduleJobs(ids, { runAt: new Date(0) }));
      return moved.length;
    },
    releaseAbandoned,
    async health() {
      // The queue's own clock, as everywhere here.
      const { rows } = await database.pool.query<{ task: string; late: number; given_up: number }>(
        `select task_identifier as task,
           coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and attempts < max_attempts and run_at < now())), 0)::int as late,
           (count(*) filter (where attempts >= max_attempts and locked_at is null))::int as given_up
         from ${escapedSchema}.jobs group by task_identifier`,
      );
      return Object.entries(notes).map(([name, runs]) => {
        const row = rows.find(({ task }) => task === name);
        return { name, ...runs.health(), lateSeconds: row?.late ?? 0, givenUp: row?.given_up ?? 0 };
      });
    },
  };
}
