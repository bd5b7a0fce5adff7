import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import { createCalendars, createClosingDays, tellCalendar } from './modules/calendar/index.ts';
import { readSlaEnvironment } from './environment.ts';
import { rebuildEverything } from './rebuild-everything.ts';
import { openSlaDatabase } from './service.ts';

const environment = readSlaEnvironment(process.env);
const logger = createLogger('sla', environment.LOG_LEVEL);
const database = await openSlaDatabase(environment.SLA_DATABASE_URL, true);
try {
  await database.migrate();
  const derived = await rebuildEverything(
    {
      database,
      calendars: createCalendars(database),
      closingDays: createClosingDays(database),
      clock: systemClock,
    },
    process.argv.includes('--from-nothing'),
  );
  // Whoever keeps a copy of the calendar gets it anew, too.
  await tellCalendar(database, systemClock.now(), true);
  logger.info(derived, 'Everything that derives was derived again');
} finally {
  await database.close();
}
