import type { KeyScope } from '@lapor/web-client';

const questions = {
  analyst: '{ nationalOverview { receivedThisMonth byState { state count } } }',
  agency: '{ inbox(bucket: WAITING_FOR_US, first: 5) { edges { node { number title state } } } }',
};

/**
 * A first question to the graph with a new key, ready for a shell. Figures for an analyst's key, the inbox for one of
 * an agency's systems.
 */
export function curlExample(origin: string, key: string, scopes: readonly KeyScope[]): string {
  const query = scopes.includes('reports:read') ? questions.agency : questions.analyst;
  return [
    `curl -s ${origin}/graphql \\`,
    `  -H 'content-type: application/json' -H 'x-lapor-client: curl' \\`,
    `  -H 'authorization: Bearer ${key}' \\`,
    `  -d '${JSON.stringify({ query })}'`,
  ].join('\n');
}
