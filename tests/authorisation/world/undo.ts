import type { Database } from '@lapor/database';

/** Ends a transaction without keeping it, with what it would have answered. */
class Undo extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('undo');
    this.result = result;
  }
}

/**
 * From now on nothing that succeeds is kept: each attempt finds its subject as it was made, whatever the attempts before it did.
 * What is refused runs to its own end, so that it can be seen whether it left something behind.
 */
export function undoSuccesses(database: Pick<Database, 'transaction'>): void {
  const transaction = database.transaction.bind(database);
  database.transaction = async (work) => {
    try {
      return await transaction(async (em) => {
        const result = await work(em);
        if (isFailure(result)) return result;
        throw new Undo(result);
      });
    } catch (error) {
      if (error instanceof Undo) return error.result as never;
      throw error;
    }
  };
}

/** Use cases answer with values: `ok` says whether something was done. */
const isFailure = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
