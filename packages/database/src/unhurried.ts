import { AsyncLocalStorage } from 'node:async_hooks';

const unhurriedWork = new AsyncLocalStorage<true>();

/**
 * Runs work for which no request waits: jobs, imports, receiving events, files that are written line by line. Its statements may take as
 * long as the limit for batches says, on connections that requests do not need.
 */
export const unhurried = <Result>(work: () => Result): Result => unhurriedWork.run(true, work);

export const isUnhurried = (): boolean => unhurriedWork.getStore() === true;
