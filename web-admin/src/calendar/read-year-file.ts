/** As the server takes it; a year has some thirty lines. */
const MOST_CHARACTERS = 20_000;

export type YearFile =
  { ok: true; name: string; csv: string } | { ok: false; code: 'TOO_LARGE' | 'UNREADABLE' };

/** The file as text; what is not UTF-8 (a workbook, another CSV of Excel) is refused with its reason. */
export async function readYearFile(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<YearFile> {
  try {
    const csv = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    if (csv.length > MOST_CHARACTERS) return { ok: false, code: 'TOO_LARGE' };
    if (csv.includes('\0') || csv.trim() === '') return { ok: false, code: 'UNREADABLE' };
    return { ok: true, name: file.name, csv };
  } catch {
    return { ok: false, code: 'UNREADABLE' };
  }
}
