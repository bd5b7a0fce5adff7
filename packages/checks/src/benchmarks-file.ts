import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from './checkout.ts';

const FILE = join(checkout, 'docs/benchmarks.md');

/** Puts a table into `docs/benchmarks.md`, between the marks of its name where one stood before, else at the end. */
export async function writeTable(name: string, lines: readonly string[]): Promise<void> {
  const text = await readFile(FILE, 'utf8');
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const table = `${begin}\n\n${lines.join('\n')}\n\n${end}`;
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  await writeFile(
    FILE,
    from >= 0 && until > from
      ? text.slice(0, from) + table + text.slice(until + end.length)
      : `${text.trimEnd()}\n\n${table}\n`,
  );
}

/** Rows in columns, as prettier lays them. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_title, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}
