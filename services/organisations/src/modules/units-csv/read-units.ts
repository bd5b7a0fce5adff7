import { delimiterOf, meantByCell } from '@lapor/csv';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { UNIT_COLUMNS, type UnitColumn } from './columns.ts';

/** What is wrong with a line; the graph's `UnitFault`. */
export type Fault = { line: number; field: string | null; code: string; message: string };

/** The cells of one line, as far as the file has the columns. */
export type UnitRow = { line: number; cells: { [Column in UnitColumn]?: string } };

const linesAtMost = 1_000;
const charactersAtMost = 1_000_000;
const neededColumns: readonly UnitColumn[] = ['name'];

/**
 * Reads a file of units as spreadsheets write it: with or without a byte order mark, with commas, semicolons or tabs. Columns that are not there
 * leave alone what they stand for.
 */
export function readUnits(csv: string): { rows: UnitRow[]; faults: Fault[] } {
  if (csv.length > charactersAtMost) {
    const message = `The file is too large; import at most ${linesAtMost.toLocaleString('en')} lines at once.`;
    return { rows: [], faults: [{ line: 1, field: null, code: 'TOO_MANY_LINES', message }] };
  }
  const records = split(csv);
  if (!Array.isArray(records)) return { rows: [], faults: [records] };
  const [header, ...lines] = records;
  const columns = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const headerFaults = faultsOfHeader(columns);
  if (headerFaults.length > 0) return { rows: [], faults: headerFaults };
  if (lines.length > linesAtMost) {
    const message = `The file has ${lines.length} lines; import at most ${linesAtMost.toLocaleString('en')} at once.`;
    return {
      rows: [],
      faults: [{ line: lines[linesAtMost]!.line, field: null, code: 'TOO_MANY_LINES', message }],
    };
  }
  const rows: UnitRow[] = [];
  const faults: Fault[] = [];
  for (const { line, cells } of lines) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== columns.length) {
      const message = `Has ${cells.length} cells instead of ${columns.length}; text with a separator in it needs quotation marks.`;
      faults.push({ line, field: null, code: 'FIELD_COUNT', message });
      continue;
    }
    const named = columns.map((column, index) => [column, meantByCell(cells[index]!.trim())]);
    rows.push({ line, cells: Object.fromEntries(named) as UnitRow['cells'] });
  }
  return { rows, faults };
}

type Line = { line: number; cells: string[] };

function split(csv: string): Line[] | Fault {
  try {
    const parsed = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: Info }[];
    return parsed.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, field: null, code: 'UNREADABLE', message: `Not readable as CSV (${error.code}).` };
  }
}

function faultsOfHeader(columns: readonly string[]): Fault[] {
  const fault = (field: string, code: string, message: string): Fault => ({ line: 1, field, code, message });
  const missing = neededColumns.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !(UNIT_COLUMNS as readonly string[]).includes(column));
  const repeated = columns.filter((column, index) => columns.indexOf(column) !== index);
  return [
    ...missing.map((column) => fault(column, 'COLUMN_MISSING', 'The column is needed.')),
    ...unknown.map((column) =>
      fault(column.slice(0, 60), 'COLUMN_UNKNOWN', `Columns are ${UNIT_COLUMNS.join(', ')}.`),
    ),
    ...[...new Set(repeated)].map((column) => fault(column, 'COLUMN_REPEATED', 'The column is there twice.')),
  ];
}
