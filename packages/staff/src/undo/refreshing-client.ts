import { createGraphClient, type GraphClientOptions } from '@lapor/web-client';
import { makeOperation, mapExchange, type Client, type Operation } from '@urql/core';

const refreshers = new WeakMap<Client, () => void>();

/**
 * A client of the graph that can ask again for the lists of reports on the screen and what counts them: what is made later, by
 * nobody's request, invalidates nothing by itself. A single report stays as it is shown: somebody may be deciding on it.
 */
export function createRefreshingClient(options: GraphClientOptions): Client {
  const shown = new Map<number, Operation>();
  const watching = mapExchange({
    onOperation(operation) {
      const isList = operation.context.additionalTypenames?.includes('Report');
      if (operation.kind === 'query' && isList) shown.set(operation.key, operation);
      if (operation.kind === 'teardown') shown.delete(operation.key);
    },
  });
  const client = createGraphClient({
    ...options,
    exchangesBefore: [watching, ...(options.exchangesBefore ?? [])],
  });
  refreshers.set(client, () => {
    for (const operation of shown.values())
      client.reexecuteOperation(
        makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
      );
  });
  return client;
}

/** Asks again for the lists of reports that are on the screen. */
export const refreshLists = (client: Client): void => refreshers.get(client)?.();
