import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { hasRole, type Tokens, type Viewer } from '@lapor/viewer';
import type { Answer, PublicAnswers } from '../answers/public-answers.ts';
import { createGraphContext } from '../graph/context.ts';
import type { Graph } from '../graph/graph.ts';
import {
  clientError,
  distinctErrors,
  isClientError,
  publicError,
  statusOf,
  type PublicError,
} from '../graph/public-error.ts';
import type { Cost, CostBudget, Spending } from '../guard/cost-budget.ts';
import { hashOf, type Guard } from '../guard/guard.ts';
import { asksForTooMany } from '../guard/inspect-document.ts';
import { LIMITS, refusal as refusalOf, type Refusal } from '../guard/limits.ts';
import type { ReadsAtOnce } from '../guard/reads-at-once.ts';
import { rowsGiven } from '../guard/rows-given.ts';
import type { KnownDocument } from '../guard/persisted.ts';
import { compressed } from './compress.ts';
import { readGraphqlBody, type GraphqlBody } from './graphql-body.ts';
import { secondsToWait } from './viewer.ts';

export interface GraphqlRouteOptions {
  graph: Graph;
  guard: Guard;
  persisted: ReadonlyMap<string, KnownDocument>;
  tokens: Tokens;
  publicAnswers: PublicAnswers;
  costs: CostBudget;
  readsAtOnce: ReadsAtOnce;
  /** Development: anybody may look into the schema. */
  isOpen: boolean;
  viewerOf(request: FastifyRequest): Promise<Viewer>;
}

/** A request that goes no further. */
class Stopped extends Error {
  readonly status: number;
  readonly error: PublicError;
  constructor(status: number, error: PublicError) {
    super(error.message);
    this.status = status;
    this.error = error;
  }
}

const refused = (id: string, { limit, maximum }: Refusal) =>
  new Stopped(
    400,
    clientError('DOCUMENT_REFUSED', `The document is refused: ${limit} beyond ${maximum}`, id, {
      limit,
      maximum,
    }),
  );

const MISTAKES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['UNAUTHENTICATED', 'The API key or pass is unknown or has expired'],
  403: ['FORBIDDEN', 'Requests from other sites are refused'],
  415: ['BAD_USER_INPUT', 'Send application/json'],
  429: ['TOO_MANY_REQUESTS', 'The API key is used too often; try again later'],
};

const OTHER_METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** `POST /graphql`: from the body to an answer that tells nothing of the inside. */
export async function graphqlRoute(server: FastifyInstance, options: GraphqlRouteOptions): Promise<void> {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: LIMITS.bodyBytes },
    server.getDefaultJsonParser('error', 'error'),
  );
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof Stopped) return answer(request, reply, error.status, [error.error]);
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      const { status, error: told } = refused(request.id, refusalOf('bodyBytes'));
      return answer(request, reply, status, [told]);
    }
    const status = error.statusCode ?? 500;
    const wait = secondsToWait(error);
    if (wait !== undefined) reply.header('retry-after', String(wait));
    if (status >= 400 && status < 500) {
      const [code, message] = MISTAKES[status] ?? ['BAD_USER_INPUT', 'The body cannot be read as JSON'];
      return answer(request, reply, status, [clientError(code, message, request.id)]);
    }
    request.log.error({ err: error }, 'a graph request failed');
    const code = status === 503 ? 'SERVICE_UNAVAILABLE' : 'INTERNAL';
    return answer(request, reply, status, [publicError({ message: '', extensions: { code } }, request.id)]);
  });
  server.route({
    method: [...OTHER_METHODS],
    url: '/graphql',
    handler: async (_request, reply) => reply.code(405).header('allow', 'POST').send(),
  });
  // Before the body is read: a form of another site cannot set either header.
  const requireHeader = async (request: FastifyRequest) => {
    const { 'x-lapor-client': application, 'apollo-require-preflight': preflight } = request.headers;
    if (!application && !preflight) {
      throw new Stopped(
        403,
        clientError('FORBIDDEN', 'Send the header x-lapor-client or apollo-require-preflight', request.id),
      );
    }
  };
  server.post('/graphql', {
    onRequest: requireHeader,
    handler: async (request, reply) =>
      handle(request, reply, { ...options, viewer: await options.viewerOf(request) }),
  });
  server.post('/graphql/files', {
    bodyLimit: LIMITS.fileBodyBytes,
    // Who asks is known before a large body is read: officers with a post only.
    onRequest: [
      requireHeader,
      async (request) => {
        request.viewer = await options.viewerOf(request);
        const { kind, posts, apiKey } = request.viewer;
        if (kind !== 'officer' || posts.length === 0 || apiKey)
          throw new Stopped(403, clientError('FORBIDDEN', 'Only officers send files', request.id));
      },
    ],
    handler: (request, reply) =>
      handle(request, reply, { ...options, viewer: request.viewer, onlyFiles: true }),
  });
}

