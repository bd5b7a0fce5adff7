import { Logger as QueueLogger } from 'graphile-worker';
import type { Logger } from '@lapor/logging';

/** The queue's own log lines, in our format. Its everyday lines are our debug lines. */
export const queueLogger = (logger: Logger): QueueLogger =>
  new QueueLogger((scope) => (level, message) => {
    const line = level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug';
    logger[line]({ task: scope.taskIdentifier, jobId: scope.jobId }, message);
  });
