import { DriverException } from '@mikro-orm/core';

/** Whether a write failed because a row with the same unique value exists; `constraint` narrows it to one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, constraint: violated } = current as Error & { code?: string; constraint?: string };
    if (code === '23505') return constraint === undefined || violated === constraint;
  }
  return false;
}

/**
 * The database did not answer, or not in time; a later try may succeed. Nothing of a transaction came about – unless it was the answer to
 * its commit that was lost: then all of it may have.
 * `isGone`: nobody is there at all; else one statement took too long, or met another that it had to wait for.
 */
export class DatabaseUnavailable extends Error {
  readonly isGone: boolean;
  /** How a server answers whoever waits. */
  readonly statusCode = 503;

  constructor(isGone: boolean, cause: unknown) {
    super(isGone ? 'The database does not answer' : 'The database does not answer in time', { cause });
    this.name = 'DatabaseUnavailable';
    this.isGone = isGone;
  }
}

/** Statements that took too long, waited too long for a lock or idled in a transaction; that met another one. */
const TOO_BUSY = new Set(['57014', '55P03', '25P03', '40001', '40P01']);
const GONE_CODE = /^(08|53|57P0[1-4]|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH)/;
const GONE_MESSAGE =
  /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect|the database system is/i;

/** A failure of the driver as one that says what it means for whoever asked; any other as it is. */
export function toldApart(error: unknown): unknown {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof DatabaseUnavailable) return error;
    const { code } = current as Error & { code?: unknown };
    if (typeof code === 'string' && TOO_BUSY.has(code)) return new DatabaseUnavailable(false, error);
    if ((typeof code === 'string' && GONE_CODE.test(code)) || GONE_MESSAGE.test(current.message))
      return new DatabaseUnavailable(true, error);
  }
  return error;
}

/** Work in a transaction fails by other things too: a store of files that is away says the same words. */
export const isOfDatabase = (error: unknown): boolean =>
  error instanceof DriverException ||
  (error instanceof Error && ('severity' in error || GONE_MESSAGE.test(error.message)));
