import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** A connection holds the plan of each; texts that differ each time must not fill the server's memory. */
const MOST_PREPARED = 200;
const LONGEST_PREPARED = 24_000;

const nameOf = (text: string) => `q-${createHash('sha1').update(text).digest('base64url')}`;

/**
 * A connection that prepares statements with parameters under a name made of their text, so that the server parses and plans them once. What
 * has its values in its text, as the ORM writes it, is sent as it is.
 */
export class PreparingClient extends Client {
  readonly #names = new Map<string, string>();

  // The driver's own signature has a dozen forms; all but one go through untouched.
  override query(...args: any[]): any {
    const [text, values, ...rest] = args as [unknown, unknown, ...unknown[]];
    const isPlain = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const name = isPlain ? this.#nameOf(text) : null;
    const ask = super.query as (...passed: unknown[]) => unknown;
    return name === null ? ask.apply(this, args) : ask.call(this, { name, text, values }, ...rest);
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
