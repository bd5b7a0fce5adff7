import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import sharp from 'sharp';
import type { Viewer } from '@lapor/viewer';
import { createFileStore } from '@lapor/files';
import { createSealer } from '@lapor/sealing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type EvidenceDependencies,
  evidenceRoutes,
  evidenceUrl,
  removeStaleEvidence,
} from '../src/modules/evidence/index.ts';
import { type Harness, citizen, officer, somebody, withReferenceData } from './harness.ts';
import {
  auditOf,
  changed,
  city,
  cityAdmin,
  desk,
  environment,
  forgetPeople,
  province,
  roads,
  settled,
} from './people.ts';

let service: Harness;
let deps: EvidenceDependencies;
let folder: string;
let server: FastifyInstance;
let viewer: Viewer;
beforeAll(async () => {
  service = await withReferenceData();
  folder = await mkdtemp(join(tmpdir(), 'lapor-evidence-'));
  const files = createFileStore(folder, createSealer(['s'.repeat(40)], 'files'));
  deps = {
    database: service.database,
    clock: service.clock,
    files,
    urlSecret: 'u'.repeat(40),
    uploadSecret: 'p'.repeat(40),
    sealer: createSealer(['n'.repeat(40)], 'uploads'),
  };
  server = Fastify();
  server.decorateRequest('viewer');
  server.addHook('onRequest', async (request) => {
    request.viewer = viewer;
  });
  await evidenceRoutes(server, deps);
});
afterAll(async () => {
  await server.close();
  await service[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  service.clock.set('2026-11-20T02:40:00Z');
  await forgetPeople(service);
  await service.database.query('test-forget-uploads', 'truncate upload cascade');
  await settled(service, ['city-admin', 'AGENCY_ADMIN', city]);
});

const pdf = (more = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj << ${more} >> endobj\nKANARI-BERKAS\n%%EOF`, 'latin1');
const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a5' } })
    .withExif({ IFD0: { Artist: 'KANARI-EXIF' } })
    .toFormat(format)
    .toBuffer();

async function tus(
  by: Viewer,
  method: 'POST' | 'PATCH' | 'HEAD' | 'DELETE',
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
  return {
    status: response.statusCode,
    headers: response.headers,
    body: response.payload ? response.json() : null,
  };
}
const nameOf = (fileName: string) => `filename ${Buffer.from(fileName).toString('base64')}`;

/** A whole file in one request. */
const upload = (by: Viewer, content: Buffer, { organisationId = city, fileName = 'SK tim.pdf' } = {}) =>
  tus(
    by,
    'POST',
    `/files/evidence/${organisationId}`,
    { 'upload-length': String(content.length), 'upload-metadata': nameOf(fileName) },
    content,
  );

/** Begins without a byte; gives the address to go on at. */
async function begin(by: Viewer, sizeBytes: number, fileName = 'SK KANARI-NAMA.pdf') {
  const { status, headers } = await tus(by, 'POST', `/files/evidence/${city}`, {
    'upload-length': String(sizeBytes),
    'upload-metadata': nameOf(fileName),
  });
  expect(status).toBe(201);
  return String(headers['location']);
}
const send = (by: Viewer, url: string, offset: number, part: Buffer) =>
  tus(by, 'PATCH', url, { 'upload-offset': String(offset) }, part);

async function download(by: Viewer, url: string) {
  viewer = by;
  const response = await server.inject({ method: 'GET', url });
  return { status: response.statusCode, headers: response.headers, content: response.rawPayload };
}
const urlOf = (id: string) => evidenceUrl(deps.urlSecret, id, service.clock.now());

describe('uploading evidence', () => {
  test('keeps it sealed, with the name of its true type, audited', async () => {
    const { status, body } = await upload(cityAdmin(), pdf(), { fileName: '../SK <tim>.exe' });
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        fileName: 'SK tim.pdf',
        mediaType: 'application/pdf',
        sizeBytes: pdf().length,
      },
    });
    const stored = await readdir(folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      stored.filter((entry) => entry.isFile()).map((entry) => readFile(join(entry.parentPath, entry.name))),
    );
    expect(contents.length).toBeGreaterThan(0);
    for (const content of contents) expect(content.includes('KANARI-BERKAS')).toBe(false);
    expect(await auditOf(service, 'EVIDENCE_UPLOADED')).toMatchObject({
      actor_id: 'city-admin',
      organisation_id: city,
      facts: { fileId: body.id, mediaType: 'application/pdf' },
    });
  });

  test.each(['jpeg', 'png'] as const)(
    'encodes a %s anew without a word of what was in it',
    async (format) => {
      const { body } = await upload(cityAdmin(), await picture(format));
      expect(body).toMatchObject({ mediaType: 'image/jpeg', fileName: 'foto.jpg' });
      const { content } = await download(cityAdmin(), urlOf(body.id));
      expect((await sharp(content).metadata()).format).toBe('jpeg');
      expect(content.includes('KANARI-EXIF')).toBe(false);
    },
  );

  test.each<[string, () => Promise<Buffer> | Buffer, number, string]>([
    ['a WebP', () => picture('webp'), 415, 'UNSUPPORTED_TYPE'],
    ['a page of HTML', () => Buffer.from('<script>alert(1)</script>'), 415, 'UNSUPPORTED_TYPE'],
    ['a PDF that runs something', () => pdf('/OpenAction << /S /JavaScript >>'), 422, 'ACTIVE_CONTENT'],
    ['a PDF that was cut', () => pdf().subarray(0, -8), 422, 'UNREADABLE'],
    ['a PDF without anything in it', () => Buffer.from('%PDF-1.7\n%%EOF'), 422, 'UNREADABLE'],
    ['half a picture', async () => (await picture('png')).subarray(0, 60), 422, 'UNREADABLE'],
    ['more than 10 MB', () => Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), 413, 'TOO_LARGE'],
  ])('refuses %s', async (_name, content, status, code) => {
    expect(await upload(cityAdmin(), await content())).toMatchObject({ status, body: { code } });
    expect(await service.database.query('test-files', 'select id from evidence_file')).toEqual([]);
  });

  test('refuses what is no upload protocol', async () => {
    viewer = cityAdmin();
    const response = await server.inject({
      method: 'POST',
      url: `/files/evidence/${city}`,
      headers: { 'content-type': 'multipart/form-data; boundary=batas' },
      payload: Buffer.from('--batas--'),
    });
    expect({ status: response.statusCode, body: response.json() }).toMatchObject({
      status: 412,
      body: { code: 'NOT_TUS' },
    });
  });

  test('goes on where a connection broke, and keeps the name sealed until then', async () => {
    const content = pdf();
    const url = await begin(cityAdmin(), content.length);
    expect(url).toMatch(new RegExp(`^/files/evidence/${city}/[0-9a-f-]{36}$`));
    expect(await send(cityAdmin(), url, 0, content.subarray(0, 10))).toMatchObject({ status: 204 });
    const rows = await service.database.query<{ row: string }>(
      'test-uploads',
      `select u::text as row from upload u`,
    );
    expect(rows).toHaveLength(1);
    for (const form of ['KANARI', Buffer.from('KANARI').toString('hex'), 'city-admin'])
      expect(rows[0]!.row).not.toContain(form);
    const asked = await tus(cityAdmin(), 'HEAD', url);
    expect(asked.headers['upload-offset']).toBe('10');
    expect(await send(cityAdmin(), url, 5, content.subarray(5))).toMatchObject({
      status: 409,
      body: { code: 'WRONG_OFFSET' },
    });
    const { status, body } = await send(cityAdmin(), url, 10, content.subarray(10));
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        id: url.split('/').at(-1),
        fileName: 'SK KANARI-NAMA.pdf',
        mediaType: 'application/pdf',
        sizeBytes: content.length,
      },
    });
    expect((await download(cityAdmin(), urlOf(body.id))).content).toEqual(content);
    expect(await service.database.query('test-parts', 'select 1 from upload_part')).toEqual([]);
  });

  test('is for whoever began it, and only as long as the officer may declare there', async () => {
    const content = pdf();
    const url = await begin(cityAdmin(), content.length);
    await settled(service, ['city-admin-2', 'AGENCY_ADMIN', city]);
    for (const other of [
      officer('city-admin-2', ['AGENCY_ADMIN', city]),
      { ...cityAdmin(), posts: [] },
      desk(),
      citizen(),
      somebody(),
    ]) {
      expect((await send(other, url, 0, content)).status).toBe(404);
      expect((await tus(other, 'HEAD', url)).status).toBe(404);
      expect((await tus(other, 'DELETE', url)).status).toBe(404);
    }
    // Nor as another organisation's.
    const elsewhere = url.replace(city, roads);
    expect((await send(cityAdmin(), elsewhere, 0, content)).status).toBe(404);
    expect((await send(cityAdmin(), url, 0, content)).status).toBe(200);
  });

  test('that never becomes whole is removed after a day, with its parts', async () => {
    const url = await begin(cityAdmin(), pdf().length);
    await send(cityAdmin(), url, 0, pdf().subarray(0, 10));
    service.clock.advance(24 * 3_600_000 + 1);
    expect((await send(cityAdmin(), url, 10, pdf().subarray(10))).status).toBe(404);
    expect(await removeStaleEvidence(deps)).toBe(1);
    const left = await readdir(folder, { recursive: true });
    expect(left.filter((path) => path.includes(url.split('/').at(-1)!))).toEqual([]);
  });

  test('is for those who may declare there; all others learn nothing', async () => {
    const lina = officer('lina', ['LIAISON_OFFICER', roads]);
    expect((await upload(lina, pdf(), { organisationId: roads })).status).toBe(201);
    const refused = { status: 404, body: { code: 'NOT_FOUND' } };
    for (const [who, organisationId] of [
      [lina, city],
      [officer('p', ['AGENCY_ADMIN', province]), city],
      [desk(), city],
      [{ ...cityAdmin(), apiKey: { id: 'k', scopes: ['graph:write'] as const } }, city],
      [citizen(), city],
      [somebody(), city],
      [cityAdmin(), 'nowhere'],
      [desk(), 'kemen-pupr'],
    ] as const)
      expect(await upload(who, pdf(), { organisationId })).toMatchObject(refused);
  });

  test('has an end where nothing is declared', async () => {
    await service.database.query(
      'test-many',
      `insert into evidence_file (id, organisation_id, uploaded_by, uploaded_at, file_name, media_type, size_bytes, storage_key)
       select gen_random_uuid(), $1, 'city-admin', $2, 'a.pdf', 'application/pdf', 1, 'x' from generate_series(1, 50)`,
      [city, service.clock.now()],
    );
    expect(await upload(cityAdmin(), pdf())).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_REQUESTS' },
    });
  });
});

describe('opening evidence', () => {
  test('gives it to those who may read the readiness, so that nothing in it can act, and keeps who read it', async () => {
    const { body } = await upload(cityAdmin(), pdf());
    await changed(
      service,
      'declareReadiness',
      { organisationId: city, kind: 'DECREE', number: '1', date: '2026-01-01', evidenceIds: [body.id] },
      cityAdmin(),
    );
    for (const reader of [
      cityAdmin(),
      desk(),
      officer('o', ['OMBUDSMAN', 'ombudsman-13']),
      officer('p', ['AGENCY_HEAD', province]),
      officer('l', ['LIAISON_OFFICER', environment]),
    ]) {
      const { status, headers, content } = await download(reader, urlOf(body.id));
      expect(status).toBe(200);
      expect(content).toEqual(pdf());
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': "attachment; filename*=UTF-8''SK%20tim.pdf",
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, max-age=3600',
      });
    }
    expect(await auditOf(service, 'EVIDENCE_READ')).toMatchObject({
      actor_id: 'l',
      facts: { fileId: body.id },
    });
    for (const stranger of [
      officer('f', ['FIELD_OFFICER', roads]),
      officer('o', ['OMBUDSMAN', 'ombudsman-14']),
      officer('a', ['ANALYST', 'ksp']),
      citizen(),
      somebody(),
    ])
      expect((await download(stranger, urlOf(body.id))).status).toBe(404);
  });

  test('needs an address that was signed for this file, not long ago', async () => {
    const { body } = await upload(cityAdmin(), pdf());
    const other = await upload(cityAdmin(), pdf());
    const url = urlOf(body.id);
    const signature = url.split('?')[1]!;
    for (const wrong of [
      `/files/evidence/${body.id}`,
      `${url}x`,
      `/files/evidence/${other.body.id}?${signature}`,
      '/files/evidence/x?s=y',
    ])
      expect((await download(desk(), wrong)).status).toBe(404);
    service.clock.advance(3_600_000);
    expect((await download(desk(), url)).status).toBe(200);
    service.clock.advance(3_600_000);
    expect((await download(desk(), url)).status).toBe(404);
  });
});

test('uploads that no declaration names are removed after two days, with their files', async () => {
  const [kept, stale] = [await upload(cityAdmin(), pdf()), await upload(cityAdmin(), pdf())];
  await changed(
    service,
    'declareReadiness',
    { organisationId: city, kind: 'PROCEDURE', evidenceIds: [kept.body.id] },
    cityAdmin(),
  );
  service.clock.advance(48 * 3_600_000);
  await removeStaleEvidence(deps);
  expect((await download(desk(), urlOf(stale.body.id))).status).toBe(200);
  service.clock.advance(1);
  expect(await removeStaleEvidence(deps)).toBe(1);
  expect((await download(desk(), urlOf(stale.body.id))).status).toBe(404);
  expect((await download(desk(), urlOf(kept.body.id))).status).toBe(200);
});
