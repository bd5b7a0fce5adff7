export interface ClosingDay {
  /** Local date. */
  date: string;
  name: string;
  decree: string;
}

/** What is wrong with the days of a year: `days.0.date` → code, and `days` when anything is. */
export function closingDayFaults(days: readonly ClosingDay[], year: number): Record<string, string> {
  const faults: Record<string, string> = {};
  const seen = new Set<string>();
  days.forEach(({ date, name, decree }, index) => {
    if (date === '') faults[`days.${index}.date`] = 'REQUIRED';
    else if (!date.startsWith(`${year}-`)) faults[`days.${index}.date`] = 'OTHER_YEAR';
    else if (seen.has(date)) faults[`days.${index}.date`] = 'REPEATED';
    seen.add(date);
    if (name.trim() === '') faults[`days.${index}.name`] = 'REQUIRED';
    if (decree.trim() === '') faults[`days.${index}.decree`] = 'REQUIRED';
  });
  if (Object.keys(faults).length > 0) faults['days'] = 'INCOMPLETE';
  return faults;
}

/** In the order of the calendar, without blanks at the ends. */
export const sortedDays = (days: readonly ClosingDay[]): ClosingDay[] =>
  days
    .map(({ date, name, decree }) => ({ date, name: name.trim(), decree: decree.trim() }))
    .sort((a, b) => a.date.localeCompare(b.date));
