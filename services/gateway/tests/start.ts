import { composeGraph, printSubgraph } from '@lapor/graph';
import { movableClock } from '@lapor/clock';
import { createLogger, type Logger } from '@lapor/logging';
import { createTokens } from '@lapor/viewer';
import { onTestFinished } from 'vitest';
import { startGateway, type GatewayConfig } from '../src/index.ts';
import { booksSchema, createLibrary, reviewsSchema, type Behaviour, type Seen } from './library.ts';

export const SECRET = 's'.repeat(40);
export const tokens = createTokens(SECRET);
export const CLIENT = { 'x-lapor-client': 'web-citizen' };

export const { supergraph } = composeGraph({
  books: printSubgraph(booksSchema),
  reviews: printSubgraph(reviewsSchema),
});

export interface GraphReply {
  status: number;
  headers: Headers;
  text: string;
  data: any;
  errors: { message: string; path?: unknown[]; extensions: Record<string, unknown> & { code: string } }[];
}

/** A logger whose lines can be read. */
export function recordingLogger(): { logger: Logger; lines: string[] } {
  const lines: string[] = [];
  const logger = createLogger('gateway', 'trace');
  const stream = (logger as unknown as Record<symbol, { write(line: string): void }>)[
    Object.getOwnPropertySymbols(logger).find((symbol) => symbol.description === 'pino.stream')!
  ]!;
  stream.write = (line: string) => {
    lines.push(line);
  };
  return { logger, lines };
}

/** A running gateway over the test library, stopped when the test ends. */
export async function startTest(overrides: Partial<GatewayConfig> = {}, behaviour: Behaviour = {}) {
  const seen: Seen = { contexts: [] };
  const { books, reviews } = createLibrary(behaviour, seen);
  const { logger, lines } = recordingLogger();
  const clock = movableClock('2026-11-20T02:00:00Z');
  const gateway = await startGateway({
    port: 0,
    publicUrl: 'https://lapor.example',
    production: true,
    supergraphSdl: supergraph,
    subgraphs: {
      books: { kind: 'local', subgraph: books },
      reviews: { kind: 'local', subgraph: reviews },
    },
    authenticate: async () => null,
    tokens,
    sourceSecret: SECRET,
    persistedDocuments: {},
    pages: [],
    routes: [],
    readiness: async () => ({ books: true, reviews: true }),
    systemHealth: () => [],
    clock,
    logger,
    subgraphTimeoutMilliseconds: 400,
    ...overrides,
  });
  onTestFinished(() => gateway.close());
  const request = (path: string, init: RequestInit = {}) =>
    fetch(gateway.address + path, { redirect: 'manual', ...init });
  return {
    gateway,
    seen,
    lines,
    clock,
    behaviour,
    request,
    /** Posts a body to the graph as an application would. */
    async graph(body: unknown, headers: Record<string, string> = {}): Promise<GraphReply> {
      const response = await request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...CLIENT, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const text = await response.text();
      const { data, errors = [] } = text ? (JSON.parse(text) as Partial<GraphReply>) : {};
      return { status: response.status, headers: response.headers, text, data, errors };
    },
  };
}
