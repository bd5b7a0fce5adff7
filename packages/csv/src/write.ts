import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { stringify as stringifyAll } from 'csv-stringify/sync';
import { safeCell } from './safe-cell.ts';

/** What a cell may hold; nothing is an empty cell. */
export type Cell = string | number | boolean | null;

const OPTIONS = { bom: true, record_delimiter: 'windows' } as const;

// A number is no formula, whatever its sign.
const cell = (value: Cell): string => (typeof value === 'string' ? safeCell(value) : String(value ?? ''));

/** A whole table; `header` is its first line. */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringifyAll(
    [header, ...rows].map((row) => row.map(cell)),
    OPTIONS,
  );

/** A table line by line, read only as fast as it is sent; ends with an error when `rows` does. */
export function csvStream(
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Readable {
  async function* lines() {
    yield header.map(cell);
    for await (const row of rows) yield row.map(cell);
  }
  const source = Readable.from(lines());
  const text = stringify(OPTIONS);
  source.on('error', (error) => text.destroy(error));
  text.on('close', () => source.destroy());
  return source.pipe(text);
}
