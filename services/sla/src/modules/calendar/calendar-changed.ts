import type { NewEvent } from '@lapor/events';
import type { HolidayRow } from './holiday-row.ts';

/** All versions are told in one stream, so that they arrive in their order. */
export const CALENDAR_STREAM = 'calendar';

/** Tells a version whole: whoever hears it needs none of those before. */
export const calendarChanged = (
  version: { versionId: number; version: string; knownUntil: string },
  rows: readonly HolidayRow[],
  at: Date,
): NewEvent => ({
  type: 'calendar.changed',
  stream: CALENDAR_STREAM,
  occurredAt: at,
  payload: {
    version: version.versionId,
    name: version.version,
    knownUntil: version.knownUntil,
    holidays: rows.map(({ date, name, kind, status }) => ({ date, name, kind, status })),
  },
});
