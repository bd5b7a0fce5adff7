import { randomBytes, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { Upload } from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { removeStaleUploads } from '../src/jobs/remove-stale-uploads.ts';
import { filesOnDisk, pdf, photo, sample, startHttp, type Http } from './files.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';

const citizen = actor.citizen('pelapor');

describe('a resumable upload', () => {
  let harness: Harness;
  let http: Http;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const begin = async (by: Viewer, sizeBytes: number, headers: Record<string, string> = {}) => {
    const { status, headers: answered } = await http.tus(by, 'POST', '/files', {
      'upload-length': String(sizeBytes),
      ...headers,
    });
    expect(status).toBe(201);
    return answered.location as string;
  };
  const send = (by: Viewer, url: string, offset: number, content: Buffer, headers = {}, over = http) =>
    over.tus(by, 'PATCH', url, { 'upload-offset': String(offset), ...headers }, content);
  const standsAt = async (by: Viewer, url: string, headers = {}) =>
    (await http.tus(by, 'HEAD', url, headers)).headers['upload-offset'];
  const idOf = (url: string) => url.split('/').at(-1)!;
  const partsOnDisk = (url: string) =>
    filesOnDisk(harness.filesDirectory).filter(({ path }) => path.includes(`${idOf(url)}-part-`));
  const document = (bytes: number) =>
    Buffer.concat([pdf(), randomBytes(bytes - 7), Buffer.from('\n%%EOF\n')]);

  it('goes on where it stands, and is a file under its own id when the last byte has come', async () => {
    const content = document(2_500_000);
    const url = await begin(citizen, content.length, {
      'upload-metadata': `filename ${Buffer.from('Surat RT.pdf').toString('base64')},filetype aGFwdXM=`,
    });
    expect(url).toMatch(/^\/files\/[0-9a-f-]{36}$/);
    const first = await send(citizen, url, 0, content.subarray(0, 1_000_001));
    expect([first.status, first.headers['upload-offset'], first.body]).toEqual([204, '1000001', null]);
    expect(await standsAt(citizen, url)).toBe('1000001');
    expect(await send(citizen, url, 1_000_000, content.subarray(1_000_000))).toMatchObject({
      status: 409,
      body: { code: 'WRONG_OFFSET' },
    });
    const last = await send(citizen, url, 1_000_001, content.subarray(1_000_001));
    expect(last).toMatchObject({
      status: 200,
      body: {
        id: idOf(url),
        kind: 'DOCUMENT',
        fileName: 'Surat RT.pdf',
        sizeBytes: content.length,
        place: null,
      },
    });
    expect(await standsAt(citizen, url)).toBe(String(content.length));
    expect((await http.download(citizen, url)).content.equals(content)).toBe(true);
  });

  it('answers as the protocol says, and allows no other origin anything', async () => {
    const options = await http.tus(citizen, 'OPTIONS', '/files');
    expect(options.headers).toMatchObject({
      'tus-resumable': '1.0.0',
      'tus-version': '1.0.0',
      'tus-extension': 'creation,creation-with-upload,termination,expiration',
      'tus-max-size': String(50 * 1024 * 1024),
    });
    const begun = await http.tus(citizen, 'POST', '/files', {
      'upload-length': '10',
      origin: 'https://lain.contoh',
    });
    expect(new Date(begun.headers['upload-expires'] as string)).toEqual(
      new Date(harness.clock.now().getTime() + 24 * 3_600_000),
    );
    for (const { headers } of [options, begun])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('offers no part of the protocol that it does not do', async () => {
    const { headers } = await http.tus(citizen, 'OPTIONS', '/files');
    const offered = String(headers['tus-extension']).split(',');
    for (const [extension, asks] of [
      ['creation-defer-length', { 'upload-defer-length': '1' }],
      ['concatenation', { 'upload-concat': 'partial', 'upload-length': '10' }],
      ['concatenation', { 'upload-concat': 'final;/files/a /files/b' }],
    ] as const) {
      expect(offered).not.toContain(extension);
      expect(await http.tus(citizen, 'POST', '/files', asks), extension).toMatchObject({
        status: 501,
        body: { code: 'BAD_USER_INPUT' },
      });
    }
    expect(offered).not.toContain('checksum');
  });

  it('keeps parts sealed, and none of them afterwards', async () => {
    const content = pdf('/Author(KANARI-BAGIAN)');
    const url = await begin(citizen, content.length, {
      'upload-metadata': `filename ${Buffer.from('KANARI-NAMA.pdf').toString('base64')}`,
    });
    await send(citizen, url, 0, content.subarray(0, -1));
    expect(partsOnDisk(url)).toHaveLength(1);
    expect(partsOnDisk(url)[0]!.content.includes('KANARI')).toBe(false);
    const row = await harness.row(
      'select sealed::text, upload::text as whole from upload where id = $1',
      idOf(url),
    );
    expect(JSON.stringify(row)).not.toContain('KANARI');
    expect(JSON.stringify(row)).not.toContain(Buffer.from('KANARI').toString('hex'));
    await send(citizen, url, content.length - 1, content.subarray(-1));
    expect(partsOnDisk(url)).toEqual([]);
    expect(
      await harness.row('select count(*)::int as n from upload_part where upload_id = $1', idOf(url)),
    ).toEqual({ n: 0 });
    expect(await harness.row('select sealed from upload where id = $1', idOf(url))).toEqual({ sealed: null });
  });

  it('is its owner’s in each request, and looks like nothing to everybody else', async () => {
    const key = randomUUID();
    const mine = { 'submission-key': key };
    const content = await photo();
    const url = await begin(actor.public, content.length, mine);
    const unknown = `/files/${randomUUID()}`;
    for (const [viewer, headers] of [
      [actor.public, { 'submission-key': randomUUID() }],
      [citizen, {}],
      [actor.nationalAdmin(), {}],
    ] as const) {
      for (const method of ['HEAD', 'DELETE'] as const) {
        const [foreign, absent] = [
          await http.tus(viewer, method, url, headers),
          await http.tus(viewer, method, unknown, headers),
        ];
        expect([foreign.status, foreign.body]).toEqual([404, absent.body]);
      }
      expect((await send(viewer, url, 0, content, headers)).status).toBe(404);
    }
    for (const method of ['HEAD', 'DELETE', 'PATCH'] as const)
      expect((await http.tus(actor.public, method, url, { 'upload-offset': '0' })).status).toBe(401);
    // Signed in by now, with the same key: still the same device.
    expect((await send(citizen, url, 0, content, mine)).status).toBe(200);
  });

  it('is whole only when the file is kept: what fails on the way is sent again', async () => {
    const content = await photo();
    const url = await begin(citizen, content.length);
    await send(citizen, url, 0, content.subarray(0, 100));
    const { files } = harness.deps;
    const put = files.put;
    files.put = async () => {
      throw new Error('penyimpanan penuh');
    };
    expect((await send(citizen, url, 100, content.subarray(100))).status).toBe(500);
    files.put = put;
    expect(await standsAt(citizen, url)).toBe('100');
    expect((await send(citizen, url, 100, content.subarray(100))).status).toBe(200);
  });

  it('is over when the file is refused, without a trace', async () => {
    const content = Buffer.concat([Buffer.from('bukan apa-apa'), Buffer.alloc(1_000)]);
    const url = await begin(citizen, content.length);
    await send(citizen, url, 0, content.subarray(0, 500));
    expect(await send(citizen, url, 500, content.subarray(500))).toMatchObject({
      status: 415,
      body: { code: 'UNSUPPORTED_TYPE' },
    });
    expect((await http.tus(citizen, 'HEAD', url)).status).toBe(404);
    expect(partsOnDisk(url)).toEqual([]);
    expect(await harness.row('select count(*)::int as n from upload where id = $1', idOf(url))).toEqual({
      n: 0,
    });
  });

  it('refuses by the first part what can never be taken', async () => {
    const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(5_000)]);
    for (const [beginning, size, status, code] of [
      [padded(Buffer.from('GIF89a')), 5_000_000, 415, 'UNSUPPORTED_TYPE'],
      [padded(await photo()), 11 * 1024 * 1024, 413, 'TOO_LARGE'],
      [padded(sample('voice.mp3')), 21 * 1024 * 1024, 413, 'TOO_LARGE'],
    ] as const) {
      const url = await begin(citizen, size);
      expect(await send(citizen, url, 0, beginning)).toMatchObject({ status, body: { code } });
      expect((await http.tus(citizen, 'HEAD', url)).status).toBe(404);
    }
    const long = await begin(citizen, 49 * 1024 * 1024);
    expect((await send(citizen, long, 0, padded(sample('clip.mp4')))).status).toBe(204);
  });

  it.each([
    ['without the protocol', { 'tus-resumable': '', 'upload-length': '5' }, 412, 'NOT_TUS'],
    ['of another version', { 'tus-resumable': '2.0.0', 'upload-length': '5' }, 400, 'BAD_USER_INPUT'],
    ['without a length', {}, 400, 'BAD_USER_INPUT'],
    ['of a length to come', { 'upload-defer-length': '1' }, 501, 'BAD_USER_INPUT'],
    ['of no length', { 'upload-length': '0' }, 415, 'UNSUPPORTED_TYPE'],
    ['of a negative length', { 'upload-length': '-1' }, 400, 'BAD_USER_INPUT'],
    ['of half a byte', { 'upload-length': '1.5' }, 400, 'BAD_USER_INPUT'],
    ['of 51 MB', { 'upload-length': String(51 * 1024 * 1024) }, 413, 'TOO_LARGE'],
    ['beyond all numbers', { 'upload-length': '9'.repeat(400) }, 413, 'TOO_LARGE'],
    [
      'with metadata that are none',
      { 'upload-length': '5', 'upload-metadata': 'a b c' },
      400,
      'BAD_USER_INPUT',
    ],
  ])('does not begin %s', async (_what, headers, status, code) => {
    expect(await http.tus(citizen, 'POST', '/files', headers)).toMatchObject({ status, body: { code } });
  });

  it('takes not a byte more than was said, and no other method by a header', async () => {
    const url = await begin(citizen, 10);
    expect((await send(citizen, url, 0, Buffer.alloc(11))).status).toBe(413);
    expect(
      (await http.tus(citizen, 'PATCH', `${url}%2f..%2f..`, { 'upload-offset': '0' }, Buffer.alloc(1)))
        .status,
    ).toBe(404);
    const overridden = await http.tus(citizen, 'POST', '/files', {
      'x-http-method-override': 'DELETE',
      'upload-length': '10',
    });
    expect(overridden.status).toBe(201);
    expect(await standsAt(citizen, url)).toBe('0');
  });

  it('ends after a day, and its parts go', async () => {
    const url = await begin(citizen, 2_000);
    await send(citizen, url, 0, Buffer.alloc(1_000));
    harness.clock.advance(24 * 3_600_000 - 1);
    expect(await standsAt(citizen, url)).toBe('1000');
    expect(await removeStaleUploads(harness.deps)).toBeGreaterThanOrEqual(0);
    expect(partsOnDisk(url)).toHaveLength(1);
    harness.clock.advance(2);
    expect((await http.tus(citizen, 'HEAD', url)).status).toBe(404);
    await removeStaleUploads(harness.deps);
    expect(partsOnDisk(url)).toEqual([]);
    expect(await harness.row('select count(*)::int as n from upload where id = $1', idOf(url))).toEqual({
      n: 0,
    });
  });

  it('is dropped when its owner says so; a file that came whole is not, and hangs on its report', async () => {
    const url = await begin(citizen, 2_000);
    await send(citizen, url, 0, Buffer.alloc(1_000));
    expect((await http.tus(citizen, 'DELETE', url)).status).toBe(204);
    expect((await http.tus(citizen, 'HEAD', url)).status).toBe(404);
    expect(partsOnDisk(url)).toEqual([]);

    const { body } = await http.upload(citizen, await photo());
    const { number } = await file(harness, citizen, { attachmentIds: [body.id] });
    expect((await http.tus(citizen, 'DELETE', `/files/${body.id}`)).status).toBe(400);
    const { report } = await harness.ask(citizen, `{ report(number: "${number}") { attachments { id } } }`);
    expect(report.attachments).toEqual([{ id: body.id }]);
  });

  it('is no account’s any more when that is deleted', async () => {
    const leaving = actor.citizen('pergi');
    const url = await begin(leaving, 2_000);
    await send(leaving, url, 0, Buffer.alloc(1_000));
    await harness.service.receiveEvents('identity', [
      {
        id: 1,
        stream: 'pergi',
        type: 'account.deleted',
        occurredAt: harness.clock.now().toISOString(),
        payload: { accountId: 'pergi', at: harness.clock.now().toISOString() },
      },
    ]);
    expect((await http.tus(leaving, 'HEAD', url)).status).toBe(404);
  });

  it('becomes one file when two replicas are sent its last part at once', async () => {
    const replica = await startHttp(harness);
    try {
      for (let round = 0; round < 10; round++) {
        const content = await photo();
        const url = await begin(citizen, content.length);
        await send(citizen, url, 0, content.subarray(0, 50));
        const statuses = (
          await Promise.all(
            [http, replica].map((over) => send(citizen, url, 50, content.subarray(50), {}, over)),
          )
        ).map(({ status }) => status);
        expect(statuses.toSorted()).toEqual([200, 409]);
        expect(
          await harness.row('select count(*)::int as n from attachment where id = $1', idOf(url)),
        ).toEqual({ n: 1 });
        expect((await http.download(citizen, url)).status).toBe(200);
        expect(await standsAt(citizen, url)).toBe(String(content.length));
        expect(partsOnDisk(url)).toEqual([]);
      }
    } finally {
      await replica[Symbol.asyncDispose]();
    }
  });

  it('lets a source begin thirty large files in ten minutes', async () => {
    const busy = { ...citizen, source: 'sumber-besar' };
    const ask = () => http.tus(busy, 'POST', '/files', { 'upload-length': String(11 * 1024 * 1024) });
    for (let count = 0; count < 30; count++) expect((await ask()).status).toBe(201);
    expect(await ask()).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    expect((await http.upload(busy, await photo())).status).toBe(201);
  });

  describe('over a connection that breaks', () => {
    it('keeps what has come', async () => {
      const address = await http.listen(citizen);
      const content = document(3_000_000);
      const url = await begin(citizen, content.length);
      await new Promise<void>((resolve) => {
        const request = httpRequest(address + url, {
          method: 'PATCH',
          headers: {
            'tus-resumable': '1.0.0',
            'upload-offset': '0',
            'content-type': 'application/offset+octet-stream',
            'content-length': content.length,
          },
        });
        request.on('error', () => resolve());
        request.write(content.subarray(0, 2_000_000), () => request.destroy(new Error('putus')));
      });
      const arrived = await vi.waitUntil(async () => Number(await standsAt(citizen, url)) || undefined);
      expect(arrived).toBeGreaterThan(0);
      expect(arrived).toBeLessThanOrEqual(2_000_000);
      // The client that the applications use takes it up from there.
      const done = await new Promise<{ status: number; body: string }>((resolve, reject) => {
        new Upload(content, {
          endpoint: `${address}/files`,
          uploadUrl: address + url,
          chunkSize: 400_000,
          retryDelays: null,
          onError: reject,
          onSuccess: ({ lastResponse }) =>
            resolve({ status: lastResponse.getStatus(), body: lastResponse.getBody() }),
        }).start();
      });
      expect(done.status).toBe(200);
      expect(JSON.parse(done.body)).toMatchObject({ id: idOf(url), sizeBytes: content.length });
      expect((await http.download(citizen, url)).content.equals(content)).toBe(true);
    });
  });
});
