import { LEAST_FOR_SHARE } from '../showing/wilson.ts';

/** What a map can show. Volume is a load and never ranks. */
export const MEASURES = [
  'tindak-lanjut',
  'selesai',
  'hari',
  'tepat',
  'terlambat',
  'kepuasan',
  'jumlah',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface RegionFigures {
  key: string;
  region: { code: string; name: string } | null;
  figures: {
    received: number | null;
    followUpRate: number | null;
    completionRate: number | null;
    averageRating: number | null;
    rated: number | null;
    toFollowUp: { medianDaysWithOpen: number | null } | null;
    steps: { onTime: number | null; late: number | null; onTimeRate: number | null } | null;
  };
  /** As it stands now; null where nothing is open. */
  open: { open: number | null; overdue: number | null; overdueRate: number | null } | null;
}

/** What stands behind a measure. */
export const unitOf = (measure: Measure): 'reports' | 'open' | 'steps' | 'rated' =>
  measure === 'terlambat'
    ? 'open'
    : measure === 'tepat'
      ? 'steps'
      : measure === 'kepuasan'
        ? 'rated'
        : 'reports';

/** How many stand behind a measure of a region; null where it is not told. */
export function baseOf({ figures, open }: RegionFigures, measure: Measure): number | null {
  const unit = unitOf(measure);
  if (unit === 'open') return open ? open.open : 0;
  if (unit === 'rated') return figures.rated;
  if (unit === 'reports') return figures.received;
  const { onTime, late } = figures.steps ?? { onTime: 0, late: 0 };
  return onTime === null || late === null ? null : onTime + late;
}

/** How many are missing until a region can be compared; null where that is not told, 0 where nothing is. */
export function missingOf(row: RegionFigures, measure: Measure): number | null {
  const base = baseOf(row, measure);
  return base === null ? null : Math.max(0, LEAST_FOR_SHARE - base);
}

/** The regions that are nearest to being compared, each with what it has and what it lacks. */
export const nearestOf = <Row extends RegionFigures>(
  rows: readonly Row[],
  measure: Measure,
): readonly { row: Row; has: number; missing: number }[] =>
  rows
    .flatMap((row) => {
      const [has, missing] = [baseOf(row, measure), missingOf(row, measure)];
      return has && missing ? [{ row, has, missing }] : [];
    })
    .toSorted((a, b) => b.has - a.has)
    .slice(0, 2);

/** The figure of a region; null where it is not told, or where too few reports stand behind it to compare it. */
export function measureOf({ figures, open }: RegionFigures, measure: Measure): number | null {
  if (measure === 'jumlah') return figures.received;
  if (measure === 'terlambat')
    return (open?.open ?? 0) < LEAST_FOR_SHARE ? null : (open?.overdueRate ?? null);
  if (measure === 'tepat') {
    const { onTime, late, onTimeRate } = figures.steps ?? { onTime: null, late: null, onTimeRate: null };
    return (onTime ?? 0) + (late ?? 0) < LEAST_FOR_SHARE ? null : onTimeRate;
  }
  if ((figures.received ?? 0) < LEAST_FOR_SHARE) return null;
  if (measure === 'tindak-lanjut') return figures.followUpRate;
  if (measure === 'selesai') return figures.completionRate;
  if (measure === 'hari') return figures.toFollowUp?.medianDaysWithOpen ?? null;
  return (figures.rated ?? 0) < LEAST_FOR_SHARE ? null : figures.averageRating;
}

/** Whether less is better. */
export const falls = (measure: Measure): boolean => measure === 'hari' || measure === 'terlambat';

/** Where classes begin, from worst to best; of a load from few to many. */
const LIMITS: Record<Exclude<Measure, 'jumlah'>, readonly [number, number, number, number]> = {
  'tindak-lanjut': [50, 65, 80, 90],
  selesai: [50, 65, 80, 90],
  kepuasan: [2.5, 3.3, 3.8, 4.3],
  // Fewer days are better: the limits fall.
  hari: [14, 9, 5, 2],
  tepat: [50, 65, 80, 90],
  terlambat: [50, 35, 20, 10],
};

/** Round limits of a load, so that each of five classes means something. */
export function loadLimits(most: number): [number, number, number, number] {
  const round = (value: number) => {
    const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
    return Math.max(1, Math.round(value / size) * size);
  };
  return [round(most * 0.05), round(most * 0.15), round(most * 0.35), round(most * 0.65)];
}

export const limitsOf = (measure: Measure, most: number): readonly [number, number, number, number] =>
  measure === 'jumlah' ? loadLimits(most) : LIMITS[measure];

/** The class of a value, 1 to 5; 0 where there is none. */
export function classOf(
  value: number | null,
  measure: Measure,
  limits: readonly number[],
): 0 | 1 | 2 | 3 | 4 | 5 {
  if (value === null) return 0;
  const passed = limits.filter((limit) => (falls(measure) ? value <= limit : value >= limit)).length;
  return (passed + 1) as 1 | 2 | 3 | 4 | 5;
}

/** Best and worst of those that may be compared; null with fewer than two, or where all are alike. */
export function extremesOf<Row extends RegionFigures>(
  rows: readonly Row[],
  measure: Measure,
): { best: Row; worst: Row } | null {
  const known = rows
    .flatMap((row) => {
      const value = measureOf(row, measure);
      return value === null ? [] : [{ row, value }];
    })
    .toSorted((a, b) => (falls(measure) ? a.value - b.value : b.value - a.value));
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst || best.value === worst.value) return null;
  return { best: best.row, worst: worst.row };
}
