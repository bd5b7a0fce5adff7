import { describe, expect, it } from 'vitest';
import { fitsRequest, readCsvFile } from './read-csv-file.ts';

const file = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: 'unit.csv',
  arrayBuffer: () => Promise.resolve(bytes.buffer),
});
const text = (content: string) => file(new TextEncoder().encode(content));
const read = (chosen: Parameters<typeof readCsvFile>[0]) => readCsvFile(chosen, fitsRequest);

describe('a CSV file', () => {
  it('is read as it is, without the mark of its encoding', async () => {
    expect(await read(text('\uFEFFid,name\n,Dinas A\n'))).toEqual({
      ok: true,
      name: 'unit.csv',
      csv: 'id,name\n,Dinas A\n',
    });
  });

  it('is refused when it is a workbook or in another encoding', async () => {
    const zip = file(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff]));
    expect(await read(zip)).toEqual({ ok: false, code: 'NOT_TEXT' });
    const latin1 = file(new Uint8Array([0x44, 0xe9, 0x61]));
    expect(await read(latin1)).toEqual({ ok: false, code: 'NOT_TEXT' });
    expect(await read(text('PK\0'))).toEqual({ ok: false, code: 'NOT_TEXT' });
  });

  it('is refused when it is empty or too large for one request', async () => {
    expect(await read(text('\n \n'))).toEqual({ ok: false, code: 'EMPTY' });
    expect(await read(text('x'.repeat(59_998)))).toMatchObject({ ok: true });
    expect(await read(text('x'.repeat(59_999)))).toEqual({ ok: false, code: 'TOO_LARGE' });
    // As JSON a quotation mark weighs two.
    expect(await read(text('"'.repeat(31_000)))).toEqual({ ok: false, code: 'TOO_LARGE' });
  });

  it('is refused when the browser cannot read it any more', async () => {
    const gone = { name: 'a.csv', arrayBuffer: () => Promise.reject(new Error('gone')) };
    expect(await read(gone)).toEqual({ ok: false, code: 'UNREADABLE' });
  });
});
