import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableLines, writeTable } from './benchmarks-file.ts';
import { runBrowserTests } from './browser-tests.ts';
import type { Outcome } from './outcome.ts';

type Row = Record<string, string | number | null>;

/** Which journeys measure, under what name their figures come, and how often Lighthouse looks. */
const MEASURES = {
  lighthouse: { title: 'Lighthouse', kind: 'lighthouse', looks: '3' },
  'slow-network': { title: 'slow 4G', kind: 'slow network', looks: '1' },
} as const;

export type Measure = keyof typeof MEASURES;
export const isMeasure = (command: string): command is Measure => Object.hasOwn(MEASURES, command);

/** Measures the citizens' pages in a browser and writes the table into `docs/benchmarks.md`. */
export async function measurePages(measure: Measure): Promise<Outcome> {
  const { title, kind, looks } = MEASURES[measure];
  const folder = await mkdtemp(join(tmpdir(), 'page-figures-'));
  const file = join(folder, 'figures.json');
  try {
    const outcome = await runBrowserTests(['quick-pages', '-g', title], {
      FIGURES_FILE: file,
      LIGHTHOUSE_LOOKS: looks,
    });
    const figures = JSON.parse(await readFile(file, 'utf8')) as Record<string, Row[]>;
    const rows = figures[kind]!;
    const head = Object.keys(rows[0]!);
    await writeTable(measure, [
      `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores:`,
      '',
      ...tableLines(
        head,
        rows.map((row) => head.map((name) => String(row[name] ?? '–'))),
      ),
    ]);
    return outcome;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
