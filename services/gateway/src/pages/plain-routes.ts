import fastifyMultipart from '@fastify/multipart';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { compressed } from '../http/compress.ts';
import { PLAIN_POLICY } from '../http/security-headers.ts';
import type { FileOwner, PageServer, PlainRequest, PublicGraph } from './page-server.ts';
import { LARGEST_FORM, LARGEST_UPLOAD, readFields, readUpload, type Form } from './read-form.ts';

export interface PlainRoutesOptions {
  plain: NonNullable<PageServer['plain']>;
  file: PageServer['file'];
  /** The graph as whoever sent a request, with the right to one report. */
  graphOf(request: FastifyRequest, grant: string | null): PublicGraph;
  isSecure: boolean;
}

type Fault = PlainRequest['fault'];
const NO_FORM: Form = { fields: new Map(), file: null };

/** Pages that need no script: `GET` shows, `POST` takes a form. Nothing is kept by browsers or between them and us. */
export async function plainRoutes(server: FastifyInstance, options: PlainRoutesOptions): Promise<void> {
  const { plain, file } = options;
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: LARGEST_FORM },
      (_request, body, done) => done(null, readFields(String(body))),
    );
    await scope.register(fastifyMultipart, { throwFileSizeLimit: false });
    scope.setErrorHandler(async (error: FastifyError, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) request.log.error({ err: error }, 'a plain page failed');
      const fault: Fault = status === 413 ? 'TOO_LARGE' : status < 500 ? 'NO_FORM' : 'BROKEN';
      // What is left of a body nobody reads would keep the connection.
      if (status === 413) reply.header('connection', 'close');
      return answer(request, reply, options, NO_FORM, { fault, status });
    });
    const show = async (request: FastifyRequest, reply: FastifyReply) => {
      const made = await file(pathOf(request));
      if (!made) return answer(request, reply, options, NO_FORM);
      return sendMade(reply, made);
    };
    const take = async (request: FastifyRequest, reply: FastifyReply) => {
      const form = request.isMultipart()
        ? await readUpload(request)
        : { fields: request.body instanceof Map ? (request.body as Form['fields']) : new Map(), file: null };
      return answer(request, reply, options, form);
    };
    const onRequest = async (request: FastifyRequest) => {
      if (request.headers['content-type']?.startsWith('multipart/') !== true) return;
      const length = Number(request.headers['content-length'] ?? Number.NaN);
      if (!(length <= LARGEST_UPLOAD)) throw Object.assign(new Error('Too large'), { statusCode: 413 });
    };
    for (const url of [plain.base, `${plain.base}/*`]) {
      scope.get(url, show);
      scope.post(url, { onRequest }, take);
    }
  });
}

/** A made file: what has its version in its name is kept for a year, all else for some minutes. */
export function sendMade(
  reply: FastifyReply,
  {
    contentType,
    body,
    isLasting,
  }: { contentType: string; body: string | Buffer; isLasting?: boolean | undefined },
): FastifyReply {
  return reply
    .type(contentType)
    .header('cache-control', isLasting ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    .send(body);
}

const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0]!;

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { plain, graphOf, isSecure }: PlainRoutesOptions,
  { fields, file }: Form,
  failed: { fault: Fault; status: number } | null = null,
): Promise<FastifyReply> {
  const { html, status, cookies, location, retryAfterSeconds, isDraft } = await plain.answer({
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: pathOf(request),
    query: new URLSearchParams(request.url.split('?', 2)[1] ?? ''),
    cookies: cookiesOf(request.headers.cookie),
    form: fields,
    file,
    fault: failed?.fault ?? null,
    graph: (grant) => graphOf(request, grant),
    upload: (owner, fileName, content) => upload(request, owner, fileName, content),
  });
  const { body, headers } = await compressed(html, request.headers['accept-encoding']);
  for (const { name, value, seconds } of cookies)
    reply.header(
      'set-cookie',
      `${name}=${value ?? ''}; Path=${plain.base}; Max-Age=${value === null ? 0 : seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
    );
  if (retryAfterSeconds) reply.header('retry-after', String(retryAfterSeconds));
  if (location) reply.header('location', location);
  return reply
    .code(failed?.status ?? status)
    .headers({
      ...headers,
      // Without this a step back would ask for a form that cannot be sent again.
      'cache-control': isDraft ? 'private, no-cache' : 'no-store',
      'content-security-policy': `${PLAIN_POLICY}${isSecure ? '; upgrade-insecure-requests' : ''}`,
      // With `no-referrer` browsers hide where a form comes from, and that is asked of every form.
      'referrer-policy': 'same-origin',
    })
    .type('text/html; charset=utf-8')
    .send(body);
}

/** The first of each name. */
function cookiesOf(header = ''): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header.split(';')) {
    const [name = '', ...value] = pair.trim().split('=');
    if (name !== '' && !cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies;
}

/** Over the same door as the applications' uploads, from the visitor's own network, so that its rules and limits are theirs. */
async function upload(
  request: FastifyRequest,
  owner: FileOwner,
  fileName: string,
  content: Uint8Array,
): Promise<{ id: string } | { code: string }> {
  const response = await request.server.inject({
    method: 'POST',
    url: '/files',
    remoteAddress: request.ip,
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from(fileName).toString('base64')}`,
      ...('grant' in owner ? { 'report-grant': owner.grant } : { 'submission-key': owner.submissionKey }),
    },
    payload: Buffer.from(content),
  });
  const said = response.headers['content-type']?.toString().includes('json')
    ? (response.json() as { id?: unknown; code?: unknown })
    : {};
  if (response.statusCode === 201 && typeof said.id === 'string') return { id: said.id };
  return { code: typeof said.code === 'string' ? said.code : 'SERVICE_UNAVAILABLE' };
}
