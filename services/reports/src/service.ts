import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import { openDatabase } from '@lapor/database';
import { createDelivery, receiveEvents, type Delivery } from '@lapor/events';
import { createFileStore } from '@lapor/files';
import type { Logger } from '@lapor/logging';
import { describeFaults } from '@lapor/reference-data';
import type { Service } from '@lapor/subgraph';
import { createTokens } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { createContext } from './context.ts';
import { copyDueDates } from './jobs/copy-due-dates.ts';
import { forgetAttempts } from './jobs/forget-attempts.ts';
import { makeTimedTransitions } from './jobs/make-timed-transition.ts';
import { repeat } from './jobs/repeat.ts';
import { removeStaleUploads } from './jobs/remove-stale-uploads.ts';
import { attachmentRoutes } from './modules/attachment/index.ts';
import { importCategories, type CategoryImport } from './modules/category/index.ts';
import { expireHandOvers, linkOfHandOver, noteDeliveries } from './modules/hand-over/index.ts';
import { createHistoryChain, HistoryEntry } from './modules/history/index.ts';
import {
  contactOfReporter,
  eraseIdentities,
  forgetAccounts,
  type ReporterContact,
} from './modules/identity/index.ts';
import { copyOrganisations } from './modules/organisation/index.ts';
import { Assignment, Report, type ReportsDependencies } from './modules/report/index.ts';
import { followOrganisations } from './modules/reassignment/index.ts';
import { buildReportsSchema } from './schema.ts';
import { createEnvelopes, derivedSecret } from './secrets.ts';

export interface ReportsConfig {
  databaseUrl: string;
  /** Shared by all services, for tokens between them. */
  serviceSecret: string;
  /** This service's own: look-up hashes, access codes, links and the history chain derive from it, and the first sealing key. */
  reportsSecret: string;
  /** Key-encryption keys of what is sealed, newest first; none: the one that derives from `reportsSecret`. */
  sealingKeys?: readonly string[] | undefined;
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
  /** For `channels`: where the link to the head of an organisation leads; `null` when the hand-over has ended. */
  linkOfHandOver(handOverId: string): Promise<{ path: string } | null>;
}

/** Tables, as the test databases and the service open them. */
export const reportsDatabase = {
  schema: 'reports',
  entities: [Report, Assignment, HistoryEntry],
  migrations,
};

const uuid = z.uuid();

const TIDY_EVERY = 3_600_000;
const FOLLOW_EVERY = 30_000;
const EXPIRE_EVERY = 60_000;
const ERASE_EVERY = 86_400_000;

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
  const envelopes = createEnvelopes(config.reportsSecret, config.sealingKeys ?? []);
  const deps: ReportsDependencies = {
    database,
    clock,
    logger,
    chain: createHistoryChain(derived('history')),
    sealer: envelopes.values,
    lookupSecret: derived('lookup'),
    accessCodeSecret: derived('access-code-1'),
    handOverSecret: derived('hand-over'),
    tokens: createTokens(config.serviceSecret),
    files: createFileStore(join(config.filesDirectory), envelopes.files),
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

  const follow = async () => followOrganisations(deps);
  const expire = async () => expireHandOvers(deps);
  const erase = async () => eraseIdentities(deps);
  const jobs = [
    repeat('follow-organisations', follow, logger, FOLLOW_EVERY),
    repeat('expire-hand-overs', expire, logger, EXPIRE_EVERY),
    repeat('erase-identities', erase, logger, ERASE_EVERY),
  ] as const;

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
          'organisation.changed': (em, changed) => copyOrganisations(em, changed, clock.now()),
          'notification.ended': noteDeliveries,
          'account.deleted': (em, deleted) => forgetAccounts(deps, em, deleted),
          'clock.next-due-changed': copyDueDates,
          'clock.due-reached': (em, due) => makeTimedTransitions(deps, em, due),
        },
        () => clock.now(),
      );
      delivery?.wake();
      if (events.some(({ type }) => type === 'organisation.changed')) jobs[0].wake();
      return receipt;
    },
    connect(receivers) {
      delivery = createDelivery({ source: 'reports', database, receivers, logger });
      delivery.start();
      for (const job of jobs) job.start();
      const tidy = (job: Promise<number>, what: string) =>
        void job.catch((error: Error) => logger.error({ err: error }, what));
      timer = setInterval(() => {
        tidy(removeStaleUploads(deps), 'Stale uploads stay');
        tidy(forgetAttempts(deps), 'Old attempts stay');
      }, TIDY_EVERY);
      timer.unref();
    },
    ready: () => database.ping(),
    async settle() {
      const done = (await follow()) + (await expire()) + (await erase());
      return done + ((await delivery?.drain()) ?? 0);
    },
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
      server.post<{ Body: { handOverId: string } }>('/internal/hand-overs/link', async (request, reply) => {
        const id = uuid.safeParse(request.body.handOverId);
        const link = id.success ? await linkOfHandOver(deps, id.data) : null;
        return link ?? reply.code(404).send({ error: 'unknown' });
      });
    },
    contactOfReporter: (reportId) => contactOfReporter(deps, reportId),
    linkOfHandOver: (handOverId) => linkOfHandOver(deps, handOverId),
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await Promise.all(jobs.map((job) => job.stop()));
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
