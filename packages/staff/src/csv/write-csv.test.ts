import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './write-csv.ts';

const lines = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n');
const written = (text: string) => writeCsv(['a'], [[text]]).slice('\uFEFFa\r\n'.length);

describe('an export as CSV', () => {
  it('keeps commas, quotes and line ends inside their cell', () => {
    expect(lines(writeCsv(['nama'], [['Dinas "PUPR", Padang']]))[1]).toBe('"Dinas ""PUPR"", Padang"');
    expect(writeCsv(['a', 'b'], [['satu\ndua', 'x']])).toContain('"satu\ndua",x');
  });

  it('leaves figures as figures, nothing as nothing', () => {
    expect(lines(writeCsv(['a', 'b', 'c'], [[-5, null, undefined]]))[1]).toBe('-5,,');
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+62812', `"'+62812"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['Dinas;=1+1', `"Dinas;'=1+1"`],
    ['  -2', `"  '-2"`],
    ['＝1+1', `"'＝1+1"`],
  ])('runs nothing: %j', (text, cell) => expect(lines(written(text))[0]).toBe(cell));

  it('has no cell that a spreadsheet would run, wherever its language cuts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '-', '@', '"', "'", ';', ',', '\n', '\t', ' ', 'a') }),
        (text) => {
          for (const part of written(text).split(/[,;\t\r\n]/)) expect(part).not.toMatch(/^["\s]*[=+\-@]/);
        },
      ),
    );
  });

  it('begins with the mark that tells Excel the encoding', () =>
    expect(writeCsv(['é'], [])).toMatch(/^\uFEFFé/));
});
