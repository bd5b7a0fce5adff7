export type ReadFile =
  | { ok: true; name: string; csv: string }
  | { ok: false; code: 'EMPTY' | 'TOO_LARGE' | 'NOT_TEXT' | 'UNREADABLE' };

/** Reads a CSV file as text. What is not UTF-8 (Excel's other CSV, a workbook) is refused here, with its reason. */
export async function readCsvFile(
  file: Pick<File, 'name' | 'arrayBuffer'>,
  fits: (csv: string) => boolean,
): Promise<ReadFile> {
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
  return fits(csv) ? { ok: true, name: file.name, csv } : { ok: false, code: 'TOO_LARGE' };
}

/** What a request may weigh, less what is beside the file in it. */
const MOST_BYTES = 60_000;

/** Whether a file goes into one request. */
export const fitsRequest = (csv: string): boolean =>
  new TextEncoder().encode(JSON.stringify(csv)).length <= MOST_BYTES;
