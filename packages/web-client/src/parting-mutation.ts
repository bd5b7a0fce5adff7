import {
  createRequest,
  formatDocument,
  stringifyDocument,
  type AnyVariables,
  type Client,
  type TypedDocumentNode,
} from '@urql/core';
import { sha256 } from './sha256.ts';

/**
 * Prepares a mutation to be sent while the page goes: a tab that closes waits for nothing, so the digest is there before it is
 * needed. What it gives sends at once, with the headers of all requests, and outlives the page; nobody hears what came of it.
 */
export async function preparePartingMutation<Data, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<() => void> {
  const text = stringifyDocument(formatDocument(document));
  const sha256Hash = await sha256(text);
  const body = JSON.stringify(
    sha256Hash
      ? { variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }
      : { query: text, variables },
  );
  const { url, fetchOptions } = client.createRequestOperation(
    'mutation',
    createRequest(document, variables),
  ).context;
  return () => {
    const options = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions;
    const headers = new Headers(options?.headers);
    headers.set('content-type', 'application/json');
    void fetch(url, { ...options, method: 'POST', keepalive: true, headers, body }).catch(() => undefined);
  };
}
