import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { decimalNumber, optionalText, requiredText, textList } from './columns.ts';
import { hashFile } from './content-hash.ts';
import { dataFolder } from './data-folder.ts';
import { describeFaults } from './fault.ts';
import { parseRows, readRows } from './read-rows.ts';

const schema = z.object({
  code: requiredText.regex(/^\d\d$/, 'must be two digits'),
  name: requiredText,
  parent: optionalText,
  lat: decimalNumber,
});
const parse = (text: string) => parseRows(text, 'places.csv', { schema, uniqueBy: 'code' });
const faultsOf = (text: string) => {
  const result = parse(text);
  return result.ok ? [] : describeFaults(result.faults).split('\n');
};

describe('a reference file', () => {
  test('gives its rows in the shape of the schema, with their lines', () => {
    const result = parse('code,name,parent,lat,note\n11,"Aceh, ""Serambi""",,4.2,x\n\n12,Sumut,11,-0.5,\n');
    expect(result).toEqual({
      ok: true,
      value: {
        file: 'places.csv',
        contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        rows: [
          { code: '11', name: 'Aceh, "Serambi"', parent: null, lat: 4.2 },
          { code: '12', name: 'Sumut', parent: '11', lat: -0.5 },
        ],
        lines: [2, 4],
      },
    });
  });

  test('with faults names each by line, field and reason, and gives nothing', () => {
    expect(
      faultsOf('code,name,parent,lat\n11,Aceh,,4.2\n1x,,,north\n13,Sumbar\n11,Aceh again,,1\n14,Riau,,\n'),
    ).toEqual([
      'places.csv:3 code: must be two digits (is "1x")',
      'places.csv:3 name: must not be empty (is "")',
      'places.csv:3 lat: must be a number such as -0.949 (is "north")',
      'places.csv:4: has 2 fields instead of 4',
      'places.csv:5 code: "11" is already in line 2',
      'places.csv:6 lat: must be a number such as -0.949 (is "")',
    ]);
  });

  test('without a needed column, or with one twice, is refused by its header', () => {
    expect(faultsOf('code,name,name,lat\n11,Aceh,Aceh,1\n')).toEqual([
      'places.csv:1 parent: column is missing',
      'places.csv:1 name: column is there twice',
    ]);
    expect(faultsOf('')).toContain('places.csv:1 code: column is missing');
  });

  test('with a broken quotation mark is refused', () => {
    expect(faultsOf('code,name,parent,lat\n11,"Aceh,,4.2\n')).toEqual([
      expect.stringMatching(/^places\.csv:\d+: not readable as CSV \(CSV_QUOTE_NOT_CLOSED\)$/),
    ]);
  });

  test('may begin with a byte order mark', () => {
    expect(parse('\uFEFFcode,name,parent,lat\n11,Aceh,,4.2\n').ok).toBe(true);
  });

  test('may have semicolons between its columns, as spreadsheets of Indonesia write it', () => {
    const result = parse('code;name;parent;lat\n11;"Aceh; utara";;4.2\n');
    expect(result.ok && result.value.rows).toMatchObject([{ code: '11', name: 'Aceh; utara' }]);
  });

  test('lists are split at semicolons', () => {
    const lists = z.object({ successor: textList });
    const result = parseRows('successor\na; b\n;\n', 'lists.csv', { schema: lists });
    expect(result.ok && result.value.rows).toEqual([{ successor: ['a', 'b'] }, { successor: [] }]);
  });
});

describe('the data folder', () => {
  test('holds the files of the platform, and their hash is that of their bytes', async () => {
    const path = join(dataFolder, 'regions.csv');
    const region = z.object({ code: requiredText, name: requiredText, parent: optionalText });
    const result = await readRows({ path, schema: region, uniqueBy: 'code' });
    const expected = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    expect(result.ok && [result.value.rows.length, result.value.contentHash]).toEqual([7837, expected]);
    expect(await hashFile(path)).toBe(expected);
  });

  test('a file that is not there throws', async () => {
    await expect(readRows({ path: join(dataFolder, 'nowhere.csv'), schema })).rejects.toThrow('ENOENT');
  });
});
