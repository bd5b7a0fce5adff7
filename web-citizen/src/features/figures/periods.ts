/** Whole months, as the public figures are told; the last may be the present one, until today. */
export interface Period {
  /** Name in the address: `12-bulan`, `3-bulan`, or a year. */
  key: string;
  /** First day of the first month. */
  from: string;
  /** Last day of the last month. */
  to: string;
}

/** How many years back are offered. */
const YEARS = 3;
const usual = '12-bulan';

/** Last day of a month; months count on over the ends of years. */
const day = (year: number, month: number, date: number) =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

const monthsUntil = (today: string, months: number): Omit<Period, 'key'> => {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return { from: day(year, month - months, 1), to: day(year, month, 0) };
};

/** What is offered, the usual one first. @param today calendar date at Jakarta, where figures are counted. */
export function periodsOn(today: string): Period[] {
  const thisYear = Number(today.slice(0, 4));
  return [
    { key: usual, ...monthsUntil(today, 12) },
    { key: '3-bulan', ...monthsUntil(today, 3) },
    ...Array.from({ length: YEARS }, (_, index) => ({
      key: String(thisYear - index),
      from: `${thisYear - index}-01-01`,
      to: `${thisYear - index}-12-31`,
    })),
  ];
}

/** The period that the query of an address names; the usual one for anything else. */
export function readPeriod(query: string, today: string): Period {
  const periods = periodsOn(today);
  const named = new URLSearchParams(query).get('periode');
  return periods.find(({ key }) => key === named) ?? periods[0]!;
}

/** The query of an address with a period; empty for the usual one. */
export const periodQuery = ({ key }: Pick<Period, 'key'>): string => (key === usual ? '' : `?periode=${key}`);
