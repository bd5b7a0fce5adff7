import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { delimiterOf } from '@lapor/csv';
import type { z } from 'zod';
import { contentHash } from './content-hash.ts';
import type { Result, RowFault } from './fault.ts';

export type ReferenceFile<Row> = {
  /** File name without folder. */
  file: string;
  /** SHA-256 of the content, hexadecimal. */
  contentHash: string;
  rows: Row[];
  /** The line of each row, for faults that only a comparison of rows or files can find. */
  lines: number[];
};

export type ReadRowsOptions<Row> = {
  path: string;
  /** Shape of one row; its keys are the columns that must be there. Other columns are left alone. */
  schema: z.ZodType<Row> & { shape: Record<string, unknown> };
  /** Column whose values may not repeat. */
  uniqueBy?: keyof Row & string;
};

/**
 * Reads a UTF-8 CSV file with a header row. Every faulty row is reported, and a file with one fault gives no rows at all.
 * Throws only when the file cannot be read.
 */
export async function readRows<Row>(options: ReadRowsOptions<Row>): Promise<Result<ReferenceFile<Row>>> {
  const content = await readFile(options.path);
  return parseRows(content, basename(options.path), options);
}

/** As `readRows`, for content that is at hand. */
export function parseRows<Row>(
  content: Uint8Array | string,
  file: string,
  { schema, uniqueBy }: Omit<ReadRowsOptions<Row>, 'path'>,
): Result<ReferenceFile<Row>> {
  const split = splitRows(content, file);
  if (!split.ok) return split;
  const [header, ...records] = split.value;
  const columns = header?.record ?? [];
  const headerFaults = checkHeader(columns, Object.keys(schema.shape), file);
  if (headerFaults.length > 0) return { ok: false, faults: headerFaults };

  const faults: RowFault[] = [];
  const rows: Row[] = [];
  const lines: number[] = [];
  const firstLineOf = new Map<unknown, number>();
  for (const { record, line } of records) {
    if (record.length !== columns.length) {
      faults.push({
        file,
        line,
        field: null,
        reason: `has ${record.length} fields instead of ${columns.length}`,
      });
      continue;
    }
    const cells = Object.fromEntries(columns.map((column, index) => [column, record[index]]));
    const parsed = schema.safeParse(cells);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) faults.push(faultOf(issue, cells, file, line));
      continue;
    }
    if (uniqueBy !== undefined) {
      const key = parsed.data[uniqueBy];
      const firstLine = firstLineOf.get(key);
      if (firstLine !== undefined) {
        faults.push({ file, line, field: uniqueBy, reason: `"${key}" is already in line ${firstLine}` });
        continue;
      }
      firstLineOf.set(key, line);
    }
    rows.push(parsed.data);
    lines.push(line);
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { file, contentHash: contentHash(content), rows, lines } };
}

type NumberedRecord = { record: string[]; line: number };

function splitRows(content: Uint8Array | string, file: string): Result<NumberedRecord[]> {
  try {
    const bytes = Buffer.from(content);
    const parsed = parse(bytes, {
      bom: true,
      delimiter: delimiterOf(bytes.toString('utf8', 0, 8_000)),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: Info }[];
    return { ok: true, value: parsed.map(({ record, info }) => ({ record, line: info.lines })) };
  } catch (error) {
    // csv-parse stops at the first broken quotation mark: what follows cannot be told apart any more.
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return {
      ok: false,
      faults: [{ file, line, field: null, reason: `not readable as CSV (${error.code})` }],
    };
  }
}

function checkHeader(columns: string[], wanted: string[], file: string): RowFault[] {
  const missing = wanted.filter((column) => !columns.includes(column));
  const repeated = columns.filter((column, index) => columns.indexOf(column) !== index);
  return [
    ...missing.map((field) => ({ file, line: 1, field, reason: 'column is missing' })),
    ...repeated.map((field) => ({ file, line: 1, field, reason: 'column is there twice' })),
  ];
}

function faultOf(
  issue: z.core.$ZodIssue,
  cells: Record<string, string | undefined>,
  file: string,
  line: number,
): RowFault {
  const field = issue.path.length === 0 ? null : String(issue.path[0]);
  const value = field === null ? undefined : cells[field];
  const reason = value === undefined ? issue.message : `${issue.message} (is ${JSON.stringify(value)})`;
  return { file, line, field, reason };
}
