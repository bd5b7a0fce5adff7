import { join, resolve } from 'node:path';
import { readPersistedDocuments, readSupergraph } from '@lapor/graph/committed';
import { createLogger } from '@lapor/logging';
import { startGateway, type Gateway, type Pages, type ServiceRoutes } from '@lapor/service-gateway';
import { createTokens } from '@lapor/viewer';
import { createCitizenPages } from '../../../web-citizen/server/index.ts';
import { demoRoutes } from './demo/page.ts';
import type { DemoAccount } from './demo/accounts.ts';
import { startServices, type Services, type ServicesConfig } from './start-services.ts';

export interface PlatformConfig extends ServicesConfig {
  port: number;
  host: string;
  /** Anybody may look into the schema. */
  development: boolean;
  trustProxy: boolean;
  /** How long readers without any credential share an answer; default that of the gateway. */
  publicAnswerMilliseconds?: number;
  /** What an analyst or a key may spend in a minute; default that of the gateway. */
  pointsPerMinute?: number;
  /** Serve the built applications; default true. */
  withApplications?: boolean;
}

/** Gateway and services in one process. */
export interface Platform extends AsyncDisposable {
  services: Services;
  /** Opens the one origin; before that nobody can reach the services. */
  open(demo: readonly DemoAccount[] | null): Promise<Gateway>;
}

const checkout = resolve(import.meta.dirname, '../../..');

const APPLICATIONS: readonly Pages[] = [
  { directory: join(checkout, 'web-citizen/dist'), base: '/', createServer: createCitizenPages },
  { directory: join(checkout, 'web-agency/dist'), base: '/instansi/' },
  { directory: join(checkout, 'web-admin/dist'), base: '/admin/' },
];

/** Starts the whole platform in this process, on databases that exist. */
export async function startPlatform(config: PlatformConfig): Promise<Platform> {
  let gateway: Gateway | undefined;
  // Doors ask the graph like everybody else: over HTTP, in this process by its own address (docs/adr/0054).
  const services = await startServices({ ...config, gatewayUrl: () => gateway?.address ?? null });
  return {
    services,
    async open(demo) {
      const local = services.all
        .filter((service) => service.routes)
        .map((service): ServiceRoutes => ({ kind: 'local', register: (server) => service.routes!(server) }));
      const { reports, organisations, sla } = services;
      gateway = await startGateway({
        port: config.port,
        host: config.host,
        publicUrl: config.publicUrl,
        production: !config.development,
        supergraphSdl: await readSupergraph(),
        subgraphs: Object.fromEntries(
          [reports, organisations, sla].map(({ name, subgraph }) => [
            name,
            { kind: 'local', subgraph: subgraph! },
          ]),
        ),
        authenticate: (headers) => services.identity.authenticate(headers),
        tokens: createTokens(config.secrets.service),
        sourceSecret: config.secrets.service,
        persistedDocuments: await readPersistedDocuments(),
        pages: config.withApplications === false ? [] : APPLICATIONS,
        routes: demo
          ? [...local, { kind: 'local', register: (server) => demoRoutes(server, demo, services.identity) }]
          : local,
        readiness: async () =>
          Object.fromEntries(
            await Promise.all(
              services.all.map(
                async ({ name, ready }) =>
                  [
                    name,
                    await ready().then(
                      () => true,
                      () => false,
                    ),
                  ] as const,
              ),
            ),
          ),
        systemHealth: () => services.all.map((service) => ({ name: service.name, health: service.health() })),
        clock: config.clock,
        logger: createLogger('gateway', config.logLevel, config.logDestination),
        trustProxy: config.trustProxy,
        ...(config.publicAnswerMilliseconds === undefined
          ? {}
          : { publicAnswerMilliseconds: config.publicAnswerMilliseconds }),
        ...(config.pointsPerMinute === undefined ? {} : { pointsPerMinute: config.pointsPerMinute }),
      });
      return gateway;
    },
    async [Symbol.asyncDispose]() {
      await gateway?.close();
      await services[Symbol.asyncDispose]();
    },
  };
}
