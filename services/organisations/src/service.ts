import type { Clock } from '@lapor/clock';
import { type Database, openDatabase, unhurried } from '@lapor/database';
import { type Delivery, type EventHandlers, createDelivery, receiveEvents } from '@lapor/events';
import { createFileStore } from '@lapor/files';
import type { Logger } from '@lapor/logging';
import { dataFolder, describeFaults } from '@lapor/reference-data';
import { createSealer, keyedHash } from '@lapor/sealing';
import type { Service } from '@lapor/subgraph';
import type { PostRole, Viewer } from '@lapor/viewer';
import { z } from 'zod';
import { migrations } from '../migrations/index.ts';
import { type ServiceDependencies, buildContext } from './context.ts';
import { countChanges, setDirectVerification } from './modules/change/index.ts';
import { buildJobs } from './jobs/index.ts';
import { receiveUse } from './modules/adoption/index.ts';
import { type EvidenceDependencies, evidenceRoutes, evidenceUrl } from './modules/evidence/index.ts';
import {
  type FirstOfficer,
  type HeadContact,
  type OfficerContact,
  OfficerEntity,
  type OfficerSeed,
  PostEntity,
  type PostHolder,
  contactOfHead,
  contactOfOfficer,
  holdersQuestion,
  receiveAccounts,
  registerFirstOfficer,
  seedOfficers,
  whoHolds,
} from './modules/officer/index.ts';
import { OrganisationEntity } from './modules/organisation/index.ts';
import { type ImportReport, importReferenceData } from './modules/reference-import/index.ts';
import { type AppliedRule, appliedRules, rulesQuestion } from './modules/routing/index.ts';
import { buildOrganisationsSchema } from './schema.ts';

export type OrganisationsConfig = {
  /** URL of the service's own role. */
  databaseUrl: string;
  /** This service's own: files of evidence are sealed, and their addresses signed, with what derives from it. */
  organisationsSecret: string;
  /** Folder for files of evidence. */
  filesDirectory: string;
  clock: Clock;
  logger: Logger;
  /** Default true. */
  importReferenceData?: boolean;
  /** Folder of the reference files; default the platform's `data/`. */
  dataFolder?: string;
};

/** The running service, with its use cases for whoever composes the platform. */
export type OrganisationsService = Service & {
  setDirectVerification: (
    input: { organisationId: string; isEnabled: boolean },
    viewer: Viewer,
  ) => ReturnType<typeof setDirectVerification>;
  /** Without anybody's authority: for demo data and tests. */
  seedOfficers: (seeds: readonly OfficerSeed[]) => Promise<void>;
  /** Without anybody's authority: for whoever operates an installation. */
  registerFirstOfficer: (input: FirstOfficer) => ReturnType<typeof registerFirstOfficer>;
  /** For the use cases that the demo's seeding takes in the same process. */
  deps: EvidenceDependencies;
  /** For `identity`, when it writes to an officer; null when there is nobody to write to. */
  contactOfOfficer: (officerId: string) => Promise<OfficerContact | null>;
  /** For `sla`, when it makes the morning's digests: officers by role, everywhere without organisations. */
  whoHolds: (roles: readonly PostRole[], organisationIds: readonly string[] | null) => Promise<PostHolder[]>;
  /** For `reports`, when it suggests where a report belongs. */
  routeRules: (categoryIds: readonly string[], regionCode: string | null) => Promise<AppliedRule[]>;
  /** For `channels`, when a report is handed over; null for an unknown organisation. */
  contactOfHead: (organisationId: string) => Promise<HeadContact | null>;
};

const name = 'organisations';

const officerQuestion = z.object({ officerId: z.string().max(100) });
const headQuestion = z.object({ organisationId: z.string().max(100) });

/** Tables of the service and how they are opened; tests open their clones with it. */
export const databaseOptions = {
  schema: name,
  entities: [OrganisationEntity, OfficerEntity, PostEntity],
  migrations,
};

/**
 * Opens the database, migrates, brings the reference data up to date and answers with the running service.
 * Throws when the reference files are at fault and nothing was imported before; else the service goes on with what it has.
 */
