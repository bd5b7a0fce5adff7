import type { Clock } from '@lapor/clock';
import { type Database, openDatabase } from '@lapor/database';
import { type Delivery, createDelivery, receiveEvents } from '@lapor/events';
import type { Logger } from '@lapor/logging';
import { dataFolder, describeFaults } from '@lapor/reference-data';
import type { Service } from '@lapor/subgraph';
import type { Viewer } from '@lapor/viewer';
import { migrations } from '../migrations/index.ts';
import { buildContext } from './context.ts';
import {
  type EndPostInput,
  type GrantPostInput,
  OfficerEntity,
  type OfficerSeed,
  PostEntity,
  type RegisterOfficerInput,
  endPost,
  grantPost,
  registerOfficer,
  seedOfficers,
} from './modules/officer/index.ts';
import { OrganisationEntity, setDirectVerification } from './modules/organisation/index.ts';
import { type ImportReport, importReferenceData } from './modules/reference-import/index.ts';
import { buildOrganisationsSchema } from './schema.ts';

export type OrganisationsConfig = {
  /** URL of the service's own role. */
  databaseUrl: string;
  clock: Clock;
  logger: Logger;
  /** Default true. */
  importReferenceData?: boolean;
  /** Folder of the reference files; default the platform's `data/`. */
  dataFolder?: string;
};

/** The running service, with its use cases for whoever composes the platform. */
export type OrganisationsService = Service & {
  registerOfficer: (input: RegisterOfficerInput, viewer: Viewer) => ReturnType<typeof registerOfficer>;
  grantPost: (input: GrantPostInput, viewer: Viewer) => ReturnType<typeof grantPost>;
  endPost: (input: EndPostInput, viewer: Viewer) => ReturnType<typeof endPost>;
  setDirectVerification: (
    input: { organisationId: string; isEnabled: boolean },
    viewer: Viewer,
  ) => ReturnType<typeof setDirectVerification>;
  /** Without anybody's authority: for the first national admin and for demo data. */
  seedOfficers: (seeds: readonly OfficerSeed[]) => Promise<void>;
};

const name = 'organisations';

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
  let imports: string[] = [];
  try {
    await database.migrate();
    if (config.importReferenceData !== false) {
      const report = await importReferenceData({ database, clock }, config.dataFolder ?? dataFolder);
      imports = await judgeImport(report, database, logger);
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  const dependencies = { database, clock };
  let delivery: Delivery | undefined;
  const thenDeliver = <Value>(work: Promise<Value>): Promise<Value> => work.finally(() => delivery?.wake());

  return {
    name,
    imports,
    subgraph: {
      name,
      schema: buildOrganisationsSchema(),
      createContext: (request) => buildContext(database, request),
    },
    receiveEvents: (source, events) => receiveEvents(database, source, events, {}, () => clock.now()),
    connect(receivers) {
      delivery = createDelivery({ source: name, database, receivers, logger });
      delivery.start();
    },
    ready: () => database.ping(),
    settle: async () => (await delivery?.drain()) ?? 0,
    registerOfficer: (input, viewer) => thenDeliver(registerOfficer(dependencies, input, viewer)),
    grantPost: (input, viewer) => thenDeliver(grantPost(dependencies, input, viewer)),
    endPost: (input, viewer) => thenDeliver(endPost(dependencies, input, viewer)),
    setDirectVerification: (input, viewer) => thenDeliver(setDirectVerification(dependencies, input, viewer)),
    seedOfficers: (seeds) => thenDeliver(seedOfficers(dependencies, seeds)),
    async [Symbol.asyncDispose]() {
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
