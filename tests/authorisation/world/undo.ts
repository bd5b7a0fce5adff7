import { executePrepared, type Database } from '@lapor/database';

/** Ends a transaction without keeping it, with what it would have answered. */
class Undo extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('undo');
    this.result = result;
  }
}

/** What is not kept: nothing that was done, so that each attempt finds its subject as it was made; or no write at all. */
export type Undone = 'successes' | 'everything';

/** Named statements that write and are a transaction of their own. */
const WRITING: ReadonlySet<string> = new Set(['file-report']);

/**
 * Makes what transactions write undoable; until the first call of the function it gives, everything is kept. What is refused runs to
 * its own end while only successes are undone, so that it can be seen whether it left something behind.
 */
export function makeUndoable(database: Pick<Database, 'transaction' | 'query'>): (undone: Undone) => void {
  const transaction = database.transaction.bind(database);
  let undone: Undone | null = null;
  database.transaction = async (work) => {
    try {
      return await transaction(async (em) => {
        const result = await work(em);
        if (undone === null || (undone === 'successes' && isFailure(result))) return result;
        throw new Undo(result);
      });
    } catch (error) {
      if (error instanceof Undo) return error.result as never;
      throw error;
    }
  };
  const query = database.query.bind(database);
  database.query = (name, text, values = []) =>
    WRITING.has(name)
      ? database.transaction((em) => executePrepared(em, text, values))
      : query(name, text, values);
  return (next) => {
    undone = next;
  };
}

/** Use cases answer with values: `ok` says whether something was done. */
const isFailure = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
