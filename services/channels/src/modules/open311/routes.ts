import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Logger } from '@lapor/logging';
import { GraphUnavailable, type Asker } from '../graph/index.ts';
import { fault, send, type Answer, type Format } from './answer.ts';
import { showDefinition, showService } from './definition.ts';
import { fileRequest, type FileDeps } from './file-request.ts';
import { readFields, readForm } from './read-form.ts';
import { filterShape, findReport, listRequests, readJurisdiction } from './read-requests.ts';
import { showRequest } from './show-request.ts';

export const OPEN311_PATH = '/open311/v2';
const LARGEST_BODY_BYTES = 11_000_000;
const LARGEST_FORM_BYTES = 160_000;
/** When what is served here last changed, for discovery. */
const CHANGED_AT = '2026-11-22T18:00:00Z';

export type RoutesDeps = FileDeps & { logger: Logger };

/** `/open311/v2/*`: GeoReport v2 (docs/open311.md). The address of a request may hold a key; only its pattern is ever logged. */
export async function open311Routes(server: FastifyInstance, deps: RoutesDeps): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM_BYTES },
      (_request, body, done) => done(null, body),
    );
    await scope.register(multipart);
    scope.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume();
      done(null, null);
    });
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
      const { format } = addressed(request);
      if (error instanceof GraphUnavailable)
        return send(reply, { ...fault(503, 'Try again in a moment'), retryAfterSeconds: 5 }, format);
      // A key in the header is looked at before the request gets here.
      if (error.statusCode === 401)
        return send(reply, fault(401, 'The key in Authorization is unknown or has ended'), format);
      if (error.statusCode === 413) return send(reply, fault(413, 'The request is too large'), format);
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
        return send(reply, fault(400, 'The request cannot be read'), format);
      deps.logger.error({ requestId: request.id, err: error }, 'A request by Open311 failed');
      return send(
        reply,
        { ...fault(503, 'Something went wrong; try again later'), retryAfterSeconds: 30 },
        format,
      );
    });
    scope.get(`${OPEN311_PATH}/*`, async (request, reply) => {
      const { parts, format, query } = addressed(request);
      return send(reply, await read(deps, parts, query, askerOf(request)), format);
    });
    scope.post(`${OPEN311_PATH}/*`, { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      const { parts, format, query } = addressed(request);
      if (parts.length !== 1 || parts[0] !== 'requests') return send(reply, NO_SUCH_ADDRESS, format);
      const form = await readForm(request);
      if ('root' in form) return send(reply, form, format);
      const fields = new Map([...query, ...form.fields]);
      const named = request.headers['idempotency-key'];
      const answer = await fileRequest(
        deps,
        { fields, file: form.file },
        Array.isArray(named) ? named[0] : named,
        fields.get('extensions') === 'true',
        askerOf(request),
      );
      return send(reply, answer, format);
    });
  });
}

const NO_SUCH_ADDRESS = fault(404, 'There is nothing at this address');

async function read(
  deps: RoutesDeps,
  [resource, id, ...more]: readonly string[],
  query: ReadonlyMap<string, string>,
  asker: Asker,
): Promise<Answer> {
  if (more.length > 0) return NO_SUCH_ADDRESS;
  if (resource === 'discovery' && id === undefined) return discovery(deps.publicUrl);
  const place = await readJurisdiction(deps, query.get('jurisdiction_id'), asker);
  if ('root' in place) return place;
  const extensions = query.get('extensions') === 'true';
  switch (resource) {
    case 'services': {
      if (id === undefined)
        return { status: 200, root: 'services', values: (await deps.services.all(asker)).map(showService) };
      const category = await deps.services.find(id, asker);
      return category
        ? { status: 200, root: 'service_definition', value: showDefinition(category) }
        : fault(404, 'service_code was not found');
    }
    case 'requests': {
      if (id !== undefined) {
        const report = await findReport(deps, id, asker);
        return report
          ? {
              status: 200,
              root: 'service_requests',
              values: [showRequest(report, deps.publicUrl, extensions)],
            }
          : fault(404, 'service_request_id was not found');
      }
      const given = Object.fromEntries([...query].filter(([, value]) => value !== ''));
      const filter = filterShape.safeParse(given);
      if (!filter.success) return fault(400, ...faultsOf(filter.error));
      return listRequests(deps, filter.data, place.organisationId, extensions, asker);
    }
    case 'tokens':
      // Numbers are given at once, so no token was ever handed out.
      return id === undefined ? fault(400, 'token was not provided') : fault(404, 'token was not found');
    default:
      return NO_SUCH_ADDRESS;
  }
}

const faultsOf = (error: z.ZodError): string[] =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);

function discovery(publicUrl: string): Answer {
  return {
    status: 200,
    root: 'discovery',
    value: {
      changeset: CHANGED_AT,
      contact: `${publicUrl}/bantuan`,
      key_service: `${publicUrl}/instansi/`,
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: `${publicUrl}${OPEN311_PATH}`,
          changeset: CHANGED_AT,
          type: 'production',
          formats: ['text/xml', 'application/json'],
        },
      ],
    },
  };
}

/** What stands in the address: resource and id, and the format by its ending, else by what the client takes; XML is the standard's own. */
function addressed(request: FastifyRequest): { parts: string[]; format: Format; query: Map<string, string> } {
  const [path = '', search = ''] = request.url.split('?', 2);
  const [, rest = '', ending] = /^(.*?)(?:\.(json|xml))?$/s.exec(path.slice(OPEN311_PATH.length + 1)) ?? [];
  const parts = rest.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return '\u{fffd}';
    }
  });
  const takesJson = /\bjson\b/.test(request.headers.accept ?? '');
  return {
    parts,
    format: ending === 'json' || ending === 'xml' ? ending : takesJson ? 'json' : 'xml',
    query: readFields(search),
  };
}

/** Readers are told apart by their network, as the gateway tells it, and by nothing else. */
function askerOf(request: FastifyRequest): Asker {
  const source = request.headers['x-lapor-source'];
  const digest = typeof source === 'string' ? Buffer.from(source, 'base64url').toString('hex') : '';
  return { channel: 'OPENDATA', sender: /^[0-9a-f]{32,64}$/.test(digest) ? digest : '0'.repeat(32) };
}
