import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import { listen, openDatabase, unhurried, type Listening } from '@lapor/database';
import { createDelivery, receiveEvents, type Delivery, type Receiver } from '@lapor/events';
import { createClamdScanner, createFileStore } from '@lapor/files';
import { repeat } from '@lapor/jobs/repeat';
import type { Logger } from '@lapor/logging';
import { describeFaults } from '@lapor/reference-data';
import { createReceiptSigner, derivedKey, type ReceiptKey } from '@lapor/receipt/signing';
import type { Service } from '@lapor/subgraph';
import { createTokens, type Viewer } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { createContext } from './context.ts';
import { copyDueDates } from './jobs/copy-due-dates.ts';
import { forgetAttempts } from './jobs/forget-attempts.ts';
import { makeTimedTransitions } from './jobs/make-timed-transition.ts';
import { removeStaleUploads } from './jobs/remove-stale-uploads.ts';
import { attachmentRoutes, scanWaitingFiles } from './modules/attachment/index.ts';
import { copyCalendar } from './modules/calendar/index.ts';
import { importCategories, type CategoryImport } from './modules/category/index.ts';
import { followMasters } from './modules/duplicate/index.ts';
import { expireHandOvers, linkOfHandOver, noteDeliveries } from './modules/hand-over/index.ts';
import { createHeadLog, createHistoryChain, headsFolder, recordHeads } from './modules/history/index.ts';
import {
  contactOfReporter,
  eraseIdentities,
  forgetAccounts,
  type ReporterContact,
} from './modules/identity/index.ts';
import { forgetLeases } from './modules/lease/index.ts';
import { createHub, LIVE_CHANNEL, liveRoutes } from './modules/live/index.ts';
import { forgetPresences } from './modules/presence/index.ts';
import { forgetOldDrafts } from './modules/draft/index.ts';
import { UNDOABLE } from './modules/handling/index.ts';
import { copyOfficers } from './modules/officer/index.ts';
import { applyPendingChanges, forgetPendingChanges } from './modules/pending-change/index.ts';
import { applyProgrammes, lookForProgrammes } from './modules/programme/index.ts';
import { copyOrganisations } from './modules/organisation/index.ts';
import { recountHolds } from './modules/publication/index.ts';
import { receiptRoutes } from './modules/receipt/index.ts';
import { applyRetention } from './modules/retention/index.ts';
import { listExportRoutes } from './modules/list-export/index.ts';
import { junkSorter } from './modules/junk/index.ts';
import { forgetLostCodes, sendNewCodes } from './modules/lost-code/index.ts';
import {
  contactForMessage,
  noteHeldMessages,
  noteToldMessages,
  openByReply,
  unsubscribeRoutes,
  type MessageContact,
  type OpenedByReply,
} from './modules/notification/index.ts';
import { Assignment, Report, type ReportsDependencies } from './modules/report/index.ts';
import {
  contactOfFollower,
  forgetFollowers,
  tellFollowers,
  tellFollowersOfAreas,
  unfollowRoutes,
  type FollowerContact,
} from './modules/following/index.ts';
import { isReporterOf } from './modules/reporter/index.ts';
import { importSynonyms, learnWords } from './modules/search/index.ts';
import { followOrganisations } from './modules/reassignment/index.ts';
import { noRouteRules, type RouteRules } from './modules/suggestion/index.ts';
import { buildReportsSchema } from './schema.ts';
import { createEnvelopes, derivedSecret } from './secrets.ts';
import { waitingWork } from './waiting-work.ts';

