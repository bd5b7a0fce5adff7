import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { createDelivery, receiveEvents, type Delivery } from '@lapor/events';
import type { Logger } from '@lapor/logging';
import { describeFaults } from '@lapor/reference-data';
import { createSealer, keyedHash } from '@lapor/sealing';
import type { Service } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { createContext } from './context.ts';
import { copyDueDates } from './jobs/copy-due-dates.ts';
import { forgetAttempts } from './jobs/forget-attempts.ts';
import { makeTimedTransitions } from './jobs/make-timed-transition.ts';
import { removeStaleUploads } from './jobs/remove-stale-uploads.ts';
import { attachmentRoutes, createFileStore } from './modules/attachment/index.ts';
import { importCategories, type CategoryImport } from './modules/category/index.ts';
import { createHistoryChain, HistoryEntry } from './modules/history/index.ts';
import { contactOfReporter, type ReporterContact } from './modules/identity/index.ts';
import { copyOrganisations } from './modules/organisation/index.ts';
import { Assignment, Report, type ReportsDependencies } from './modules/report/index.ts';
import { buildReportsSchema } from './schema.ts';

export interface ReportsConfig {
  databaseUrl: string;
  /** Shared by all services, for tokens between them. */
  serviceSecret: string;
  /** This service's own: sealing, look-up hashes, access codes and the history chain derive from it. */
  reportsSecret: string;
  /** Folder for files. */
  filesDirectory: string;
  clock: Clock;
  logger: Logger;
  /** Categories from `data/`; default true. */
  importReferenceData?: boolean;
  /** Connections of each kind; default 8. */
  connections?: number;
}

export interface ReportsService extends Service {
  /** For `channels` and the demo's seeding in the same process. */
  deps: ReportsDependencies;
  contactOfReporter(reportId: string): Promise<ReporterContact | null>;
}

/** Tables, as the test databases and the service open them. */
export const reportsDatabase = {
  schema: 'reports',
  entities: [Report, Assignment, HistoryEntry],
  migrations,
};

const TIDY_EVERY = 3_600_000;

/** The service's secret for one purpose: what leaks from one says nothing about another. */
export const derivedSecret = (reportsSecret: string, purpose: string): string =>
  keyedHash(reportsSecret, 'derive', purpose).toString('hex');

/** Starts the service: migrates, imports categories, answers. Events flow once `connect` was called. */
export async function startReports(
  config: ReportsConfig,
  overrides: Partial<ReportsDependencies> = {},
): Promise<ReportsService> {
  const { clock, logger } = config;
  const database = await openDatabase({
    ...reportsDatabase,
    url: config.databaseUrl,
    connections: config.connections ?? 8,
  });
  let delivery: Delivery | undefined;
  let timer: NodeJS.Timeout | undefined;
  const derived = (purpose: string) => derivedSecret(config.reportsSecret, purpose);
  const deps: ReportsDependencies = {
    database,
    clock,
    logger,
    chain: createHistoryChain(derived('history')),
    sealer: createSealer([derived('sealing')], 'reports'),
    lookupSecret: derived('lookup'),
    accessCodeSecret: derived('access-code-1'),
    tokens: createTokens(config.serviceSecret),
    files: createFileStore(join(config.filesDirectory), createSealer([derived('files')], 'files')),
    newId: () => uuidv7({ msecs: clock.now().getTime() }),
    eventsCommitted: () => delivery?.wake(),
    ...overrides,
  };
  let imported: CategoryImport | null = null;
  try {
    await database.migrate();
    if (config.importReferenceData !== false) {
      imported = await importCategories(database, clock.now());
      if (imported.outcome === 'refused')
        logger.error(`categories.csv was not imported:\n${describeFaults(imported.faults)}`);
    }
  } catch (error) {
    await database.close();
    throw error;
  }

  return {
    name: 'reports',
    deps,
    imports: imported ? [describeImport(imported)] : [],
    subgraph: {
      name: 'reports',
      schema: buildReportsSchema(),
      createContext: (request) => createContext(deps, request),
    },
    receiveEvents: async (source, events) => {
      const receipt = await receiveEvents(
        database,
        source,
        events,
        {
          'organisation.changed': copyOrganisations,
          'clock.next-due-changed': copyDueDates,
          'clock.due-reached': (em, due) => makeTimedTransitions(deps, em, due),
        },
        () => clock.now(),
      );
      delivery?.wake();
      return receipt;
    },
    connect(receivers) {
      delivery = createDelivery({ source: 'reports', database, receivers, logger });
      delivery.start();
      const tidy = (job: Promise<number>, what: string) =>
        void job.catch((error: Error) => logger.error({ err: error }, what));
      timer = setInterval(() => {
        tidy(removeStaleUploads(deps), 'Stale uploads stay');
        tidy(forgetAttempts(deps), 'Old attempts stay');
      }, TIDY_EVERY);
      timer.unref();
    },
    ready: () => database.ping(),
    settle: async () => (await delivery?.drain()) ?? 0,
    routes: (server) => attachmentRoutes(server, deps, deps.files),
    async internalRoutes(server) {
      server.post<{ Body: { kind: string; reportId: string } }>(
        '/internal/contacts',
        async (request, reply) => {
          const contact =
            request.body.kind === 'REPORTER' ? await contactOfReporter(deps, request.body.reportId) : null;
          return contact ?? reply.code(404).send({ error: 'unknown' });
        },
      );
    },
    contactOfReporter: (reportId) => contactOfReporter(deps, reportId),
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await delivery?.stop();
      await database.close();
    },
  };
}

function describeImport(result: CategoryImport): string {
  switch (result.outcome) {
    case 'unchanged':
      return 'categories: unchanged';
    case 'imported':
      return `categories: ${result.written} written, ${result.retired} retired`;
    case 'refused':
      return `categories: refused, nothing was changed\n${describeFaults(result.faults)}`;
  }
}
