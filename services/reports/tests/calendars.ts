import type { PayloadOf } from '@lapor/events';
import type { Harness } from './harness.ts';

type Told = PayloadOf<'calendar.changed'>;

/** A day off of the whole country. */
export const dayOff = (date: string): Told['holidays'][number] => ({
  date,
  name: 'Hari libur uji',
  kind: 'NATIONAL',
  status: 'OFFICIAL',
});

let eventId = 70_000;

/** A version of the calendar as the outbox of `sla` would bring it. */
export const calendarVersion = (harness: Harness, version: number, dates: readonly string[]) => ({
  id: ++eventId,
  stream: 'calendar',
  type: 'calendar.changed',
  occurredAt: harness.clock.now().toISOString(),
  payload: {
    version,
    name: `kalender-${version}`,
    knownUntil: '2026-12-31',
    holidays: dates.map(dayOff),
  } satisfies Told,
});

/** Tells versions of the calendar, in one batch. */
export async function tellCalendars(
  harness: Harness,
  ...events: ReturnType<typeof calendarVersion>[]
): Promise<void> {
  const { failed } = await harness.service.receiveEvents('sla', events);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}