export interface ReportsConfig {
  databaseUrl: string;
  /** Shared by all services, for tokens between them. */
  serviceSecret: string;
  /** This service's own: look-up hashes, access codes, links and the history chain derive from it, and the first sealing key. */
  reportsSecret: string;
  /** Key-encryption keys of what is sealed, newest first; none: the one that derives from `reportsSecret`. */
  sealingKeys?: readonly string[] | undefined;
  /** Keys of signed receipts, newest first; absent: one that derives from `reportsSecret`, which production does without. */
  receiptKeys?: readonly ReceiptKey[] | undefined;
  /** The platform's origin, for addresses on receipts. */
  publicUrl: string;
  /** Folder for files. */
  filesDirectory: string;
  /** A bucket for files in place of the folder (`s3://bucket?region=…&endpoint=…`). */
  filesUrl?: string | undefined;
  /** Folder for the log of the histories' heads; default one beside the files. */
  historyHeadsDirectory?: string | undefined;
  /** A clamd that looks into uploads (`tcp://host:3310`, `unix:/path`); without it nobody does, and officers are told so. */
  clamdUrl?: string | undefined;
  /** The category map of `organisations`, for suggestions; without it they are made of words and reports alone. */
  routeRules?: RouteRules | undefined;
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
  /** For `channels`: the account of who follows a report or an area; `null` when nobody does any more. */
  contactOfFollower(followId: string): Promise<FollowerContact | null>;
  /** For `sla`: whether the viewer filed a report, by account or by its code. */
  isReporter(viewer: Viewer, reportId: string): Promise<boolean>;
  contactOfReporter(reportId: string): Promise<ReporterContact | null>;
  /** For `channels`: the same, with what only this message may know (links that open something). */
  contactForMessage(reportId: string, template: string): Promise<MessageContact | null>;
  /** Opens a report for whoever answers a mail about it from the reporter's own address. */
  openByReply(token: string): Promise<OpenedByReply | null>;
  /** For `channels`: where the link to the head of an organisation leads; `null` when the hand-over has ended. */
  linkOfHandOver(handOverId: string): Promise<{ path: string } | null>;
}

/** Tables, as the test databases and the service open them. */
export const reportsDatabase = {
  schema: 'reports',
  entities: [Report, Assignment],
  migrations,
};

const uuid = z.uuid();

