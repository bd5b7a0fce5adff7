import { describe, expect, it } from 'vitest';
import { readUnitsFile } from './read-units-file.ts';

const file = (bytes: Uint8Array<ArrayBuffer>) => ({
  name: 'unit.csv',
  arrayBuffer: () => Promise.resolve(bytes.buffer),
});
const text = (content: string) => file(new TextEncoder().encode(content));

describe('a file of units', () => {
  it('is read as it is, without the mark of its encoding', async () => {
    expect(await readUnitsFile(text('\uFEFFid,name\n,Dinas A\n'))).toEqual({
      ok: true,
      name: 'unit.csv',
      csv: 'id,name\n,Dinas A\n',
    });
  });

  it('is refused when it is a workbook or in another encoding', async () => {
    const zip = file(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff]));
    expect(await readUnitsFile(zip)).toEqual({ ok: false, code: 'NOT_TEXT' });
    const latin1 = file(new Uint8Array([0x44, 0xe9, 0x61]));
    expect(await readUnitsFile(latin1)).toEqual({ ok: false, code: 'NOT_TEXT' });
  });

  it('is refused when it is empty or too large for one request', async () => {
    expect(await readUnitsFile(text('\n \n'))).toEqual({ ok: false, code: 'EMPTY' });
    expect(await readUnitsFile(text('x'.repeat(70_000)))).toMatchObject({ ok: false, code: 'TOO_LARGE' });
  });

  it('is refused when the browser cannot read it any more', async () => {
    const gone = { name: 'a.csv', arrayBuffer: () => Promise.reject(new Error('gone')) };
    expect(await readUnitsFile(gone)).toEqual({ ok: false, code: 'UNREADABLE' });
  });
});