export async function startOrganisations(config: OrganisationsConfig): Promise<OrganisationsService> {
  const { clock, logger } = config;
  const database = await openDatabase({ ...databaseOptions, url: config.databaseUrl });
  let delivery: Delivery | undefined;
  const secretFor = (purpose: string) =>
    keyedHash(config.organisationsSecret, 'derive', purpose).toString('hex');
  const urlSecret = secretFor('evidence-url');
  const files = createFileStore(config.filesDirectory, createSealer([secretFor('files')], 'files'));
  const evidence: EvidenceDependencies = {
    database,
    clock,
    files,
    urlSecret,
    uploadSecret: secretFor('uploads'),
    sealer: createSealer([secretFor('upload-names')], 'uploads'),
  };
  const eventsCommitted = () => delivery?.wake();
  const dependencies: ServiceDependencies = {
    database,
    clock,
    eventsCommitted,
    signEvidenceUrl: (id) => evidenceUrl(urlSecret, id, clock.now()),
  };
  const jobs = buildJobs(evidence, logger, eventsCommitted);
  let imports: string[] = [];
  try {
    await database.migrate();
    await jobs.migrate();
    if (config.importReferenceData !== false) {
      const report = await unhurried(() =>
        importReferenceData({ database, clock }, config.dataFolder ?? dataFolder),
      );
      imports = await judgeImport(report, database, logger);
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  const thenDeliver = <Value>(work: Promise<Value>): Promise<Value> => work.finally(() => delivery?.wake());

  return {
    name,
    imports,
    subgraph: {
      name,
      schema: buildOrganisationsSchema(),
      createContext: (request) => buildContext(dependencies, request),
    },
    async receiveEvents(source, events) {
      const handlers: EventHandlers = {
        'account.changed': (em, changes) => receiveAccounts(em, changes, clock.now()),
        'report.transitioned': receiveUse,
      };
      const receipt = await receiveEvents(database, source, events, handlers, () => clock.now());
      eventsCommitted();
      return receipt;
    },
    connect(receivers) {
      delivery = createDelivery({ source: name, database, receivers, logger });
      delivery.start();
      jobs.start();
    },
    ready: () => database.ping(),
    health: async () => ({
      jobs: await jobs.health(),
      outbox: (await delivery?.health()) ?? [],
      waiting: await countChanges(database, clock.now()),
    }),
    settle: async () => (await jobs.doWhatIsDue()) + ((await delivery?.drain()) ?? 0),
    routes: (server) => evidenceRoutes(server, evidence),
    async internalRoutes(server) {
      server.post('/internal/officers/contact', async (request, reply) => {
        const asked = officerQuestion.safeParse(request.body);
        if (!asked.success) return reply.code(400).send({ error: 'invalid question' });
        const contact = await contactOfOfficer(database, asked.data.officerId);
        return contact ?? reply.code(404).send({ error: 'unknown' });
      });
      server.post('/internal/officers/holders', async (request, reply) => {
        const asked = holdersQuestion.safeParse(request.body);
        if (!asked.success) return reply.code(400).send({ error: 'invalid question' });
        return { holders: await whoHolds(database, asked.data, clock.now()) };
      });
      server.post('/internal/heads/contact', async (request, reply) => {
        const asked = headQuestion.safeParse(request.body);
        if (!asked.success) return reply.code(400).send({ error: 'invalid question' });
        const contact = await contactOfHead(database, asked.data.organisationId, clock.now());
        return contact ?? reply.code(404).send({ error: 'unknown' });
      });
      server.post('/internal/route-rules', async (request, reply) => {
        const asked = rulesQuestion.safeParse(request.body);
        if (!asked.success) return reply.code(400).send({ error: 'invalid question' });
        return { rules: await appliedRules(database, asked.data) };
      });
    },
    routeRules: (categoryIds, regionCode) =>
      appliedRules(database, { categoryIds: [...categoryIds], regionCode }),
    whoHolds: (roles, organisationIds) =>
      whoHolds(
        database,
        { roles: [...roles], organisationIds: organisationIds && [...organisationIds] },
        clock.now(),
      ),
    contactOfOfficer: (officerId) => contactOfOfficer(database, officerId),
    contactOfHead: (organisationId) => contactOfHead(database, organisationId, clock.now()),
    registerFirstOfficer: (input) => thenDeliver(registerFirstOfficer(dependencies, input)),
    deps: evidence,
    setDirectVerification: (input, viewer) => thenDeliver(setDirectVerification(dependencies, input, viewer)),
    seedOfficers: (seeds) => thenDeliver(seedOfficers(dependencies, seeds)),
    async [Symbol.asyncDispose]() {
      await jobs.stop();
      await delivery?.stop();
      await database.close();
    },
  };
}

/** Throws on faulty files when there is nothing to go on with; else the lines that tell what was done. */
async function judgeImport(report: ImportReport, database: Database, logger: Logger): Promise<string[]> {
  if (report.outcome !== 'FAULTY') {
    logger.info(report, 'Reference data');
    return report.outcome === 'UNCHANGED'
      ? ['regions, organisations and units: unchanged']
      : [
          `regions: ${describe(report.regions)}`,
          `organisations and units: ${describe(report.organisations)}`,
        ];
  }
  const faults = describeFaults(report.faults);
  const [earlier] = await database.query<{ exists: boolean }>(
    'has-reference-import',
    'select exists (select 1 from reference_import) as exists',
  );
  if (!earlier!.exists) throw new Error(`The reference data cannot be imported:\n${faults}`);
  logger.error({ faults: report.faults }, 'The reference data are at fault; the last import stays');
  return [`regions, organisations and units: refused, the last import stays\n${faults}`];
}

const describe = (counts: object): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ') || 'unchanged';