interface Handling extends GraphqlRouteOptions {
  viewer: Viewer;
  /** Nothing but persisted documents that take a file. */
  onlyFiles?: boolean;
}

async function handle(request: FastifyRequest, reply: FastifyReply, options: Handling) {
  const { viewer } = options;
  const mayInspect = options.isOpen || hasRole(viewer, 'ANALYST');
  if (Array.isArray(request.body)) throw refused(request.id, refusalOf('batchedDocuments'));
  const body = readGraphqlBody(request.body);
  if (typeof body === 'string') throw new Stopped(400, clientError('BAD_USER_INPUT', body, request.id));

  const document = findDocument(body, request.id, options);
  const { inspection, takesFile } = document;
  if (options.onlyFiles && !takesFile) throw refused(request.id, refusalOf('fileDocuments'));
  if (body.operationName && !inspection.operations.some(({ name }) => name === body.operationName))
    throw new Stopped(
      400,
      clientError('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation', request.id),
    );
  if (inspection.introspects && !mayInspect)
    throw new Stopped(
      400,
      clientError('DOCUMENT_REFUSED', 'Introspection is closed', request.id, { limit: 'introspection' }),
    );
  if (asksForTooMany(inspection.pageSizeVariables, body.variables))
    throw refused(request.id, refusalOf('pageSize'));

  const spending = spend(request, reply, viewer, inspection.rows, options.costs);
  const operation = inspection.operations.find(
    ({ name }, _index, all) => name === body.operationName || all.length === 1,
  );
  request.graph = {
    operation: operation?.name ?? null,
    kind: operation?.kind ?? null,
    fetches: 0,
    codes: [],
  };
  const { publicAnswers } = options;
  const run = () => execute(request, reply, { viewer, document, body, mayInspect, spending }, options);
  if (operation?.kind !== 'query') {
    // Before and after: what is read meanwhile may be of either time.
    publicAnswers.noteChange(viewer);
    const changed = await run();
    publicAnswers.noteChange(viewer);
    return send(request, reply, changed);
  }
  const key = publicAnswers.keyOf({ headers: request.headers, viewer }, document, body);
  const leave = options.readsAtOnce.enter(viewer);
  if (!leave) {
    spending?.settle(0);
    reply.header('retry-after', '1');
    throw new Stopped(
      429,
      clientError('TOO_MANY_REQUESTS', 'Too many questions at once; try again', request.id),
    );
  }
  try {
    return await send(
      request,
      reply,
      key === null ? await run() : await publicAnswers.answer(key, viewer, run),
    );
  } finally {
    leave();
  }
}

/** Puts points aside for whoever has a budget. Stops the request when there is not enough left. */
function spend(
  request: FastifyRequest,
  reply: FastifyReply,
  viewer: Viewer,
  rows: number,
  costs: CostBudget,
): Spending | null {
  const spending = costs.spend(viewer, rows);
  if (!spending) return null;
  const { cost } = spending;
  tellCost(reply, cost);
  if (!spending.isSpent) return spending;
  reply.header('retry-after', String(cost.resetsInSeconds));
  throw new Stopped(
    429,
    clientError('TOO_MANY_REQUESTS', 'The budget of this minute is spent; try again later', request.id, {
      cost,
    }),
  );
}

