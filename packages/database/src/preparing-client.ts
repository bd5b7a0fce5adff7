import { createHash } from 'node:crypto';
import { WatchedClient } from './watched-client.ts';

/** A connection holds the plan of each; texts that differ each time must not fill the server's memory. */
const MOST_PREPARED = 200;
const LONGEST_PREPARED = 24_000;

/**
 * Begin and rollback of a whole transaction: the query builder gives a connection back to its pool only when they have succeeded, so that
 * each one that broke meanwhile would be missing for good.
 */
const isControl = (text: string) =>
  text === 'begin' || text === 'rollback' || text.startsWith('start transaction');

const nameOf = (text: string) => `q-${createHash('sha1').update(text).digest('base64url')}`;

/**
 * A connection that prepares statements with parameters under a name made of their text, so that the server parses and plans them once. What
 * has its values in its text, as the ORM writes it, is sent as it is.
 */
export class PreparingClient extends WatchedClient {
  readonly #names = new Map<string, string>();

  // The driver's own signature has a dozen forms; all but one go through untouched.
  override query(...args: any[]): any {
    const [text, values, ...rest] = args as [unknown, unknown, ...unknown[]];
    const isPlain = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    if (typeof text === 'string' && isControl(text)) return this.#control(args);
    const name = isPlain ? this.#nameOf(text) : null;
    return name === null ? super.query(...args) : super.query({ name, text, values }, ...rest);
  }

  /** A connection on which this fails is of no use, and its transaction is nothing: the next statement says so, at once. */
  #control(args: any[]): unknown {
    const answer = super.query(...args);
    return answer instanceof Promise
      ? answer.catch(() => {
          void this.end().catch(() => {});
          return { rows: [], rowCount: null };
        })
      : answer;
  }

  #nameOf(text: string): string | null {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST_PREPARED || text.length > LONGEST_PREPARED) return null;
    const name = nameOf(text);
    this.#names.set(text, name);
    return name;
  }
}
