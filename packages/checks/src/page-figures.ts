import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableLines, writeTable } from './benchmarks-file.ts';
import { runJourneys } from './browser-tests.ts';
import type { Outcome } from './outcome.ts';

type Row = Record<string, string | number | null>;

interface PageMeasure {
  /** Which journeys measure: their file's name and their own begin so. */
  journeys: string;
  title: string;
  /** How often Lighthouse looks. */
  looks: string;
  /** Table of the file → under what name its figures come. */
  tables: Readonly<Record<string, string>>;
}

const MEASURES = {
  lighthouse: {
    journeys: 'quick-',
    title: 'Lighthouse',
    looks: '3',
    tables: { lighthouse: 'lighthouse', 'lighthouse-consoles': 'lighthouse of the consoles' },
  },
  'slow-network': {
    journeys: 'quick-pages',
    title: 'slow 4G',
    looks: '1',
    tables: { 'slow-network': 'slow network' },
  },
} satisfies Record<string, PageMeasure>;

export type Measure = keyof typeof MEASURES;
export const isMeasure = (command: string): command is Measure => Object.hasOwn(MEASURES, command);

/** Measures pages in a browser and writes the tables into `docs/benchmarks.md`. */
export async function measurePages(measure: Measure): Promise<Outcome> {
  const { journeys, title, looks, tables }: PageMeasure = MEASURES[measure];
  const folder = await mkdtemp(join(tmpdir(), 'page-figures-'));
  const file = join(folder, 'figures.json');
  try {
    const outcome = await runJourneys([journeys, '-g', title], {
      FIGURES_FILE: file,
      LIGHTHOUSE_LOOKS: looks,
    });
    const figures = JSON.parse(await readFile(file, 'utf8')) as Record<string, Row[]>;
    for (const [table, kind] of Object.entries(tables)) {
      const rows = figures[kind]!;
      const head = Object.keys(rows[0]!);
      await writeTable(table, [
        `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores:`,
        '',
        ...tableLines(
          head,
          rows.map((row) => head.map((name) => String(row[name] ?? '–'))),
        ),
      ]);
    }
    return outcome;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
