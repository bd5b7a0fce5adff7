/** What is wrong with one row of a reference file, said so that its editor can mend it. */
export type RowFault = {
  /** File name without folder. */
  file: string;
  /** Line of the file, 1 is the header; for a row over several lines its last. */
  line: number;
  /** Column, or `null` when the row as a whole is at fault. */
  field: string | null;
  /** English; the value at fault is quoted in it. */
  reason: string;
};

/** Either all of it or what is wrong with it, never a part. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; faults: RowFault[] };

/** One fault per line, as `regions.csv:17 timezone: …`. */
export function describeFaults(faults: readonly RowFault[]): string {
  return faults
    .map(({ file, line, field, reason }) => `${file}:${line}${field === null ? '' : ` ${field}`}: ${reason}`)
    .join('\n');
}
