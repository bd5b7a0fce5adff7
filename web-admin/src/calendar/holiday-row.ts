import type { ResultOf } from '../graphql.ts';
import type { CalendarDocument } from './calendar.graphql.ts';

export type HolidayRow = ResultOf<typeof CalendarDocument>['holidays'][number];

/** A whole date, as the date field gives it once all of it is there. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
