/** What of a day off decides whether its year is decreed. */
export interface DecreedDay {
  date: string;
  status: 'OFFICIAL' | 'ESTIMATED';
}

/** Fewer official days than any decree has (16 national holidays are fixed by law): a single one announced early makes no year known. */
const DECREED_FROM = 10;

/**
 * The last day of the last year that has its decree: official days off, and none that is only estimated. A year that was known stays so when a
 * day is merely expected in it besides (an election). `null`: no year has one.
 * @param before the answer for the calendar before.
 */
export function knownUntilOf(days: readonly DecreedDay[], before: string | null = null): string | null {
  const byYear = Map.groupBy(days, ({ date }) => date.slice(0, 4));
  const isDecreed = ([year, ofYear]: [string, DecreedDay[]]) => {
    const official = ofYear.filter(({ status }) => status === 'OFFICIAL').length;
    const wasKnown = before !== null && `${year}-12-31` <= before;
    return official >= DECREED_FROM && (wasKnown || official === ofYear.length);
  };
  const year = [...byYear]
    .filter(isDecreed)
    .map(([one]) => one)
    .sort()
    .at(-1);
  return year === undefined ? null : `${year}-12-31`;
}
