/** What a request may weigh, less what is beside the file in it. */
const MOST_BYTES = 60_000;

export type ReadFile =
  | { ok: true; name: string; csv: string }
  | { ok: false; code: 'EMPTY' | 'TOO_LARGE' | 'NOT_TEXT' | 'UNREADABLE'; bytes?: number };

/** Reads a file of units as text. What is not UTF-8 (Excel's other CSV, a workbook) is refused here, with its reason. */
export async function readUnitsFile(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<ReadFile> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { ok: false, code: 'UNREADABLE' };
  }
  let csv: string;
  try {
    csv = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'NOT_TEXT' };
  }
  if (csv.includes('\0')) return { ok: false, code: 'NOT_TEXT' };
  if (csv.trim() === '') return { ok: false, code: 'EMPTY' };
  const size = new TextEncoder().encode(JSON.stringify(csv)).length;
  if (size > MOST_BYTES) return { ok: false, code: 'TOO_LARGE', bytes: size };
  return { ok: true, name: file.name, csv };
}
