import { Readable } from 'node:stream';
import { MemoryLocker, Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import pLimit from 'p-limit';
import { judgeBeginning } from './accept-file.ts';
import { ACCEPTABLE_TYPES, type AcceptableType, FILE_TYPES, LARGEST_BYTES } from './file-kinds.ts';
import type { FileStore } from './file-store.ts';
import { refuse } from './refusals.ts';
import { isTusError, SealedParts } from './sealed-parts.ts';
import { type UploadLedger, UploadRefused } from './upload-ledger.ts';

export interface ResumableUploads {
  /** Where uploads are begun, with parameters if need be (`/files/of/:whom`); each answers under it by its id. */
  path: string;
  files: FileStore;
  newId(): string;
  accepted?: readonly AcceptableType[];
  /** How long an unfinished upload stays. */
  hours: number;
  now(): Date;
  /** The ledger for whoever asks; `null` when the request was answered. */
  ledgerFor(request: FastifyRequest, reply: FastifyReply): Promise<UploadLedger | null>;
  /** Whether one more may be begun; false when the request was answered. */
  mayBegin(request: FastifyRequest, reply: FastifyReply, sizeBytes: number): Promise<boolean>;
}

/** Headers of the protocol; what else the library answers (CORS for every origin) is not ours. */
const ANSWERED = [
  'tus-resumable',
  'tus-version',
  'tus-extension',
  'tus-max-size',
  'upload-offset',
  'upload-length',
  'location',
];

/** Whole files in memory at a time, of one process. */
const FINISHED_AT_ONCE = 2;

const codeOf = (status: number): { code: string; message: string } => {
  switch (status) {
    case 404:
      return { code: 'NOT_FOUND', message: 'There is no such upload, or it ran out; begin anew.' };
    case 409:
      return { code: 'WRONG_OFFSET', message: 'The upload stands elsewhere; ask with HEAD where.' };
    case 412:
      return { code: 'NOT_TUS', message: 'Files are uploaded by tus 1.0.0; send the header tus-resumable.' };
    case 413:
      return { code: 'TOO_LARGE', message: 'The file is too large, or larger than was said.' };
    case 423:
      return { code: 'LOCKED', message: 'The upload is under way in another request; try again.' };
    default:
      return { code: 'BAD_USER_INPUT', message: 'This is not tus 1.0.0 as it is spoken here.' };
  }
};

/** Takes files in parts by tus 1.0.0 (https://tus.io/protocols/resumable-upload), so that a broken connection loses little. */
export async function resumableUploads(server: FastifyInstance, options: ResumableUploads): Promise<void> {
  const { path, files, newId, now, hours, accepted = ACCEPTABLE_TYPES } = options;
  const locker = new MemoryLocker();
  const inTurn = pLimit(FINISHED_AT_ONCE);
  const largest = Math.max(...accepted.map((type) => LARGEST_BYTES[FILE_TYPES[type].kind]));

  // The body is read as it comes, by the protocol.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const ledger = await options.ledgerFor(request, reply);
    if (!ledger) return reply;
    const isBeginning = request.method === 'POST';
    const size = Number(request.headers['upload-length']);
    if (isBeginning && request.headers['tus-resumable'] !== undefined) {
      if (size === 0) return answer(reply, refuse('UNSUPPORTED_TYPE'));
      if (size > largest) return answer(reply, refuse('TOO_LARGE'));
      if (!(await options.mayBegin(request, reply, size))) return reply;
    }
    const store = new SealedParts({
      ledger,
      files,
      inTurn,
      async judgeBeginning(bytes, sizeBytes) {
        const refusal = await judgeBeginning(bytes, sizeBytes, accepted);
        if (refusal) throw refuse(refusal);
      },
    });
    let failure: unknown;
    const tus = new Server({
      path: pathOf(request, path),
      datastore: store,
      locker,
      relativeLocation: true,
      maxSize: largest,
      namingFunction: newId,
      onResponseError: (_request, error) => {
        failure = error;
        return isTusError(error) ? undefined : { status_code: 500, body: '' };
      },
    });
    const response = await tus.handleWeb(toWebRequest(request));
    if (failure instanceof UploadRefused) return answer(reply, failure);
    if (failure !== undefined && !isTusError(failure)) throw failure;
    for (const name of ANSWERED) {
      const value = response.headers.get(name);
      if (value !== null) reply.header(name, value);
    }
    reply.header('cache-control', 'no-store');
    if (isBeginning && response.status === 201)
      reply.header('upload-expires', new Date(now().getTime() + hours * 3_600_000).toUTCString());
    if (store.finished) return reply.code(isBeginning ? 201 : 200).send(store.finished);
    // A lock that was waited for in vain is the only fault of the library's own.
    const status = response.status >= 500 && response.status !== 501 ? 423 : response.status;
    if (status >= 400 && request.method !== 'HEAD') return reply.code(status).send(codeOf(status));
    return reply.code(status).send();
  };

  server.route({ method: ['POST', 'OPTIONS'], url: path, handler: handle });
  server.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${path}/:id`, handler: handle });
}

/** The path as this request fills its parameters. */
const pathOf = ({ params }: FastifyRequest, path: string): string =>
  path.replace(/:(\w+)/g, (_parameter, name: string) =>
    encodeURIComponent((params as Record<string, string>)[name]!),
  );

const answer = (reply: FastifyReply, { status, code, message }: UploadRefused) =>
  reply.code(status).send({ code, message });

/** The request as the library reads it: no method in a header, and nobody's origin. */
function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string' && /^(tus-|upload-|content-)/.test(name)) headers.set(name, value);
  const hasBody = request.method === 'PATCH' || request.method === 'POST';
  return new Request(new URL(request.url, 'http://localhost'), {
    method: request.method,
    headers,
    ...(hasBody ? { body: Readable.toWeb(request.raw) as ReadableStream, duplex: 'half' } : {}),
  } as RequestInit);
}
