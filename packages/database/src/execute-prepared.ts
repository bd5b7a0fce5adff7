import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction } from 'kysely';

const numbered = new Map<string, string>();
const MOST_TEXTS = 1_000;

/** A text with `?` for values as the server counts them: `$1`, `$2` and so on. The text must have no other `?`. */
export function withNumbers(text: string): string {
  const known = numbered.get(text);
  if (known !== undefined) return known;
  let count = 0;
  const made = text.replaceAll('?', () => `$${++count}`);
  if (numbered.size < MOST_TEXTS) numbered.set(text, made);
  return made;
}

/**
 * A statement of hot writes in the running transaction, parsed and planned once for each connection; `em.execute` puts the values into the
 * text, which is another text each time. `?` stands for a value, so the text must have no other.
 */
export async function executePrepared<Row = unknown>(
  em: EntityManager,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  if (!transaction) throw new Error('There is no transaction');
  const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(withNumbers(text), [...values]));
  return rows;
}
