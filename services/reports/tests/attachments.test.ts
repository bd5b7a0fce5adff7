import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { filesOnDisk, pdf, photo, pngBomb, sample, startHttp, type Http } from './files.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, must, REPORTER, reportIn } from './situations.ts';

const unit = actor.officer('LIAISON_OFFICER', LEAD);
const citizen = actor.citizen(REPORTER);
const text = 'Alasan yang cukup panjang.';

describe('attachments', () => {
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
  const upload = async (viewer: Viewer, content: Buffer, options = {}) => {
    const { status, body } = await http.upload(viewer, content, options);
    expect(status, JSON.stringify(body)).toBe(201);
    return body as { id: string; thumbnailUrl: string | null; fileName: string };
  };
  const attachments = async (viewer: Viewer, number: string) =>
    (
      await harness.ask(
        viewer,
        `{ report(number: "${number}") { attachments { id fileName url thumbnailUrl } history { kind attachments { id fileName url } } } }`,
      )
    ).report;

  describe('taking a file', () => {
    it.each(['jpeg', 'png', 'webp'] as const)(
      'encodes a %s anew, without a word of what was in it',
      async (format) => {
        const { id, ...body } = await upload(citizen, await photo('KANARI-EXIF', format));
        expect(body).toMatchObject({ fileName: 'foto.jpg', mediaType: 'image/jpeg', width: 64, height: 48 });
        for (const path of [`/files/${id}`, `/files/${id}/thumbnail`]) {
          const { content, headers } = await http.download(citizen, path);
          const { exif, xmp, iptc, icc, format: kind } = await sharp(content).metadata();
          expect({ exif, xmp, iptc, icc, kind }).toEqual({ kind: 'jpeg' });
          expect(content.includes('KANARI-EXIF')).toBe(false);
          expect(headers).toMatchObject({
            'content-type': 'image/jpeg',
            'x-content-type-options': 'nosniff',
            'content-security-policy': "default-src 'none'; sandbox",
          });
        }
      },
    );

    it('keeps every file sealed on disk, the untouched original too', async () => {
      const original = await photo('KANARI-ASLI');
      const { id } = await upload(citizen, original);
      const { id: document } = await upload(citizen, pdf('/Author(KANARI-BERKAS)'), { fileName: 'a.pdf' });
      const files = filesOnDisk(harness.filesDirectory);
      expect(files.filter(({ path }) => path.includes(id))).toHaveLength(3);
      expect(files.filter(({ path }) => path.includes(document))).toHaveLength(1);
      for (const { content } of files) {
        expect(content.includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
        expect(content.includes('%PDF')).toBe(false);
        expect(content.includes('KANARI')).toBe(false);
      }
      const { key } = await harness.row('select original_key as key from attachment where id = $1', id);
      expect((await harness.deps.files.get(key)).equals(original)).toBe(true);
    });

    it('removes what hangs on a picture: markup, archives, a second file', async () => {
      for (const tail of [
        '<script>alert(1)</script>KANARI-EKOR',
        'PK\x03\x04KANARI-EKOR',
        '%PDF-1.4 KANARI-EKOR',
      ]) {
        const { id } = await upload(citizen, Buffer.concat([await photo(), Buffer.from(tail)]));
        expect((await http.download(citizen, `/files/${id}`)).content.includes('KANARI-EKOR')).toBe(false);
      }
    });

    it.each([
      [
        'SVG',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        415,
        'UNSUPPORTED_TYPE',
      ],
      ['HTML named .jpg', Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'UNSUPPORTED_TYPE'],
      [
        'GIF',
        Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff;', 'latin1'),
        415,
        'UNSUPPORTED_TYPE',
      ],
      ['nothing', Buffer.alloc(0), 415, 'UNSUPPORTED_TYPE'],
      ['JPEG magic alone', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 422, 'UNREADABLE'],
      ['a PNG of 400 million pixels', pngBomb(20_000), 422, 'TOO_MANY_PIXELS'],
      ['a PNG of a few pixels too many', pngBomb(7_100), 422, 'TOO_MANY_PIXELS'],
      ['a PDF with a script', pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), 422, 'ACTIVE_CONTENT'],
      [
        'a PDF with a hidden script',
        pdf('/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>'),
        422,
        'ACTIVE_CONTENT',
      ],
      ['a PDF that opens another one', pdf('/OpenAction<</S/GoToR/F(x)>>'), 422, 'ACTIVE_CONTENT'],
      ['a PDF that starts a program', pdf('/OpenAction<</S/Launch/F(cmd.exe)>>'), 422, 'ACTIVE_CONTENT'],
      [
        'a PDF with a file in it',
        pdf('/Names<</EmbeddedFiles<</Names[(x) 9 0 R]>>>>'),
        422,
        'ACTIVE_CONTENT',
      ],
    ])('refuses %s', async (_what, content, status, code) => {
      const before = filesOnDisk(harness.filesDirectory).length;
      expect(await http.upload(citizen, content)).toMatchObject({ status, body: { code } });
      expect(filesOnDisk(harness.filesDirectory)).toHaveLength(before);
    });

    it('refuses a cut picture and a photo of 11 MB', async () => {
      const whole = await sharp({
        create: {
          width: 400,
          height: 400,
          channels: 3,
          background: '#123',
          noise: { type: 'gaussian', mean: 128, sigma: 40 },
        },
      })
        .jpeg()
        .toBuffer();
      expect(await http.upload(citizen, whole.subarray(0, whole.length / 2))).toMatchObject({
        status: 422,
        body: { code: 'UNREADABLE' },
      });
      const large = Buffer.concat([await photo(), Buffer.alloc(11 * 1024 * 1024)]);
      expect(await http.upload(citizen, large)).toMatchObject({ status: 413, body: { code: 'TOO_LARGE' } });
    });

    it('takes exactly 10 MB', async () => {
      const small = await photo();
      const full = Buffer.concat([small, Buffer.alloc(10 * 1024 * 1024 - small.length)]);
      expect((await http.upload(citizen, full)).status).toBe(201);
    });

    it('needs somebody whose it is', async () => {
      for (const key of ['', 'bukan-uuid', "' or 1=1 --"])
        expect(await http.upload(actor.public, await photo(), { key })).toMatchObject({
          status: 401,
          body: { code: 'NO_OWNER' },
        });
      expect((await http.upload(actor.public, await photo(), { key: randomUUID() })).status).toBe(201);
    });

    it('makes no path of a name', async () => {
      for (const fileName of [
        '../../../etc/passwd.pdf',
        '..\\..\\boot.pdf',
        'a/../../b.pdf',
        '.pdf',
        '%2e%2e%2fx.pdf',
        'naïve "quoted";.pdf',
      ]) {
        const { id, fileName: kept } = await upload(citizen, pdf(), { fileName });
        expect(kept).toMatch(/^[\p{L}\p{N} _-]+\.pdf$/u);
        const { headers, status } = await http.download(citizen, `/files/${id}`);
        expect(status).toBe(200);
        expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+\.pdf$/);
      }
      expect(
        filesOnDisk(harness.filesDirectory).every(({ path }) =>
          /\/[0-9a-f]{2}\/[0-9a-f-]{36}(-original|-thumbnail)?$/.test(path),
        ),
      ).toBe(true);
    });

    describe('with a scanner', () => {
      afterEach(() => {
        harness.deps.scanner = null;
        vi.restoreAllMocks();
      });
      const scanStateOf = async (id: string) =>
        (await harness.row('select scan_state as state from attachment where id = $1', id)).state;

      it('keeps what it finds clean, and looks at the bytes as they came', async () => {
        const seen: Buffer[] = [];
        harness.deps.scanner = {
          scan: async (content) => {
            seen.push(content);
            return 'CLEAN';
          },
        };
        const original = await photo();
        const { id } = await upload(citizen, original);
        expect(await scanStateOf(id)).toBe('CLEAN');
        expect(seen[0]!.equals(original)).toBe(true);
      });

      it('refuses what it finds harmful, without a trace and without a name in the log', async () => {
        harness.deps.scanner = { scan: async () => ({ found: 'Uji.Eicar' }) };
        const warn = vi.spyOn(harness.deps.logger, 'warn');
        const before = filesOnDisk(harness.filesDirectory).length;
        expect(await http.upload(citizen, pdf(), { fileName: 'KANARI.pdf' })).toMatchObject({
          status: 422,
          body: { code: 'INFECTED' },
        });
        expect(filesOnDisk(harness.filesDirectory)).toHaveLength(before);
        expect(warn.mock.calls).toEqual([[{ found: 'Uji.Eicar' }, 'A file is infected and was refused']]);
      });

      it('that is down stops nobody: the file is kept as not scanned', async () => {
        harness.deps.scanner = {
          scan: async () => {
            throw new Error('The scanner cannot be reached');
          },
        };
        const { id } = await upload(citizen, pdf(), { fileName: 'a.pdf' });
        expect(await scanStateOf(id)).toBe('NOT_SCANNED');
      });
    });

    it('tells a busy source to wait', async () => {
      const busy = { ...actor.public, source: 'sumber-sibuk' };
      const send = async () => http.upload(busy, Buffer.from('bukan gambar'), { key: randomUUID() });
      for (let sent = 0; sent < 150; sent++) expect((await send()).status).toBe(415);
      const refused = await send();
      expect(refused).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    });
  });

  describe('giving a file', () => {
    it('shows a waiting upload to its owner only', async () => {
      const key = randomUUID();
      const { id } = await upload(actor.public, await photo(), { key });
      expect((await http.download(actor.public, `/files/${id}`, key)).status).toBe(200);
      for (const [viewer, other] of [
        [actor.public, ''],
        [actor.public, randomUUID()],
        [citizen, ''],
        [actor.nationalAdmin(), ''],
      ] as const)
        expect((await http.download(viewer, `/files/${id}`, other)).status).toBe(404);
    });

    it('answers alike for what is not there, not the viewer’s, and no id at all', async () => {
      const { id } = await upload(citizen, await photo());
      const answers = await Promise.all(
        [id, randomUUID(), 'x', '..%2f..%2fetc%2fpasswd', `${id}%00`].map((name) =>
          http.download(actor.public, `/files/${name}`),
        ),
      );
      expect(new Set(answers.map(({ status, content }) => `${status} ${content.toString()}`)).size).toBe(1);
      expect(answers[0]!.status).toBe(404);
    });

    it('signs an address for one file and an hour or two', async () => {
      const [mine, other] = [
        await upload(citizen, await photo()),
        await upload(actor.citizen('lain'), await photo()),
      ];
      const report = await file(harness, citizen, { attachmentIds: [mine.id] });
      const [{ url }] = (await attachments(citizen, report.number)).attachments;
      const open = async (path: string) => (await http.download(actor.public, path)).status;
      expect(await open(url)).toBe(200);
      const signature = url.split('?')[1];
      expect(await open(`/files/${other.id}?${signature}`)).toBe(404);
      expect(await open(`/files/${mine.id}?s=`)).toBe(404);
      expect(await open(`/files/${mine.id}?${signature}&${signature}`)).toBe(404);
      expect(await open(url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A'))).toBe(404);
      harness.clock.advance(3_600_000);
      expect(await open(url)).toBe(200);
      harness.clock.advance(3_600_000);
      expect(await open(url)).toBe(404);
    });

    it('gives the photos of a published report to everyone, its documents to the parties', async () => {
      const [picture, document] = [
        await upload(citizen, await photo()),
        await upload(citizen, pdf(), { fileName: 'bukti.pdf' }),
      ];
      const { id, number } = await file(harness, citizen, { attachmentIds: [picture.id, document.id] });
      const status = async (viewer: Viewer, of: string) =>
        (await http.download(viewer, `/files/${of}`)).status;
      expect([await status(actor.public, picture.id), await status(unit, picture.id)]).toEqual([404, 404]);
      await dispose(harness, id);
      expect([await status(actor.public, picture.id), await status(actor.public, document.id)]).toEqual([
        200, 404,
      ]);
      for (const viewer of [unit, citizen, actor.withGrant(id), actor.nationalAdmin()])
        expect(await status(viewer, document.id)).toBe(200);
      for (const viewer of [
        actor.officer('FIELD_OFFICER', LEAD),
        actor.officer('ANALYST', 'kemenpanrb'),
        actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'),
      ])
        expect(await status(viewer, document.id)).toBe(404);
      const seen = (await attachments(actor.public, number)).attachments;
      expect(seen.map((attachment: { id: string }) => attachment.id)).toEqual([picture.id]);
      await must(harness, unit, 'flagReport', { reportId: id, confidential: true, reason: text });
      expect(await status(actor.public, picture.id)).toBe(404);
    });

    it.each([
      ['clip.mp4', 'VIDEO', 'video/mp4', 2],
      ['clip.mov', 'VIDEO', 'video/quicktime', 2],
      ['clip.webm', 'VIDEO', 'video/webm', 2],
      ['recorded.webm', 'VIDEO', 'video/webm', null],
      ['voice.m4a', 'AUDIO', 'audio/mp4', 3],
      ['voice.mp3', 'AUDIO', 'audio/mpeg', 3],
      ['voice.ogg', 'AUDIO', 'audio/ogg', 2],
      ['voice.wav', 'AUDIO', 'audio/wav', 1],
    ])(
      'keeps %s sealed, never publishes it, and gives it to the parties to save',
      async (name, kind, mediaType, seconds) => {
        const content = sample(name);
        const uploaded = await upload(citizen, content, { fileName: `Rekaman Bu Siti.${name}` });
        expect(uploaded).toMatchObject({ kind, mediaType, thumbnailUrl: null });
        const { id, number } = await file(harness, citizen, { attachmentIds: [uploaded.id] });
        await dispose(harness, id);
        const path = `/files/${uploaded.id}`;
        expect((await http.download(actor.public, path)).status).toBe(404);
        expect((await attachments(actor.public, number)).attachments).toEqual([]);
        const given = await http.download(unit, path);
        expect(given.content.equals(content)).toBe(true);
        expect(given.headers).toMatchObject({
          'content-type': mediaType,
          'content-disposition': expect.stringMatching(/^attachment; /),
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
        });
        const kept = filesOnDisk(harness.filesDirectory).filter((on) => on.path.includes(uploaded.id));
        expect(kept).toHaveLength(1);
        expect(kept[0]!.content.includes(content.subarray(4, 40))).toBe(false);
        const { report } = await harness.ask(
          unit,
          `{ report(number: "${number}") { attachments { kind mediaType seconds scanState } } }`,
        );
        expect(report.attachments).toEqual([{ kind, mediaType, seconds, scanState: 'NOT_SCANNED' }]);
        expect(
          await harness.row(
            `select count(*)::int as n from audit where action = 'DOCUMENT_READ' and facts->>'attachmentId' = $1`,
            uploaded.id,
          ),
        ).toEqual({ n: 1 });
      },
    );

    it('tells officers alone that nobody scanned a file', async () => {
      const { id: picture } = await upload(citizen, await photo());
      const { id, number } = await file(harness, citizen, { attachmentIds: [picture] });
      await dispose(harness, id);
      const scanStates = async (viewer: Viewer) =>
        (
          await harness.ask(viewer, `{ report(number: "${number}") { attachments { scanState } } }`)
        ).report.attachments.map(({ scanState }: { scanState: string | null }) => scanState);
      for (const viewer of [unit, actor.nationalAdmin()])
        expect(await scanStates(viewer)).toEqual(['NOT_SCANNED']);
      for (const viewer of [
        citizen,
        actor.withGrant(id),
        actor.public,
        actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'),
      ])
        expect(await scanStates(viewer)).toEqual([null]);
    });

    it('keeps no name that an anonymous reporter gave to a file', async () => {
      const ids = [];
      for (const [content, fileName] of [
        [pdf(), 'KANARI surat.pdf'],
        [sample('clip.mov'), 'KANARI video.mov'],
        [sample('voice.mp3'), 'KANARI suara.mp3'],
      ] as const)
        ids.push((await upload(citizen, content, { fileName })).id);
      const { number } = await file(harness, citizen, { attachmentIds: ids, isAnonymous: true });
      const seen = (await attachments(citizen, number)).attachments;
      expect(seen.map(({ fileName }: { fileName: string }) => fileName).toSorted()).toEqual([
        'berkas.pdf',
        'suara.mp3',
        'video.mov',
      ]);
    });

    it('tells whoever sends a photo where it was taken, and nobody else ever', async () => {
      const { body } = await http.upload(citizen, await photo());
      expect(body.place.latitude).toBeCloseTo(-55 / 60, 6);
      expect(body.place.longitude).toBeCloseTo(100.35, 6);
      const { number } = await file(harness, citizen, { attachmentIds: [body.id] });
      const { report } = await harness.ask(citizen, `{ report(number: "${number}") { point { latitude } } }`);
      expect(report.point).toBeNull();
      const row = await harness.row(
        'select to_jsonb(a)::text as row from attachment a where id = $1',
        body.id,
      );
      expect(row.row).not.toMatch(/100[.,]35|0[.,]916/);
    });

    it('gives a document of an anonymous reporter to the national desk and the reporter, not to the agency', async () => {
      const { id: document } = await upload(citizen, pdf('/Author(Fulan)'), { fileName: 'bukti.pdf' });
      const { id, number } = await file(harness, citizen, { attachmentIds: [document], isAnonymous: true });
      await dispose(harness, id);
      const status = async (viewer: Viewer) => (await http.download(viewer, `/files/${document}`)).status;
      expect([await status(unit), await status(actor.nationalAdmin()), await status(citizen)]).toEqual([
        404, 200, 200,
      ]);
      expect((await attachments(unit, number)).attachments).toEqual([]);
      const { id: proof } = await upload(unit, pdf(), { fileName: 'berita-acara.pdf' });
      await must(harness, unit, 'answerReport', {
        reportId: id,
        kind: 'RESULT',
        text,
        attachmentIds: [proof],
      });
      expect([await status(unit), (await http.download(unit, `/files/${proof}`)).status]).toEqual([404, 200]);
    });

    it('keeps a photo of the conversation between the parties', async () => {
      const { id, number } = await reportIn(harness, 'IN_PROGRESS', 'open');
      const { id: shown } = await upload(unit, await photo());
      await must(harness, unit, 'answerReport', {
        reportId: id,
        kind: 'RESULT',
        text,
        attachmentIds: [shown],
      });
      const { id: told } = await upload(citizen, await photo());
      await must(harness, citizen, 'replyToReport', { reportId: id, text, attachmentIds: [told] });
      const listed = (await attachments(actor.public, number)).history.flatMap(
        (entry: any) => entry.attachments,
      );
      expect(listed.map((attachment: { id: string }) => attachment.id)).toEqual([shown]);
      expect((await http.download(actor.public, `/files/${shown}`)).status).toBe(200);
      expect((await http.download(actor.public, `/files/${told}`)).status).toBe(404);
      for (const viewer of [unit, citizen])
        expect((await http.download(viewer, `/files/${told}`)).status).toBe(200);
    });

    it('says nothing of a file that was changed on disk', async () => {
      const { id } = await upload(citizen, await photo());
      await expect(harness.deps.files.get(`${id.slice(-2)}/${id}-tidak-ada`)).rejects.toThrow();
      const sealed = filesOnDisk(harness.filesDirectory).find(({ path }) => path.endsWith(id))!;
      const { id: other } = await upload(citizen, await photo());
      const { writeFileSync } = await import('node:fs');
      writeFileSync(
        filesOnDisk(harness.filesDirectory).find(({ path }) => path.endsWith(other))!.path,
        sealed.content,
      );
      expect((await http.download(citizen, `/files/${other}`)).status).toBe(500);
    });
  });

  describe('attaching', () => {
    it('passes over what somebody else uploaded, what is attached already, and what is not there', async () => {
      const foreign = await upload(actor.citizen('lain'), await photo());
      const own = await upload(citizen, await photo());
      const first = await file(harness, citizen, { attachmentIds: [own.id, foreign.id, randomUUID()] });
      const ids = async (number: string) =>
        (await attachments(citizen, number)).attachments.map((attachment: { id: string }) => attachment.id);
      expect(await ids(first.number)).toEqual([own.id]);
      const second = await file(harness, citizen, { attachmentIds: [own.id] });
      expect(await ids(second.number)).toEqual([]);
      expect(await ids(first.number)).toEqual([own.id]);
    });

    it('lets a reporter without account reply with a photo, after opening by code', async () => {
      const { id } = await file(harness);
      await dispose(harness, id);
      const grant = actor.withGrant(id);
      const { id: picture } = await upload(grant, await photo());
      await must(harness, grant, 'replyToReport', { reportId: id, text, attachmentIds: [picture] });
      expect((await http.download(grant, `/files/${picture}`)).status).toBe(200);
      expect(await harness.row('select report_id from attachment where id = $1', picture)).toEqual({
        report_id: id,
      });
    });
  });
});
