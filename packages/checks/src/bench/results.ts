import { tableLines, writeTable } from '../benchmarks-file.ts';

/** What was measured of one operation. */
export interface Measured {
  name: string;
  title: string;
  platform: { cpuMilliseconds: number; perSecond: number; p50: number; p99: number };
  bare: { cpuMilliseconds: number; perSecond: number };
  ratio: number;
  bar: number | null;
  statements: number | null;
  mostStatements: number | null;
  foreignCores: number;
  holds: boolean;
}

export interface Results {
  commit: string;
  reports: number;
  cores: number;
  measured: readonly Measured[];
}

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Puts the table of a run where the one of the same size stood before, else at the end. */
export const writeResults = (results: Results): Promise<void> =>
  writeTable(`bench ${results.reports}`, linesOf(results));

function linesOf({ commit, reports, cores, measured }: Results): string[] {
  const noisy = Math.max(...measured.map(({ foreignCores }) => foreignCores));
  const head = [
    'Operation',
    'Ratio',
    'Promised',
    'CPU',
    'Bare server',
    'Requests per second',
    'p50, p99',
    'Statements',
  ];
  const rows = measured.map(({ title, ratio, bar, platform, bare, statements, mostStatements }) => [
    title,
    `${ratio.toFixed(ratio < 1 ? 2 : 1)}×`,
    bar === null ? '–' : `≤ ${bar}×`,
    `${platform.cpuMilliseconds.toFixed(2)} ms`,
    `${bare.cpuMilliseconds.toFixed(2)} ms`,
    `${platform.perSecond.toFixed(0)} (bare ${bare.perSecond.toFixed(0)})`,
    `${platform.p50.toFixed(1)}, ${platform.p99.toFixed(1)} ms`,
    statements === null
      ? '–'
      : `${statements}${mostStatements === null ? '' : ` (promised ≤ ${mostStatements})`}`,
  ]);
  const day = new Date().toISOString().slice(0, 10);
  const calm =
    noisy > 0.2
      ? `other programs used up to ${noisy.toFixed(1)} cores meanwhile, so these are a direction only`
      : `other programs used at most ${noisy.toFixed(2)} cores meanwhile`;
  return [
    `${day}, ${reports.toLocaleString('en')} reports, ${cores} cores, commit ${commit}; ${calm}:`,
    '',
    ...tableLines(head, rows),
  ];
}
