import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import type { Viewer } from '@lapor/viewer';
import type { Harness } from './harness.ts';

const BOUNDARY = 'batas-unggahan';

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
    async upload(
      by: Viewer,
      content: Buffer,
      { fileName = 'foto.jpg', type = 'image/jpeg', key = '', payload = null as Buffer | null } = {},
    ) {
      viewer = by;
      const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
      const response = await server.inject({
        method: 'POST',
        url: '/files',
        headers: {
          'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
          ...(key ? { 'submission-key': key } : {}),
        },
        payload:
          payload ?? Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
      });
      return { status: response.statusCode, body: response.json(), headers: response.headers };
    },
    async download(by: Viewer, url: string, key = '') {
      viewer = by;
      const response = await server.inject({ url, headers: key ? { 'submission-key': key } : {} });
      return { status: response.statusCode, content: response.rawPayload, headers: response.headers };
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
