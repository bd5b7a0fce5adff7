import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import type { Viewer } from '@lapor/viewer';
import type { Harness } from './harness.ts';

/** The service's HTTP routes in this process, with a viewer of the test's choice. */
export async function startHttp(harness: Harness) {
  const server: FastifyInstance = Fastify();
  let viewer: Viewer | undefined;
  server.decorateRequest('viewer');
  server.addHook('onRequest', async (request) => {
    request.viewer = viewer!;
  });
  await harness.service.routes!(server);
  return {
    /** Any request of the upload protocol. */
    async tus(
      by: Viewer,
      method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE' | 'OPTIONS',
      url: string,
      headers: Record<string, string> = {},
      payload?: Buffer,
    ) {
      viewer = by;
      const response = await server.inject({
        method,
        url,
        headers: {
          'tus-resumable': '1.0.0',
          ...(payload ? { 'content-type': 'application/offset+octet-stream' } : {}),
          ...headers,
        },
        ...(payload ? { payload } : {}),
      });
      const body = response.payload ? response.json() : null;
      return { status: response.statusCode, body, headers: response.headers };
    },
    /** A whole file in one request. */
    async upload(by: Viewer, content: Buffer, { fileName = 'foto.jpg', key = '' } = {}) {
      return this.tus(
        by,
        'POST',
        '/files',
        {
          'upload-length': String(content.length),
          'upload-metadata': `filename ${Buffer.from(fileName).toString('base64')}`,
          ...(key ? { 'submission-key': key } : {}),
        },
        content,
      );
    },
    /** A body as JSON. */
    async post(by: Viewer, url: string, payload: object) {
      viewer = by;
      const response = await server.inject({ method: 'POST', url, payload });
      return { status: response.statusCode, content: response.rawPayload, headers: response.headers };
    },
    async download(by: Viewer, url: string, key = '') {
      viewer = by;
      const response = await server.inject({ url, headers: key ? { 'submission-key': key } : {} });
      return { status: response.statusCode, content: response.rawPayload, headers: response.headers };
    },
    /** Answers over a socket, too, as `by`; gives the address. */
    async listen(by: Viewer) {
      viewer = by;
      return server.listen({ host: '127.0.0.1', port: 0 });
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
export type Http = Awaited<ReturnType<typeof startHttp>>;

/** A photo as a phone makes it: who took it, and where. */
export const photo = (canary = 'KANARI-EXIF', format: 'jpeg' | 'png' | 'webp' = 'jpeg') =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#7a5' } })
    .withExif({
      IFD0: { Artist: canary, Copyright: canary, Model: canary },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '0/1 55/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '100/1 21/1 0/1',
      },
    })
    [format]()
    .toBuffer();

/** A file as a phone or a recorder makes it. */
export const sample = (name: string): Buffer =>
  readFileSync(new URL(`../../../packages/files/samples/${name}`, import.meta.url));

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A small PNG that claims to be huge. */
export function pngBomb(edge: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pdf = (body = '') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R${body}>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** Every file that lies in the folder now. */
export const filesOnDisk = (directory: string): { path: string; content: Buffer }[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, content: readFileSync(path) }));
