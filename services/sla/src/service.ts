import { join } from 'node:path';
import type { Clock } from '@lapor/clock';
import { openDatabase, type Database } from '@lapor/database';
import {
  createDelivery,
  receiveEvents,
  type Delivery,
  type EventHandlers,
  type Receiver,
} from '@lapor/events';
import type { Logger } from '@lapor/logging';
import { dataFolder, describeFaults } from '@lapor/reference-data';
import type { Service, Subgraph } from '@lapor/subgraph';
import { migrations } from '../migrations/index.ts';
import { createContext, type SlaContext } from './context.ts';
import { findDue } from './jobs/find-due.ts';
import { recalculateOpen } from './jobs/recalculate-open.ts';
import { repeat } from './jobs/repeat.ts';
import {
  createCalendars,
  createClosingDays,
  importHolidays,
  receiveClosingDays,
  type Calendars,
} from './modules/calendar/index.ts';
import { receiveOrganisations } from './modules/organisation/index.ts';
import { receiveTransitions } from './modules/report/index.ts';
import { readRuleBook } from './rule-book.ts';
import { buildSlaSchema } from './schema.ts';

export interface SlaConfig {
  /** Connection URL of the role of the schema `sla`. */
  databaseUrl: string;
  /** For signed calls between services; at least 32 characters. */
  serviceSecret: string;
  clock: Clock;
  logger: Logger;
  /** Folder with `holidays.csv`; default: the repository's `data/`. */
  dataDirectory?: string;
  /** `false`: leave the calendar as it is. */
  importReferenceData?: boolean;
  /** How often to look for timed transitions; default every 5 seconds. */
  pollMilliseconds?: number;
}

export interface SlaService extends Service {
  subgraph: Subgraph<SlaContext>;
}

export interface SlaOverrides {
  /** A database that is open and migrated already; closed by whoever opened it. */
  database?: Database;
}

const POLL_MILLISECONDS = 5_000;

/** Starts the service: migrates, brings the calendar up to date, and answers. Delivery and jobs begin with `connect`. */
export async function startSla(config: SlaConfig, overrides: SlaOverrides = {}): Promise<SlaService> {
  const { clock, logger, pollMilliseconds = POLL_MILLISECONDS } = config;
  const database = overrides.database ?? (await openSlaDatabase(config.databaseUrl));
  const calendars = createCalendars(database);
  const closingDays = createClosingDays(database);
  let imports: string[] = [];
  try {
    if (!overrides.database) await database.migrate();
    if (config.importReferenceData !== false)
      imports = await bringCalendarUpToDate(config, database, calendars);
  } catch (error) {
    if (!overrides.database) await database.close();
    throw error;
  }
  let delivery: Delivery | undefined;
  const wake = <Count>(count: Count): Count => {
    delivery?.wake();
    return count;
  };
  const tellWhatIsDue = async () => wake(await findDue(database, clock.now()));
  const countAgain = async () => wake(await recalculateOpen(database, calendars, closingDays, clock.now()));
  const jobs = [
    repeat('find-due', tellWhatIsDue, logger, pollMilliseconds),
    repeat('recalculate-open', countAgain, logger, pollMilliseconds * 12),
  ];

  return {
    name: 'sla',
    imports,
    subgraph: {
      name: 'sla',
      schema: buildSlaSchema(),
      createContext: createContext(database, calendars, closingDays, clock),
    },
    async receiveEvents(source, events) {
      const handlers: EventHandlers = {
        'organisation.changed': receiveOrganisations,
        'organisation.calendar-changed': (em, batch) => receiveClosingDays(em, batch, clock.now()),
        'report.transitioned': async (em, batch) =>
          receiveTransitions(em, batch, await readRuleBook(database, calendars, closingDays), clock.now()),
      };
      return wake(await receiveEvents(database, source, events, handlers, () => clock.now()));
    },
    connect(receivers: Readonly<Record<string, Receiver>>) {
      delivery = createDelivery({ source: 'sla', database, receivers, logger });
      delivery.start();
      for (const job of jobs) job.start();
    },
    ready: () => database.ping(),
    async settle() {
      const done = (await countAgain()) + (await tellWhatIsDue());
      return done + ((await delivery?.drain()) ?? 0);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(jobs.map((job) => job.stop()));
      await delivery?.stop();
      if (!overrides.database) await database.close();
    },
  };
}

/** The service's database; nothing is migrated yet. */
export const openSlaDatabase = (url: string): Promise<Database> =>
  openDatabase({ url, schema: 'sla', entities: [], migrations });

/** A faulty file must not stop deadlines that can be counted: only without any calendar the start fails. */
/** Throws on a faulty file when no calendar is in force; else the lines that tell what was done. */
async function bringCalendarUpToDate(
  config: SlaConfig,
  database: Database,
  calendars: Calendars,
): Promise<string[]> {
  const path = join(config.dataDirectory ?? dataFolder, 'holidays.csv');
  const imported = await importHolidays(database, path, config.clock.now());
  if (imported.ok) {
    if (imported.value.changed)
      config.logger.info({ version: imported.value.version }, 'A calendar was imported');
    return [
      `holidays: ${imported.value.changed ? `calendar ${imported.value.version} imported` : 'unchanged'}`,
    ];
  }
  const faults = describeFaults(imported.faults);
  if (!(await calendars.current())) throw new Error(`The calendar cannot be imported:\n${faults}`);
  config.logger.error(
    { faults },
    'The calendar has faults and was not imported; the one before stays in force',
  );
  return [`holidays: refused, the calendar before stays in force\n${faults}`];
}