const TIDY_EVERY = 3_600_000;
const FOLLOW_EVERY = 30_000;
const EXPIRE_EVERY = 60_000;
const FOLLOW_MASTERS_EVERY = 5_000;
/** Until then an entry can be taken back without a trace outside the database. */
const RECORD_HEADS_EVERY = 10_000;
const ERASE_EVERY = 86_400_000;
const SEND_CODES_EVERY = 10_000;
const SORT_JUNK_EVERY = 15_000;
const RETAIN_EVERY = 86_400_000;
const LEARN_EVERY = 60_000;
const DIGEST_EVERY = 600_000;
const APPLY_EVERY = 1_000;
const SCAN_EVERY = 60_000;
const PROGRAMMES_EVERY = 5_000;
const RECOUNT_HOLDS_EVERY = 600_000;

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
  let listening: Listening | undefined;
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
    workOrderSecret: derived('work-order'),
    tokens: createTokens(config.serviceSecret),
    receipts: createReceiptSigner(config.receiptKeys ?? [derivedKey(derived('receipt'))]),
    publicUrl: config.publicUrl,
    files: createFileStore(config.filesUrl ?? config.filesDirectory, envelopes.files),
    scanner: config.clamdUrl ? createClamdScanner(config.clamdUrl) : null,
    routeRules: config.routeRules ?? noRouteRules,
    newId: () => uuidv7({ msecs: clock.now().getTime() }),
    eventsCommitted: () => delivery?.wake(),
    ...overrides,
  };
  let imported: CategoryImport | null = null;
  try {
    await database.migrate();
    if (config.importReferenceData !== false) {
      imported = await unhurried(() => importCategories(database, clock.now()));
      if (imported.outcome === 'refused')
        logger.error(`categories.csv was not imported:\n${describeFaults(imported.faults)}`);
      const synonyms = await unhurried(() => importSynonyms(database, clock.now()));
      if (synonyms.outcome === 'refused')
        logger.error(`synonyms.csv was not imported:\n${describeFaults(synonyms.faults)}`);
    }
  } catch (error) {
    await database.close();
    throw error;
  }

  const follow = async () => followOrganisations(deps);
  const expire = async () => expireHandOvers(deps);
  const headLog = createHeadLog(
    headsFolder(config.filesDirectory, config.historyHeadsDirectory),
    derived('history-heads'),
  );
  const record = async () => recordHeads({ database, headLog, clock, logger });
  const erase = async () => eraseIdentities(deps);
  const sendCodes = async () => sendNewCodes(deps);
  const sort = junkSorter(deps);
  const retain = async () => applyRetention(deps);
  const learn = async () => learnWords(deps);
  const digest = async () => tellFollowersOfAreas(deps);
  const lookFor = async () => lookForProgrammes(deps);
  const scan = async () => scanWaitingFiles(deps);
  const applyPending = async () => applyPendingChanges(deps, UNDOABLE);
  const recount = async () => recountHolds(deps);
  const followMastersNow = async () => followMasters(deps);
  const recountJob = repeat('recount-holds', recount, logger, RECOUNT_HOLDS_EVERY);
  const jobs = [
    repeat('follow-organisations', follow, logger, FOLLOW_EVERY),
    repeat('expire-hand-overs', expire, logger, EXPIRE_EVERY),
    repeat('follow-masters', followMastersNow, logger, FOLLOW_MASTERS_EVERY),
    repeat('erase-identities', erase, logger, ERASE_EVERY),
    repeat('record-heads', record, logger, RECORD_HEADS_EVERY),
    repeat('send-new-codes', sendCodes, logger, SEND_CODES_EVERY),
    repeat('sort-junk', sort, logger, SORT_JUNK_EVERY),
    repeat('retention', retain, logger, RETAIN_EVERY),
    repeat('learn-words', learn, logger, LEARN_EVERY),
    repeat('tell-followers-of-areas', digest, logger, DIGEST_EVERY),
    repeat('apply-pending-changes', applyPending, logger, APPLY_EVERY),
    repeat('look-for-programmes', lookFor, logger, PROGRAMMES_EVERY),
    repeat('scan-waiting-files', scan, logger, SCAN_EVERY),
    recountJob,
  ] as const;

  const receive: Receiver = async (source, events) => {
    const receipt = await receiveEvents(
      database,
      source,
      events,
      {
        'organisation.changed': (em, changed) => copyOrganisations(em, changed, clock.now()),
        'officer.posts-changed': copyOfficers,
        'notification.held': noteHeldMessages,
        'notification.ended': async (em, ended) => {
          await noteDeliveries(em, ended);
          await noteToldMessages(em, ended);
        },
        'account.deleted': async (em, deleted) => {
          await forgetAccounts(deps, em, deleted);
          await forgetFollowers(deps, em, deleted);
        },
        'report.transitioned': async (em, transitions) => {
          await tellFollowers(deps, em, transitions);
          await applyProgrammes(em, transitions);
        },
        'clock.next-due-changed': copyDueDates,
        'calendar.changed': copyCalendar,
        'clock.due-reached': (em, due) => makeTimedTransitions(deps, em, due),
      },
      () => clock.now(),
    );
    delivery?.wake();
    if (events.some(({ type }) => type === 'organisation.changed')) jobs[0].wake();
    if (events.some(({ type }) => type === 'calendar.changed')) recountJob.wake();
    return receipt;
  };

  return {
    name: 'reports',
    deps,
    imports: imported ? [describeImport(imported)] : [],
    subgraph: {
      name: 'reports',
      schema: buildReportsSchema(),
      createContext: (request) => createContext(deps, request),
    },
    receiveEvents: receive,
    connect(others) {
      const receivers = { ...others, reports: receive };
      delivery = createDelivery({ source: 'reports', database, receivers, logger });
      delivery.start();
      for (const job of jobs) job.start();
      const tidy = (job: Promise<number>, what: string) =>
        void job.catch((error: Error) => logger.error({ err: error }, what));
      const tidyUp = () => {
        tidy(removeStaleUploads(deps), 'Stale uploads stay');
        tidy(forgetAttempts(deps), 'Old attempts stay');
        tidy(forgetOldDrafts(deps), 'Old drafts stay');
        tidy(forgetLostCodes(deps), 'Lost codes stay');
        tidy(forgetPendingChanges(deps), 'Old kept changes stay');
        tidy(forgetLeases(deps), 'Old leases stay');
        tidy(forgetPresences(deps), 'Old presences stay');
      };
      timer = setInterval(() => unhurried(tidyUp), TIDY_EVERY);
      timer.unref();
    },
    ready: () => database.ping(),
    health: async () => ({
      jobs: jobs.map((job) => job.health()),
      outbox: (await delivery?.health()) ?? [],
      waiting: await waitingWork(database, clock.now()),
    }),
    async settle() {
      const done =
        (await applyPending()) +
        (await follow()) +
        (await expire()) +
        (await erase()) +
        (await record()) +
        (await followMastersNow()) +
        (await sendCodes()) +
        (await sort()) +
        (await retain()) +
        (await learn()) +
        (await digest()) +
        (await lookFor()) +
        (await scan()) +
        (await recount());
      return done + ((await delivery?.drain()) ?? 0);
    },
    async routes(server) {
      const hub = createHub();
      const heard = (listening = listen({
        url: config.databaseUrl,
        channel: LIVE_CHANNEL,
        onMessage: hub.tell,
        onGap: hub.tellAll,
        onError: (error) => logger.warn({ err: error }, 'Open pages are not told of changes for now'),
      }));
      await liveRoutes(server, deps, { hub, isListening: heard.isListening });
      await attachmentRoutes(server, deps, deps.files);
      await unsubscribeRoutes(server, deps);
      await unfollowRoutes(server, deps);
      await listExportRoutes(server, deps);
      await receiptRoutes(server, deps);
    },
    async internalRoutes(server) {
      server.post<{ Body: { kind: string; reportId: string; followId?: string; template?: string } }>(
        '/internal/contacts',
        async (request, reply) => {
          const { kind, reportId, followId, template } = request.body;
          const followed = uuid.safeParse(followId);
          const contact =
            kind === 'REPORTER'
              ? await contactForMessage(deps, reportId, String(template))
              : kind === 'FOLLOWER' && followed.success
                ? await contactOfFollower(deps, followed.data)
                : null;
          return contact ?? reply.code(404).send({ error: 'unknown' });
        },
      );
      server.post<{ Body: { reportId: string; viewer: string } }>(
        '/internal/reports/reporter',
        async (request, reply) => {
          const viewer = await deps.tokens.verifyViewer(String(request.body.viewer));
          if (!viewer) return reply.code(400).send({ error: 'no viewer' });
          return { isReporter: await isReporterOf(deps, viewer, String(request.body.reportId)) };
        },
      );
      server.post<{ Body: { token: string } }>('/internal/replies', async (request, reply) => {
        const opened = await openByReply(deps, String(request.body.token));
        return opened ?? reply.code(404).send({ error: 'unknown' });
      });
      server.post<{ Body: { handOverId: string } }>('/internal/hand-overs/link', async (request, reply) => {
        const id = uuid.safeParse(request.body.handOverId);
        const link = id.success ? await linkOfHandOver(deps, id.data) : null;
        return link ?? reply.code(404).send({ error: 'unknown' });
      });
    },
    isReporter: (viewer, reportId) => isReporterOf(deps, viewer, reportId),
    contactOfFollower: (followId) => contactOfFollower(deps, followId),
    contactOfReporter: (reportId) => contactOfReporter(deps, reportId),
    contactForMessage: (reportId, template) => contactForMessage(deps, reportId, template),
    openByReply: (token) => openByReply(deps, token),
    linkOfHandOver: (handOverId) => linkOfHandOver(deps, handOverId),
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await listening?.stop();
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
