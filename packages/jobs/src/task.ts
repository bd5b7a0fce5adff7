import type { TaskList } from 'graphile-worker';
import { unhurried } from '@lapor/database';
import type { Logger } from '@lapor/logging';
import { failureCode, type RunNotes } from './job-health.ts';

/** Which try of a job this is. */
export interface TaskRun {
  /** 1 for the first try. */
  attempt: number;
  /** No further try follows when this one throws. */
  isLastAttempt: boolean;
}

/** What a job does. Payloads come from the database: check them. A throw means "try again later". */
export type Task = (payload: unknown, run: TaskRun) => Promise<void>;

/** Tasks by name; a name is never reused for another payload. */
export type Tasks = Readonly<Record<string, Task>>;

/**
 * The queue keeps the text of a failure in its table and in its own log lines, and drivers quote values in theirs:
 * the queue gets only the kind of failure, our logger the redacted rest.
 */
export function withoutFailureTexts(
  tasks: Tasks,
  logger: Logger,
  notes: Readonly<Record<string, RunNotes>>,
  succeeded: () => void,
): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { job: { attempts: number; max_attempts: number } }) => {
        try {
          await unhurried(() =>
            task(payload, { attempt: job.attempts, isLastAttempt: job.attempts >= job.max_attempts }),
          );
        } catch (error) {
          logger.warn({ task: name, attempt: job.attempts, err: error }, 'A job failed');
          notes[name]!.failed(error);
          throw kindOf(error);
        }
        notes[name]!.ended();
        succeeded();
      },
    ]),
  );
}

function kindOf(error: unknown): Error {
  const plain = new Error(failureCode(error));
  plain.stack = plain.message;
  return plain;
}
