import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import type { RequestContext } from '@lapor/subgraph';
import { createClockLoader, type ClockLoader } from './modules/clock/index.ts';
import type { Calendars, ClosingDays } from './modules/calendar/index.ts';

/** What the resolvers get: who asks, one instant for the whole request, and loaders of this request's own. */
export interface SlaContext extends RequestContext {
  now: Date;
  database: Database;
  calendars: Calendars;
  closingDays: ClosingDays;
  loaders: { clocks: ClockLoader };
}

export const createContext =
  (database: Database, calendars: Calendars, closingDays: ClosingDays, clock: Clock) =>
  (request: RequestContext): SlaContext => ({
    ...request,
    now: clock.now(),
    database,
    calendars,
    closingDays,
    loaders: { clocks: createClockLoader(database, calendars, closingDays) },
  });
