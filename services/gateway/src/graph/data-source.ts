import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '@lapor/logging';
import type { GraphContext } from './context.ts';
import { logFailure, maskSubgraphErrors, unavailable } from './subgraph-errors.ts';
import { within } from './timed.ts';

type Response = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** One fetch of a plan. */
export interface SubgraphRequest {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** What a subgraph gave; `errors` may say anything, they are masked afterwards. */
export interface SubgraphResult {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
}

export interface DataSourceOptions {
  name: string;
  logger: Logger;
  timeoutMilliseconds: number;
  /** Asks the subgraph. May throw, reject or hang: it costs the fields of this fetch only. */
  ask(
    request: SubgraphRequest,
    context: GraphContext,
    timeoutMilliseconds: number,
  ): PromiseLike<SubgraphResult>;
}

/** A data source for the gateway that never throws, never hangs and never tells what went wrong inside. */
export function createDataSource({
  name,
  logger,
  timeoutMilliseconds,
  ask,
}: DataSourceOptions): GraphQLDataSource {
  return {
    async process(options: GraphQLDataSourceProcessOptions): Promise<Response> {
      const context = options.context as GraphContext;
      const failure = { logger, requestId: context.requestId, subgraph: name };
      context.count.fetches++;
      const left = context.deadline - performance.now();
      const milliseconds = context.isPatient ? left : Math.min(timeoutMilliseconds, left);
      if (milliseconds <= 0 || context.unavailable.has(name)) return { errors: [unavailable()] } as Response;
      const { query, variables, operationName } = options.request;
      try {
        const { data, errors } = await within(
          milliseconds,
          // Inside an async function, so that a synchronous throw is a rejection too.
          (async () =>
            ask({ query: query!, variables: variables ?? {}, operationName }, context, milliseconds))(),
        );
        return (
          errors?.length ? { data, errors: maskSubgraphErrors(errors, failure) } : { data }
        ) as Response;
      } catch (error) {
        context.unavailable.add(name);
        logFailure(error, failure);
        return { errors: [unavailable()] } as Response;
      }
    },
  };
}
