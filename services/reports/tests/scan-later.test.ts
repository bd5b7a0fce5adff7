import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { scanWaitingFiles } from '../src/modules/attachment/index.ts';
import { pdf, photo, startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD, REPORTER } from './situations.ts';

const unit = actor.officer('LIAISON_OFFICER', LEAD);
const desk = actor.nationalAdmin();
const citizen = actor.citizen(REPORTER);
const HOUR = 3_600_000;

describe('files that were kept while no scanner answered', () => {
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
  afterEach(async () => {
    harness.deps.scanner = null;
    vi.restoreAllMocks();
    await harness.test.database.query('forget', `update attachment set scan_state = 'CLEAN'`);
  });
  /** A moment apart, so that ids tell who came first. */
  const upload = async (content: Buffer, fileName: string) => {
    harness.clock.advance(1);
    return (await http.upload(citizen, content, { fileName })).body.id as string;
  };
  const stateOf = async (id: string) =>
    (await harness.row('select scan_state as state from attachment where id = $1', id)).state;
  const withFiles = async () => {
    const [picture, letter] = [
      await upload(await photo(), 'foto.jpg'),
      await upload(pdf('/Author(KANARI-BERKAS)'), 'KANARI surat.pdf'),
    ] as const;
    const { id, number } = await file(harness, citizen, { attachmentIds: [picture, letter] });
    await dispose(harness, id);
    return { id, number, picture, letter };
  };
  const filesOf = async (viewer: Viewer, number: string) =>
    (
      await harness.ask(
        viewer,
        `{ report(number: "${number}") { attachments { id url thumbnailUrl scanState isSealedAway } } }`,
      )
    ).report.attachments as {
      id: string;
      url: string;
      thumbnailUrl: string | null;
      scanState: string | null;
      isSealedAway: boolean;
    }[];

  it('wait as long as there is none', async () => {
    const { letter } = await withFiles();
    expect(await scanWaitingFiles(harness.deps)).toBe(0);
    expect(await stateOf(letter)).toBe('NOT_SCANNED');
  });

  it('are looked into as they came, each once, and are then clean', async () => {
    const original = await photo('KANARI-ASLI');
    const picture = await upload(original, 'foto.jpg');
    const seen: Buffer[] = [];
    harness.deps.scanner = { scan: async (content) => (seen.push(content), 'CLEAN') };
    expect(await scanWaitingFiles(harness.deps)).toBe(1);
    expect(seen).toHaveLength(1);
    expect(seen[0]!.equals(original)).toBe(true);
    expect(await stateOf(picture)).toBe('CLEAN');
    expect(await scanWaitingFiles(harness.deps)).toBe(0);
  });

  it('are shared by replicas: no file is looked into twice', async () => {
    const ids = [];
    for (let count = 0; count < 12; count++) ids.push(await upload(pdf(`/Title(${count})`), 'a.pdf'));
    const seen: string[] = [];
    harness.deps.scanner = { scan: async (content) => (seen.push(content.toString()), 'CLEAN') };
    const judged = await Promise.all(Array.from({ length: 4 }, () => scanWaitingFiles(harness.deps)));
    expect(judged.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    expect(new Set(seen).size).toBe(ids.length);
    expect(seen).toHaveLength(ids.length);
  });

  describe('and are infected', () => {
    const infected = async () => {
      const found = await withFiles();
      harness.deps.scanner = { scan: async () => ({ found: 'Uji.Eicar' }) };
      const warn = vi.spyOn(harness.deps.logger, 'warn');
      expect(await scanWaitingFiles(harness.deps)).toBe(2);
      return { ...found, said: JSON.stringify(warn.mock.calls) };
    };

    it('are opened by nobody any more, by no address that was signed before', async () => {
      const before = await withFiles();
      const signed = await filesOf(unit, before.number);
      for (const { url } of signed) expect((await http.download(actor.public, url)).status).toBe(200);
      harness.deps.scanner = { scan: async () => ({ found: 'Uji.Eicar' }) };
      await scanWaitingFiles(harness.deps);
      for (const viewer of [citizen, unit, desk])
        for (const { url, thumbnailUrl } of signed)
          for (const path of [url, url.split('?')[0]!, ...(thumbnailUrl ? [thumbnailUrl] : [])]) {
            const { status, content } = await http.download(viewer, path);
            expect({ path, status, code: JSON.parse(content.toString()).code }).toEqual({
              path,
              status: 410,
              code: 'INFECTED',
            });
          }
      // Who might not open it before learns nothing now.
      expect((await http.download(actor.public, `/files/${before.letter}`)).status).toBe(404);
    });

    it('are told of to reporter and officers, and vanish for the public', async () => {
      const { number, picture, letter } = await infected();
      for (const [viewer, scanState] of [
        [citizen, null],
        [unit, 'INFECTED'],
        [desk, 'INFECTED'],
      ] as const) {
        const shown = await filesOf(viewer, number);
        expect(shown.map(({ id }) => id).toSorted()).toEqual([picture, letter].toSorted());
        for (const one of shown)
          expect(one).toMatchObject({ isSealedAway: true, scanState, thumbnailUrl: null });
      }
      expect(await filesOf(actor.public, number)).toEqual([]);
    });

    it('stand in the audit of their report, and in the log without a name', async () => {
      const { id, letter, picture, said } = await infected();
      expect(
        await harness.test.database.query(
          'audit',
          `select actor_kind, facts->>'attachmentId' as file, units from audit where action = 'FILE_SEALED_AWAY' and report_id = $1 order by at, file`,
          [id],
        ),
      ).toEqual(
        [picture, letter]
          .toSorted()
          .map((attachmentId) => ({ actor_kind: 'SYSTEM', file: attachmentId, units: [LEAD] })),
      );
      expect(said).not.toContain('KANARI');
      expect(said).not.toContain(id);
    });

    it('are not redacted: nobody opens them for that either', async () => {
      const { id, picture } = await infected();
      expect(
        await change(harness, desk, 'redactPhoto', {
          reportId: id,
          attachmentId: picture,
          areas: [{ x: 0, y: 0, width: 0.5, height: 0.5 }],
          reason: 'Wajah seorang anak terlihat.',
          rule: 'PERSONAL_DATA',
        }),
      ).toMatchObject({ __typename: 'InvalidInput', fields: [{ code: 'NOT_FOUND' }] });
    });
  });

  it('that the scanner does not answer to wait behind the others for an hour', async () => {
    const [faulty, good] = [await upload(pdf('/Title(rusak)'), 'a.pdf'), await upload(pdf(), 'b.pdf')];
    harness.deps.scanner = {
      scan: async (content) => {
        if (content.includes('rusak')) throw new Error('The scanner does not answer in time');
        return 'CLEAN';
      },
    };
    expect(await scanWaitingFiles(harness.deps)).toBe(0);
    expect(await scanWaitingFiles(harness.deps)).toBe(1);
    expect([await stateOf(faulty), await stateOf(good)]).toEqual(['NOT_SCANNED', 'CLEAN']);
    harness.deps.scanner = { scan: async () => 'CLEAN' };
    expect(await scanWaitingFiles(harness.deps)).toBe(0);
    harness.clock.advance(HOUR + 1);
    expect(await scanWaitingFiles(harness.deps)).toBe(1);
    expect(await stateOf(faulty)).toBe('CLEAN');
  });

  it('that cannot be read hold up none of the others', async () => {
    const [lost, good] = [await upload(pdf(), 'a.pdf'), await upload(pdf(), 'b.pdf')];
    const { key } = await harness.row('select storage_key as key from attachment where id = $1', lost);
    await harness.deps.files.remove(key);
    harness.deps.scanner = { scan: async () => 'CLEAN' };
    await scanWaitingFiles(harness.deps);
    expect([await stateOf(lost), await stateOf(good)]).toEqual(['NOT_SCANNED', 'CLEAN']);
  });
});
