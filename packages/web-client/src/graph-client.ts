import { Client, cacheExchange, type Exchange } from '@urql/core';
import { grants, HEADER } from './grants.ts';
import { postExchange } from './post-exchange.ts';

export type Application = 'web-citizen' | 'web-agency' | 'web-admin';

export interface GraphClientOptions {
  application: Application;
  /** Stand in front of the cache, e.g. one that watches errors. */
  exchangesBefore?: readonly Exchange[];
  /** Where the graph answers. */
  url?: string;
  /** The body of an answer that is here already, by the body of its question. Whoever holds the right to a report gets none. */
  atHand?: (question: string) => string | null;
  /** Further headers of each request, such as the grant of a hand-over. */
  headers?: () => Record<string, string>;
}

/** What the graph takes elsewhere, in bytes. */
const LARGEST_BODY = 64 * 1024;

/** The text of a whole file goes to a door of its own, which lets in only what takes one. */
const fetchGraph: typeof fetch = (address, init) => {
  const { body } = init ?? {};
  const isLarge = typeof body === 'string' && new TextEncoder().encode(body).length > LARGEST_BODY;
  return fetch(isLarge && typeof address === 'string' ? `${address}/files` : address, init);
};

/**
 * The graph as an application reaches it. Documents travel as their SHA-256 and as text only when the server does
 * not know them yet. Everything is POSTed: variables may hold what must never stand in an address, and the header
 * that marks the application keeps other origins from writing.
 */
export const createGraphClient = ({
  application,
  exchangesBefore = [],
  url = '/graphql',
  atHand,
  headers = () => ({}),
}: GraphClientOptions): Client =>
  new Client({
    url,
    preferGetMethod: false,
    fetch: async (address, init) => {
      // A question that was given up again takes nothing: components ask once while they are drawn and once when they stand.
      const answer = init?.signal?.aborted ? null : atHand?.(String(init?.body));
      return answer && !grants.headers()[HEADER] ? new Response(answer) : fetchGraph(address, init);
    },
    exchanges: [...exchangesBefore, cacheExchange, postExchange],
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'x-lapor-client': application, ...grants.headers(), ...headers() },
    }),
  });
