import { join } from 'node:path';
import type { Clock } from '@lapor/clock';
import { openDatabase, unhurried, type Database } from '@lapor/database';
import {
  createDelivery,
  receiveEvents,
  type Delivery,
  type EventHandlers,
  type Receiver,
} from '@lapor/events';
import { repeat } from '@lapor/jobs/repeat';
import type { Logger } from '@lapor/logging';
import { dataFolder, describeFaults } from '@lapor/reference-data';
import { forgetRequests } from '@lapor/request';
import type { Service, Subgraph } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { createContext, type SlaContext } from './context.ts';
import { deriveAgain } from './jobs/derive-again.ts';
import { findDue } from './jobs/find-due.ts';
import { recalculateOpen } from './jobs/recalculate-open.ts';
import {
  createCalendars,
  createClosingDays,
  importHolidays,
  receiveClosingDays,
  tellCalendar,
  type Calendars,
} from './modules/calendar/index.ts';
import { tellYears } from './modules/confidential-figure/index.ts';
import { sendDigests, type PostHolders } from './modules/digest/index.ts';
import { figureRoutes } from './modules/figure/graphql-index.ts';
import { receiveOrganisations } from './modules/organisation/index.ts';
import { breakPromises, receiveTransitions, tellRunOut } from './modules/report/index.ts';
import type { Directory } from './modules/letter/index.ts';
import {
  eraseReportersWords,
  letterRoutes,
  noteLetters,
  oversee,
  pdfOfLetter,
  recountClarifications,
} from './modules/oversight/index.ts';
import type { DueHandler } from './modules/timer/index.ts';
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
  /** Whether a viewer filed a report, as `reports` says; without it nobody did. */
  isReporter?: (viewer: Viewer, reportId: string) => Promise<boolean>;
  /** Who holds which posts, as `organisations` says; without it nobody gets a digest of warnings. */
  postHolders?: PostHolders;
  /** Names of offices, as `organisations` says; without it no letter can be written. */
  directory?: Directory;
}

export interface SlaService extends Service {
  subgraph: Subgraph<SlaContext>;
  /** For `channels` when it sends: the PDF of a letter that a person has approved; `null` for any other. */
  pdfOfLetter(letterId: string): Promise<{ fileName: string; pdf: Buffer } | null>;
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
      imports = await unhurried(() => bringCalendarUpToDate(config, database, calendars));
    await tellCalendar(database, clock.now());
  } catch (error) {
    if (!overrides.database) await database.close();
    throw error;
  }
  let delivery: Delivery | undefined;
  const wake = <Count>(count: Count): Count => {
    delivery?.wake();
    return count;
  };
  const readRules = () => readRuleBook(database, calendars, closingDays);
  const dueHandlers: readonly DueHandler[] = [tellRunOut, breakPromises(readRules), oversee(readRules)];
  const tellWhatIsDue = async () => wake(await findDue(database, dueHandlers, clock.now()));
  const countAgain = async () => wake(await recalculateOpen(database, calendars, closingDays, clock.now()));
  const holders = config.postHolders ?? { find: async () => [] };
  const writeDigests = async () => wake(await sendDigests({ database, holders, readRules }, clock.now()));
  const bringUpToDate = async () => wake(await deriveAgain(database, readRules, clock.now()));
  const tellFinishedYears = () => tellYears(database, clock.now());
  const recount = async () => recountClarifications(database, await readRules(), clock.now());
  const directory = config.directory ?? { partyOf: async () => null };
  const recalculation = repeat('recalculate-open', countAgain, logger, pollMilliseconds * 12);
  const jobs = [
    repeat('derive-again', bringUpToDate, logger, pollMilliseconds),
    repeat('find-due', tellWhatIsDue, logger, pollMilliseconds),
    recalculation,
    repeat('recount-clarifications', recount, logger, pollMilliseconds * 12),
    repeat('tell-finished-years', tellFinishedYears, logger, 3_600_000),
    repeat('send-digests', writeDigests, logger, pollMilliseconds * 12),
    repeat('forget-requests', () => forgetRequests(database, clock.now()), logger, 3_600_000),
  ];

  return {
    name: 'sla',
    imports,
    subgraph: {
      name: 'sla',
      schema: buildSlaSchema(),
      createContext: createContext(database, calendars, closingDays, clock, {
        clocksChanged: () => recalculation.wake(),
        isReporter: config.isReporter ?? (async () => false),
        directory,
        readRules,
        wake: () => delivery?.wake(),
      }),
    },
    async receiveEvents(source, events) {
      const handlers: EventHandlers = {
        'organisation.changed': receiveOrganisations,
        'organisation.calendar-changed': (em, batch) => receiveClosingDays(em, batch, clock.now()),
        'report.transitioned': async (em, batch) =>
          receiveTransitions(em, batch, await readRules(), clock.now()),
        'report.identity-erased': eraseReportersWords,
        'letter.ended': async (em, batch) => noteLetters(em, batch, await readRules(), clock.now()),
      };
      return wake(await receiveEvents(database, source, events, handlers, () => clock.now()));
    },
    connect(receivers: Readonly<Record<string, Receiver>>) {
      delivery = createDelivery({ source: 'sla', database, receivers, logger });
      delivery.start();
      for (const job of jobs) job.start();
    },
    async routes(server) {
      await letterRoutes(server, { database, clock, directory, readRules });
      await figureRoutes(server, { database, clock });
    },
    async internalRoutes(server) {
      server.post<{ Body: { letterId?: unknown } }>('/internal/letters/pdf', async (request, reply) => {
        const letter = await pdfOfLetter(database, String(request.body.letterId));
        return letter
          ? { fileName: letter.fileName, pdf: letter.pdf.toString('base64') }
          : reply.code(404).send({ error: 'unknown' });
      });
    },
    pdfOfLetter: (letterId) => pdfOfLetter(database, letterId),
    ready: () => database.ping(),
    health: async () => ({
      jobs: jobs.map((job) => job.health()),
      outbox: (await delivery?.health()) ?? [],
      waiting: [],
    }),
    async settle() {
      const done =
        (await bringUpToDate()) +
        (await countAgain()) +
        (await recount()) +
        wake(await findDue(database, dueHandlers, clock.now(), undefined, 'WAIT')) +
        (await writeDigests()) +
        (await tellFinishedYears());
      return done + ((await delivery?.drain()) ?? 0);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(jobs.map((job) => job.stop()));
      await delivery?.stop();
      if (!overrides.database) await database.close();
    },
  };
}

/** The service's database; nothing is migrated yet. `isUnhurried`: for a command. */
export const openSlaDatabase = (url: string, isUnhurried = false): Promise<Database> =>
  openDatabase({ url, schema: 'sla', entities: [], migrations, isUnhurried });

/**
 * Imports the calendar's file. A faulty one must not stop deadlines that can be counted: only without any calendar the start fails.
 * @returns the lines that tell what was done.
 */
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
