import type { Period } from './periods.ts';

/** What a figure was made of, as far as the list of reports can be narrowed. */
export interface BehindFigure {
  /** Days of submission; the end alone for what is older. */
  period?: Partial<Period>;
  states?: readonly string[];
  kind?: string;
  class?: string;
  channel?: string;
  categoryId?: string | null;
  regionCode?: string | null;
  organisationId?: string | null;
  archiveCode?: string;
  overdue?: boolean;
  /** Overdue for at least `from` and less than `to` times 24 hours. */
  overdueDays?: { from: number; to: number | null };
  /** Only what has none of these. */
  without?: readonly ('CLASS' | 'CATEGORY' | 'REGION')[];
  /** Days since which it is completed. */
  completed?: Period;
  ratings?: readonly number[];
  happened?: 'OBSTACLE' | 'DISPUTED' | 'REOPENED';
  returned?: { byId?: string; period: Period };
  /** A step ended so, of this kind, by this organisation, in these days. */
  step?: { onTime: boolean; kind?: string; ofId?: string | null; period?: Partial<Period> };
}

/** States of a report that is not closed. */
export const OPEN_STATES = ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS'] as const;

/** The reports of which a step of a place ended so in the days of a room. */
export const stepAddress = (
  { period, regionCode, organisationId }: Pick<BehindFigure, 'period' | 'regionCode' | 'organisationId'>,
  onTime: boolean,
  kind?: string,
): string => reportAddress({ regionCode, step: { onTime, kind, ofId: organisationId, period } });

/** Reports of a group of categories; those that have none are a group too. */
export const inCategory = (key: string): Pick<BehindFigure, 'categoryId' | 'without'> =>
  key === '' ? { without: ['CATEGORY'] } : { categoryId: key };

/** The reports of a place that are completed since some days, whenever they were filed. */
export const completedAddress = (
  { regionCode, organisationId }: Pick<BehindFigure, 'regionCode' | 'organisationId'>,
  completed: Period,
): string => reportAddress({ regionCode, organisationId, completed });

/** Address of the reports behind a figure. */
export function reportAddress(figure: BehindFigure): string {
  const { period, states, categoryId, regionCode, organisationId, ratings, returned, step } = figure;
  const entries: [string, string | null | undefined][] = [
    ['dari', period?.from],
    ['sampai', period?.to],
    ['keadaan', states?.join(',')],
    ['jenis', figure.kind],
    ['kelas', figure.class],
    ['kanal', figure.channel],
    ['kategori', categoryId],
    ['wilayah', regionCode],
    ['instansi', organisationId],
    ['arsip', figure.archiveCode],
    ['terlambat', figure.overdue ? '1' : null],
    ['lewatSejak', figure.overdueDays && String(figure.overdueDays.from)],
    ['lewatKurang', figure.overdueDays?.to == null ? null : String(figure.overdueDays.to)],
    ['tanpa', figure.without?.join(',')],
    ['selesaiDari', figure.completed?.from],
    ['selesaiSampai', figure.completed?.to],
    ['nilai', ratings?.join(',')],
    ['terjadi', figure.happened],
    ['pengembali', returned?.byId],
    ['kembaliDari', returned?.period.from],
    ['kembaliSampai', returned?.period.to],
    ['langkah', step && (step.onTime ? 'tepat' : 'terlambat')],
    ['tahap', step?.kind],
    ['langkahOleh', step?.ofId],
    ['langkahDari', step?.period?.from],
    ['langkahSampai', step?.period?.to],
  ];
  const query = new URLSearchParams();
  for (const [name, value] of entries) if (value) query.set(name, value);
  return `/laporan?${query.toString()}`;
}
