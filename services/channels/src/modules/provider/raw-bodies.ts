import type { FastifyInstance } from 'fastify';

/** Bodies as their very bytes, so that a signature over them can be looked at. */
export function rawBodies(scope: FastifyInstance, bodyLimit: number): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
    done(null, body),
  );
}

/** `null`: it is no JSON. */
export function readJson(body: unknown): unknown {
  try {
    return Buffer.isBuffer(body) ? JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) : null;
  } catch {
    return null;
  }
}
