import {
  getOperationName,
  makeErrorResult,
  makeResult,
  stringifyDocument,
  type Exchange,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { filter, fromPromise, merge, mergeMap, onEnd, pipe, takeUntil } from 'wonka';
import { sha256 } from './sha256.ts';

/**
 * Asks the graph: a document goes as its SHA-256, and as text as well when the server does not know it yet. Our graph
 * gives one JSON answer to each request; urql's own exchanges also read streams and send files, which is several
 * thousand bytes that nobody here would use.
 */
export const postExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    const isOurs = ({ kind }: Operation) => kind === 'query' || kind === 'mutation';
    const answers = pipe(
      operations,
      filter(isOurs),
      mergeMap((operation) => {
        const stop = new AbortController();
        const isGivenUp = ({ kind, key }: Operation) => kind === 'teardown' && key === operation.key;
        return pipe(
          fromPromise(ask(operation, stop.signal)),
          onEnd(() => stop.abort()),
          takeUntil(pipe(operations, filter(isGivenUp))),
        );
      }),
    );
    const others = pipe(
      operations,
      filter((operation) => !isOurs(operation)),
    );
    return merge([answers, forward(others)]);
  };

async function ask(operation: Operation, signal: AbortSignal): Promise<OperationResult> {
  const { url, fetch: fetchGraph = fetch, fetchOptions } = operation.context;
  const options = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
  let response: Response | undefined;
  try {
    const query = stringifyDocument(operation.query);
    const sha256Hash = await sha256(query);
    const send = async (text?: string) => {
      response = await fetchGraph(url, {
        ...options,
        method: 'POST',
        signal,
        headers: {
          accept: 'application/graphql-response+json, application/json',
          'content-type': 'application/json',
          ...(options?.headers as Record<string, string> | undefined),
        },
        body: JSON.stringify({
          operationName: getOperationName(operation.query),
          query: text,
          variables: operation.variables,
          extensions: sha256Hash
            ? { ...operation.extensions, persistedQuery: { version: 1, sha256Hash } }
            : operation.extensions,
        }),
      });
      return makeResult(operation, await response.json(), response);
    };
    if (!sha256Hash) return await send(query);
    const answer = await send();
    return answer.error?.graphQLErrors.some(({ message }) => message.startsWith('PersistedQueryNot'))
      ? await send(query)
      : answer;
  } catch (error) {
    return makeErrorResult(operation, error as Error, response);
  }
}
