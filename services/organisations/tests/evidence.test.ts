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
  deps = { database: service.database, clock: service.clock, files, urlSecret: 'u'.repeat(40) };
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
  await settled(service, ['city-admin', 'AGENCY_ADMIN', city]);
});

const pdf = (more = '') =>
  Buffer.from(`%PDF-1.7\n1 0 obj << ${more} >> endobj\nKANARI-BERKAS\n%%EOF`, 'latin1');
const picture = (format: 'jpeg' | 'png' | 'webp') =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#7a5' } })
    .withExif({ IFD0: { Artist: 'KANARI-EXIF' } })
    .toFormat(format)
    .toBuffer();

async function upload(
  by: Viewer,
  content: Buffer,
  { organisationId = city, fileName = 'SK tim.pdf', payload = null as Buffer | null } = {},
) {
  viewer = by;
  const head = `--batas\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/pdf\r\n\r\n`;
  const response = await server.inject({
    method: 'POST',
    url: `/files/evidence?organisationId=${organisationId}`,
    headers: { 'content-type': payload ? 'application/json' : 'multipart/form-data; boundary=batas' },
    payload: payload ?? Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--batas--\r\n')]),
  });
  return { status: response.statusCode, body: response.json() };
}
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
    ['half a picture', async () => (await picture('png')).subarray(0, 60), 422, 'UNREADABLE'],
    ['more than 10 MB', () => Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), 413, 'TOO_LARGE'],
  ])('refuses %s', async (_name, content, status, code) => {
    expect(await upload(cityAdmin(), await content())).toMatchObject({ status, body: { code } });
    expect(await service.database.query('test-files', 'select id from evidence_file')).toEqual([]);
  });

  test('refuses what is no form', async () => {
    expect(await upload(cityAdmin(), pdf(), { payload: Buffer.from('{}') })).toMatchObject({
      status: 415,
      body: { code: 'NOT_MULTIPART' },
    });
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
  expect(await removeStaleEvidence(deps)).toBe(0);
  service.clock.advance(1);
  expect(await removeStaleEvidence(deps)).toBe(1);
  expect((await download(desk(), urlOf(stale.body.id))).status).toBe(404);
  expect((await download(desk(), urlOf(kept.body.id))).status).toBe(200);
});
