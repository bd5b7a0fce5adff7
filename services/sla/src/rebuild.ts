import 'reflect-metadata';
import { systemClock } from '@lapor/clock';
import { createLogger } from '@lapor/logging';
import { createCalendars, createClosingDays } from './modules/calendar/index.ts';
import { rebuildReports } from './modules/report/index.ts';
import { readSlaEnvironment } from './environment.ts';
import { readRuleBook } from './rule-book.ts';
import { openSlaDatabase } from './service.ts';

const environment = readSlaEnvironment(process.env);
const logger = createLogger('sla', environment.LOG_LEVEL);
const database = await openSlaDatabase(environment.SLA_DATABASE_URL);
try {
  await database.migrate();
  const rules = await readRuleBook(database, createCalendars(database), createClosingDays(database));
  const reports = await rebuildReports(database, rules, systemClock.now());
  logger.info({ reports }, 'Facts and clocks were derived again');
} finally {
  await database.close();
}
