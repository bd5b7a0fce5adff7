import 'reflect-metadata';
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { movableClock } from '@lapor/clock';
import { composeGraph, printSubgraph } from '@lapor/graph';
import { createLogger } from '@lapor/logging';
import { startGateway } from '@lapor/service-gateway';
import { buildSlaSchema, startSla } from '@lapor/service-sla';
import { createTokens, type Viewer } from '@lapor/viewer';
import { NOW } from './bench-figures/facts.ts';
import { TABLES } from './bench-figures/tables.ts';
import { SECRETS } from './bench/settings.ts';

// One of two servers in a process of its own: the gateway with the subgraph, or node:http with a prepared statement for each table.
const { databaseUrl, port, kind } = JSON.parse(process.argv[2]!) as {
  databaseUrl: string;
  port: number;
  kind: 'platform' | 'bare';
};

/** What the subgraph needs of the others in order to be composed. */
const OTHERS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Report @key(fields: "id") { id: ID! viewerIsReporter: Boolean! viewerAnswersByHandOver: Boolean! }
  type Query { report(number: String!): Report }`;

const stop = kind === 'bare' ? startBare() : await startPlatform();
process.send!('ready');
const end = () => void Promise.resolve(stop()).finally(() => process.exit(0));
process.once('SIGTERM', end);
process.once('disconnect', end);

function startBare() {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 4,
    options: '-c search_path=sla -c timezone=UTC',
  });
  const server = createServer((request, response) => {
    const [kindOfTable, index] = request.url!.slice(1).split('/');
    const { name, byHand, live } = TABLES[Number(index)]!;
    const isLive = kindOfTable === 'live';
    void pool.query<{ body: string }>({ name: `${name} ${isLive}`, text: isLive ? live : byHand }).then(
      ({ rows }) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(rows[0]!.body);
      },
      (error: Error) => {
        response.statusCode = 500;
        response.end(error.message);
      },
    );
  });
  server.listen(port, '127.0.0.1');
  return () => {
    server.close();
    server.closeAllConnections();
    return pool.end();
  };
}

async function startPlatform() {
  const logger = createLogger('bench', 'error');
  const clock = movableClock(NOW);
  const service = await startSla({
    databaseUrl,
    serviceSecret: SECRETS.service,
    clock,
    logger,
    importReferenceData: false,
  });
  const desk: Viewer = {
    kind: 'officer',
    accountId: 'bench',
    posts: [{ role: 'KSP_MONITOR', organisationId: 'ksp' }],
    reportGrants: [],
  };
  const gateway = await startGateway({
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    production: true,
    supergraphSdl: composeGraph({ reports: OTHERS, sla: printSubgraph(buildSlaSchema()) }).supergraph,
    subgraphs: {
      sla: { kind: 'local', subgraph: service.subgraph },
      // Never asked: the tables name ids.
      reports: { kind: 'remote', url: 'http://127.0.0.1:9/graphql' },
    },
    authenticate: async () => desk,
    tokens: createTokens(SECRETS.service),
    sourceSecret: SECRETS.service,
    persistedDocuments: {},
    pages: [],
    routes: [],
    readiness: async () => ({ sla: true }),
    systemHealth: () => [],
    clock,
    logger,
  });
  return async () => {
    await gateway.close();
    await service[Symbol.asyncDispose]();
  };
}
