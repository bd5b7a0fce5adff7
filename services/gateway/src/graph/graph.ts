import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import { Agent } from 'undici';
import type { Logger } from '@lapor/logging';
import type { Subgraph } from '@lapor/subgraph';
import type { GraphContext } from './context.ts';
import { createDataSource } from './data-source.ts';
import { askLocally } from './local-subgraph.ts';
import { askRemotely } from './remote-subgraph.ts';

/** Where a subgraph is: in this process, or behind an address (with path, for example `http://10.0.0.7:4001/graphql`). */
export type SubgraphPlace = { kind: 'local'; subgraph: Subgraph } | { kind: 'remote'; url: string };

export interface GraphOptions {
  supergraphSdl: string;
  subgraphs: Readonly<Record<string, SubgraphPlace>>;
  logger: Logger;
  /** How long one fetch may take. */
  timeoutMilliseconds: number;
}

/** A document that the guard has let in. */
export interface GraphRequest {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** What the graph answered; its errors still have to be made public. */
export interface GraphAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors: readonly GraphQLFormattedError[];
}

/** The federated graph: plans and executes over the subgraphs. */
export interface Graph {
  run(request: GraphRequest, context: GraphContext): Promise<GraphAnswer>;
  stop(): Promise<void>;
}

/**
 * Starts the graph from a composed supergraph.
 * @throws when the supergraph names a subgraph that has no place.
 */
export async function startGraph({
  supergraphSdl,
  subgraphs,
  logger,
  timeoutMilliseconds,
}: GraphOptions): Promise<Graph> {
  const agent = new Agent({
    connections: 64,
    keepAliveTimeout: 30_000,
    connect: { timeout: timeoutMilliseconds },
  });
  const warnings = logger.child({ part: 'graph' }, { level: 'error' });
  // The library would report its uptime to its maker and look for a cloud around it; only its environment tells it not to.
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: warnings,
    // Addresses in the supergraph are placeholders; settings know the real ones.
    buildService: ({ name }) => {
      const place = subgraphs[name];
      if (!place)
        throw new Error(`The supergraph has a subgraph ${name}, but the gateway was not told where it is`);
      const ask = place.kind === 'local' ? askLocally(place.subgraph) : askRemotely(place.url, agent);
      return createDataSource({ name, logger, timeoutMilliseconds, ask });
    },
  });
  const apollo = new ApolloServer<GraphContext>({
    gateway,
    // The guard decides who may look into the schema.
    introspection: true,
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger: warnings,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();
  return {
    async run(request, contextValue) {
      const { body } = await apollo.executeOperation(request, { contextValue });
      if (body.kind !== 'single') throw new Error('The graph answers in one part');
      const { data, errors = [], extensions } = body.singleResult;
      // The gateway puts nulls it had to move up there, and nobody would see why data is missing.
      return extensions?.valueCompletion && !errors.length
        ? { data, errors: [{ message: 'A subgraph gave null where there must be a value' }] }
        : { data, errors };
    },
    async stop() {
      await apollo.stop();
      await agent.close();
    },
  };
}
