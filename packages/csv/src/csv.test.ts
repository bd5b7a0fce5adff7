import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, csvStream, meantByCell } from './index.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });

describe('a table for spreadsheets', () => {
  it('comes back as it was, whatever the cells hold', () => {
    const printable = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(printable, printable), { minLength: 1, maxLength: 5 }), (rows) => {
        const [header, ...lines] = read(csvOf(['a', 'b'], rows));
        expect(header).toEqual(['a', 'b']);
        expect(lines.map((line) => line.map(meantByCell))).toEqual(rows);
      }),
    );
  });

  it('computes nothing: a cell that begins as a formula is text, a negative number stays one', () => {
    expect(csvOf(['a'], [['=1+1'], ['@SUM(A1)'], [-5], ['Jalan; =2'], [null], [true]])).toBe(
      "\uFEFFa\r\n'=1+1\r\n'@SUM(A1)\r\n-5\r\nJalan; '=2\r\n\r\ntrue\r\n",
    );
  });

  it('is written line by line, and breaks off with its source', async () => {
    expect((await buffer(csvStream(['a'], [['é'], ['b,c']]))).toString()).toBe('\uFEFFa\r\né\r\n"b,c"\r\n');
    async function* failing() {
      yield ['first'];
      throw new Error('gone');
    }
    await expect(buffer(csvStream(['a'], failing()))).rejects.toThrow('gone');
  });
});
