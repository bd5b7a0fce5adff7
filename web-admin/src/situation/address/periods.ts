/** Days at Jakarta, both included. */
export interface Period {
  from: string;
  to: string;
}

/** Names in the address; the first one is meant where none stands. */
export const PRESETS = [
  'bulan-ini',
  'bulan-lalu',
  '30-hari',
  '3-bulan',
  '12-bulan',
  'tahun-ini',
  'tahun-lalu',
] as const;
export type Preset = (typeof PRESETS)[number];

/** With what a period is compared. */
export const COMPARISONS = ['sebelumnya', 'tahun-lalu', 'tanpa'] as const;
export type Comparison = (typeof COMPARISONS)[number];

const iso = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
const partsOf = (day: string) => day.split('-').map(Number) as [year: number, month: number, date: number];

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** How many days a period has. */
export const daysIn = ({ from, to }: Period): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`;
export const lastOfMonth = (day: string): string => {
  const [year, month] = partsOf(day);
  return iso(year, month, 0);
};

/** The same day some months later or earlier; the last day of a month that is too short for it. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const last = Number(iso(year, month + months, 0).slice(8));
  return iso(year, month - 1 + months, Math.min(date, last));
}

/** The days of a preset. @param today calendar date at Jakarta, where figures are counted. */
export function presetPeriod(preset: Preset, today: string): Period {
  const [year, month] = partsOf(today);
  switch (preset) {
    case 'bulan-ini':
      return { from: iso(year, month - 1, 1), to: iso(year, month, 0) };
    case 'bulan-lalu':
      return { from: iso(year, month - 2, 1), to: iso(year, month - 1, 0) };
    case '30-hari':
      return { from: addDays(today, -29), to: today };
    case '3-bulan':
      return { from: iso(year, month - 3, 1), to: iso(year, month, 0) };
    case '12-bulan':
      return { from: iso(year, month - 12, 1), to: iso(year, month, 0) };
    case 'tahun-ini':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'tahun-lalu':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** Outsiders are told whole months. */
export const presetsFor = (isOutsider: boolean): readonly Preset[] =>
  isOutsider ? PRESETS.filter((preset) => preset !== '30-hari') : PRESETS;

const DAY = /^20\d\d-\d\d-\d\d$/;
/** Whether an address names a day with it that there is. */
export const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
/** Whether both are days, in their order. */
export const isPeriod = ({ from, to }: Period): boolean => isDay(from) && isDay(to) && from <= to;

/** The period of an address: two days, else a preset (where none stands the part's standard one); outsiders get the whole months around their days. */
export function readPeriod(
  { periode, dari, sampai }: { periode: string; dari: string; sampai: string },
  today: string,
  isOutsider: boolean,
  standard: Preset = PRESETS[0],
): { preset: Preset | null; period: Period } {
  const given = { from: dari, to: sampai };
  if (isPeriod(given)) return { preset: null, period: isOutsider ? coveringMonths(given) : given };
  const preset = presetsFor(isOutsider).find((one) => one === periode) ?? standard;
  return { preset, period: presetPeriod(preset, today) };
}

/** The whole months in which a period lies. */
export const coveringMonths = ({ from, to }: Period): Period => ({
  from: firstOfMonth(from),
  to: lastOfMonth(to),
});

/** Whether it begins with a month and ends with one, or reaches the present day. */
export const isOfWholeMonths = ({ from, to }: Period, today: string): boolean =>
  from === firstOfMonth(from) && (to === lastOfMonth(to) || to >= today);

/** The last day of a period on which something can have happened. */
export const untilToday = ({ from, to }: Period, today: string): Period => ({
  from,
  to: to > today && from <= today ? today : to,
});

/**
 * With which days a period is compared: those right before it, equally long, or the same of a year ago. A period that still runs is
 * compared with as many days of the earlier one: the 1st to the 22nd with the 1st to the 22nd, a year that still runs with the year before
 * until the same day.
 */
export function comparisonOf(period: Period, comparison: Comparison, today: string): Period | null {
  if (comparison === 'tanpa') return null;
  const { from, to } = untilToday(period, today);
  if (comparison === 'tahun-lalu') return shifted({ from, to }, -12);
  if (from !== firstOfMonth(from)) {
    const days = daysIn({ from, to });
    return { from: addDays(from, -days), to: addDays(from, -1) };
  }
  const [fromYear, fromMonth] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const isWhole = to === lastOfMonth(to);
  // Days of one month that has ended: as many right before them.
  if (!isWhole && to < today) {
    const days = daysIn({ from, to });
    return { from: addDays(from, -days), to: addDays(from, -1) };
  }
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
  const isOfYears =
    from.endsWith('-01-01') && (period.to.endsWith('-12-31') || (period.to === to && !isWhole && months > 1));
  return shifted({ from, to }, -(isOfYears ? Math.ceil(months / 12) * 12 : months));
}

/** Months earlier; the end of a month stays one. */
function shifted({ from, to }: Period, months: number): Period {
  const end = addMonths(to, months);
  return { from: addMonths(from, months), to: to === lastOfMonth(to) ? lastOfMonth(end) : end };
}

export type Step = 'DAY' | 'MONTH' | 'YEAR';

/** Steps of a series over a period, so many that a line can be read. */
export function stepOf(period: Period, mayBeDays: boolean): Step {
  const days = daysIn(period);
  if (days <= 62 && mayBeDays) return 'DAY';
  return days <= 366 * 4 ? 'MONTH' : 'YEAR';
}
