import { readFile, writeFile } from 'node:fs/promises';

/** Keeps measured figures for the command that asked for them (`FIGURES_FILE`), and says them. */
export async function tellFigures(kind: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (const row of rows)
    console.log(
      `  ${Object.entries(row)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · ')}`,
    );
  const file = process.env['FIGURES_FILE'];
  if (!file) return;
  const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as object;
  await writeFile(file, JSON.stringify({ ...before, [kind]: rows }));
}
