import { expect, test } from 'vitest';
import { readYearFile } from './read-year-file.ts';

const file = (content: string | Uint8Array<ArrayBuffer>) => new File([content], 'libur.csv');

test('a text file is read as it is', async () => {
  const csv = 'date,name,kind,status\n2027-01-01,Tahun Baru,national,official\n';
  expect(await readYearFile(file(csv))).toEqual({ ok: true, name: 'libur.csv', csv });
});

test('a workbook, another encoding, an empty file and a far too long one are refused with their reason', async () => {
  expect(await readYearFile(file('PK\0'))).toEqual({ ok: false, code: 'UNREADABLE' });
  expect(await readYearFile(file(new Uint8Array([0xff, 0xfe, 0x64])))).toEqual({
    ok: false,
    code: 'UNREADABLE',
  });
  expect(await readYearFile(file('\n'))).toEqual({ ok: false, code: 'UNREADABLE' });
  expect(await readYearFile(file('x'.repeat(20_001)))).toEqual({ ok: false, code: 'TOO_LARGE' });
});