const tellCost = (reply: FastifyReply, { charged, left, limit }: Cost) =>
  reply.headers({
    'x-lapor-cost': String(charged),
    'x-lapor-cost-left': String(left),
    'x-lapor-cost-limit': String(limit),
  });

interface Execution {
  viewer: Viewer;
  spending: Spending | null;
  document: KnownDocument;
  body: GraphqlBody;
  mayInspect: boolean;
}

async function execute(
  request: FastifyRequest,
  reply: FastifyReply,
  { viewer, document, body, mayInspect, spending }: Execution,
  { graph, tokens, onlyFiles }: Handling,
): Promise<Answer> {
  const context = createGraphContext(viewer, request.id, tokens, { takesFile: onlyFiles });
  const { data, errors } = await graph.run(
    { query: document.text, variables: body.variables, operationName: body.operationName },
    context,
  );
  request.graph!.fetches = context.count.fetches;
  // Rows that an error took away were read all the same; where nothing was fetched, nothing was read.
  const isForNothing = errors.length > 0 && context.count.fetches > 0;
  const cost = spending && (isForNothing ? spending.keep() : spending.settle(rowsGiven(data)));
  if (cost) tellCost(reply, cost);
  const told = distinctErrors(
    errors.map((error) => publicError(error, request.id, { suggests: mayInspect })),
  );
  logOwnFailures(request, errors);
  noteCodes(request, told);
  return { status: statusOf(data, told), text: textOf(told, data, cost), isShareable: errors.length === 0 };
}

/** Failures of subgraphs were logged where they happened; the rest are faults of planning or of the graph's files. */
function logOwnFailures(request: FastifyRequest, errors: readonly GraphQLFormattedError[]): void {
  for (const { message, extensions } of errors) {
    if (extensions?.serviceName !== undefined || isClientError(extensions?.code)) continue;
    request.log.error({ err: new Error(message) }, 'the graph failed');
  }
}

function findDocument(
  body: GraphqlBody,
  id: string,
  { persisted, guard }: GraphqlRouteOptions,
): KnownDocument {
  const known = body.hash === null ? undefined : persisted.get(body.hash);
  if (body.query === null) {
    if (known) return known;
    // Word for word what Apollo answers: clients send the text when they read it.
    throw new Stopped(200, clientError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', id));
  }
  if (body.hash !== null && hashOf(body.query) !== body.hash.toLowerCase())
    throw new Stopped(400, clientError('BAD_USER_INPUT', 'The hash does not belong to the document', id));
  if (known) return known;
  const inspection = guard.inspect(body.query);
  if (inspection.verdict === 'unreadable')
    throw new Stopped(
      400,
      publicError({ message: inspection.message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }, id),
    );
  if (inspection.verdict === 'refused') throw refused(id, inspection.refusal);
  return { text: body.query, inspection, takesFile: false };
}

/** An answer of errors alone. */
function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  errors: readonly PublicError[],
): Promise<FastifyReply> {
  noteCodes(request, errors);
  return send(request, reply, { status, text: textOf(errors) });
}

function noteCodes(request: FastifyRequest, errors: readonly PublicError[]): void {
  if (errors.length === 0) return;
  request.graph ??= { operation: null, kind: null, fetches: 0, codes: [] };
  request.graph.codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
}

/** The body of an answer. */
export const textOf = (errors: readonly PublicError[], data?: unknown, cost: Cost | null = null): string =>
  JSON.stringify({
    ...(data === undefined ? {} : { data }),
    ...(errors.length ? { errors } : {}),
    ...(cost ? { extensions: { cost } } : {}),
  });

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, text }: Pick<Answer, 'status' | 'text'>,
): Promise<FastifyReply> {
  const { body, headers } = await compressed(text, request.headers['accept-encoding']);
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store', ...(status === 503 ? { 'retry-after': '2' } : {}) })
    .type('application/json; charset=utf-8')
    .send(body);
}
