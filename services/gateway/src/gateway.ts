import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Clock } from '@lapor/clock';
import type { Logger } from '@lapor/logging';
import { keyedHash } from '@lapor/sealing';
import { PUBLIC_VIEWER, type Tokens, type Viewer } from '@lapor/viewer';
import { analystsRoutes } from './analysts/routes.ts';
import { createPublicAnswers } from './answers/public-answers.ts';
import { publicDocuments } from './answers/public-documents.ts';
import { PUBLIC_FIELDS } from './answers/public-fields.ts';
import { createGraphContext } from './graph/context.ts';
import { startGraph, type SubgraphPlace } from './graph/graph.ts';
import { createCostBudget } from './guard/cost-budget.ts';
import { createReadsAtOnce } from './guard/reads-at-once.ts';
import { createGuard } from './guard/guard.ts';
import { listSizesOf } from './guard/list-sizes.ts';
import { loadPersistedDocuments } from './guard/persisted.ts';
import { createServer } from './http/create-server.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { healthRoutes, type Readiness } from './http/health.ts';
import { operationsRoutes, type SystemHealth } from './http/operations.ts';
import { serviceRoutes, type ServiceRoutes } from './http/service-routes.ts';
import { createViewerReader, type Authenticate } from './http/viewer.ts';
import { firstAnswers } from './pages/first-answer.ts';
import type { Pages, PublicGraph } from './pages/page-server.ts';
import { pagesRoutes } from './pages/pages-routes.ts';
import { readable, visitorGraphs } from './pages/visitor-graph.ts';

export interface GatewayConfig {
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  /** Origin people type into the browser, without a slash at the end. */
  publicUrl: string;
  /** False only in development: then anybody may look into the schema. */
  production: boolean;
  supergraphSdl: string;
  /** Every subgraph of the supergraph, by its name there. */
  subgraphs: Readonly<Record<string, SubgraphPlace>>;
  authenticate: Authenticate;
  tokens: Tokens;
  /** Key of the daily hash that stands for a client's network; at least 32 characters. */
  sourceSecret: string;
  /** SHA-256 (hexadecimal) → text. */
  persistedDocuments: Readonly<Record<string, string>>;
  pages: readonly Pages[];
  routes: readonly ServiceRoutes[];
  readiness: Readiness;
  /** How the services do behind their answers, for national admins. */
  systemHealth: SystemHealth;
  clock: Clock;
  logger: Logger;
  /** What stands in front and may tell the client's address (Fastify's `trustProxy`; `true`: one proxy); default nothing. */
  trustProxy?: boolean | string | string[];
  /** How long readers without any credential share an answer of published data; default 2,000, 0 shares none. */
  publicAnswerMilliseconds?: number;
  /** Fields that they may share; only tests of the gateway alone, which have another graph, name others. */
  publicFields?: ReadonlySet<string>;
  /** What an analyst or a key may spend in a minute; default 50,000. */
  pointsPerMinute?: number;
  /** How long one fetch from a subgraph may take; default 2,800. */
  subgraphTimeoutMilliseconds?: number;
  /** How often whoever reads a stream is asked who it is; default a minute. */
  streamCheckMilliseconds?: number;
  /** How long running requests may take to end at closing; default 10,000. */
  drainMilliseconds?: number;
}

export interface Gateway extends AsyncDisposable {
  /** Where it listens, for example `http://127.0.0.1:4000`. */
  address: string;
  /** Takes no more, lets end what runs, then stops. */
  close(): Promise<void>;
}

/** First segments that belong to services or to the gateway, so that no application's page answers there. */
const RESERVED = [
  'analis',
  'channels',
  'graphql',
  'health',
  'auth',
  'files',
  'figures',
  'live',
  'mailbox',
  'operations',
  'demo',
  'internal',
] as const;

/**
 * Starts the one origin of the platform: the graph, the services' routes, the applications.
 * @throws when the supergraph, a persisted document or a built application is not usable.
 */
export async function startGateway(config: GatewayConfig): Promise<Gateway> {
  const { logger, tokens, clock, publicUrl } = config;
  const subgraphTimeout = config.subgraphTimeoutMilliseconds ?? 2_800;
  const isSecure = publicUrl.startsWith('https:');
  const listSizes = listSizesOf(config.supergraphSdl);
  const persisted = loadPersistedDocuments(config.persistedDocuments, listSizes);
  const graph = await startGraph({
    supergraphSdl: config.supergraphSdl,
    subgraphs: config.subgraphs,
    logger,
    timeoutMilliseconds: subgraphTimeout,
  });
  const readViewer = createViewerReader({
    authenticate: config.authenticate,
    tokens,
    clock,
    sourceSecret: config.sourceSecret,
    timeoutMilliseconds: subgraphTimeout,
  });
  const publicGraph: PublicGraph = async (query, variables) => {
    const context = createGraphContext(PUBLIC_VIEWER, randomUUID(), tokens);
    return readable(await graph.run({ query, variables }, context));
  };
  let isClosing = false;
  const server = createServer({ logger, isSecure, publicUrl, trustProxy: config.trustProxy ?? false });
  const viewerOf = (request: { headers: Parameters<typeof readViewer>[0]; ip: string }): Promise<Viewer> =>
    readViewer(request.headers, request.ip);

  healthRoutes(server, { readiness: config.readiness, isClosing: () => isClosing, clock });
  operationsRoutes(server, { systemHealth: config.systemHealth, viewerOf, clock });
  const publicAnswers = createPublicAnswers({
    milliseconds: config.publicAnswerMilliseconds ?? 2_000,
    isPublicDocument: publicDocuments(config.supergraphSdl, config.publicFields ?? PUBLIC_FIELDS),
    clock,
  });
  const readsAtOnce = createReadsAtOnce();
  await server.register(graphqlRoute, {
    graph,
    guard: createGuard(undefined, listSizes),
    persisted,
    tokens,
    publicAnswers,
    costs: createCostBudget(clock, config.pointsPerMinute),
    readsAtOnce,
    isOpen: !config.production,
    viewerOf,
  });
  await server.register(serviceRoutes, {
    routes: config.routes,
    tokens,
    viewerOf,
    timeoutMilliseconds: 60_000,
    streamCheckMilliseconds: config.streamCheckMilliseconds,
  });
  analystsRoutes(server, { viewerOf, isSecure });
  const answerOthers = await pagesRoutes(server, {
    pages: config.pages,
    tools: {
      graph: publicGraph,
      publicUrl,
      formSecret: keyedHash(config.sourceSecret, 'forms', 'plain pages').toString('base64url'),
      clock,
    },
    graphOf: visitorGraphs({ graph, tokens, readViewer, publicAnswers, readsAtOnce }),
    firstAnswerOf: firstAnswers({ graph, tokens, persisted, readViewer, publicAnswers }),
    enter: async ({ ip }) => readsAtOnce.enter(await readViewer({}, ip)),
    isSecure,
    reserved: RESERVED,
  });
  server.setNotFoundHandler(answerOthers);

  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= (async () => {
      isClosing = true;
      const force = setTimeout(() => server.server.closeAllConnections(), config.drainMilliseconds ?? 10_000);
      try {
        await server.close();
      } finally {
        clearTimeout(force);
        await graph.stop();
      }
    })());
  try {
    await server.listen({ port: config.port, host: config.host ?? '127.0.0.1' });
  } catch (error) {
    await close();
    throw error;
  }
  const { address, port, family } = server.server.address() as AddressInfo;
  return {
    address: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    close,
    [Symbol.asyncDispose]: close,
  };
}
