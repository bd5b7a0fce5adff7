import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealer } from '@lapor/sealing';
import { rotateKeys } from '../src/modules/keys/index.ts';
import { createEnvelopes, derivedSecret } from '../src/secrets.ts';
import { filesOnDisk, pdf, photo, startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { answer, must } from './situations.ts';

const SECRET = 'r'.repeat(32);
const [A, B] = ['kunci-pertama-'.padEnd(40, 'a'), 'kunci-kedua-'.padEnd(40, 'b')];
const desk = actor.nationalAdmin();

describe('changing the keys of what is sealed', () => {
  let harness: Harness;
  let http: Http;
  let reports: { id: string; number: string; file: string }[];

  beforeEach(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
    reports = [];
    for (let index = 0; index < 3; index++) {
      const key = crypto.randomUUID();
      const uploads = [
        await http.upload(actor.public, await photo(), { key }),
        await http.upload(actor.public, pdf(), { key, fileName: 'bukti.pdf' }),
      ];
      const report = await file(harness, actor.public, {
        submissionKey: key,
        reporter: { name: `Fulan ${index}`, phone: '081299998888' },
        attachmentIds: uploads.map(({ body }) => body.id),
      });
      // What the reporter wrote lies sealed beside what is shown.
      await must(
        harness,
        desk,
        'verifyReport',
        verification(report.id, {
          leadOrganisationId: 'opd-13-71-dpupr',
          redactedText: 'Tanpa data pribadi, cukup panjang.',
        }),
      );
      await answer(harness, report.id, 'ACKNOWLEDGEMENT');
      reports.push({ ...report, file: uploads[1]!.body.id });
    }
  });
  afterEach(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const lines: string[] = [];
  const rotation = (keys: string[], overrides = {}) => ({
    database: harness.test.database,
    ...createEnvelopes(SECRET, keys),
    filesDirectory: harness.filesDirectory,
    say: (line: string) => void lines.push(line),
    batchSize: 2,
    ...overrides,
  });
  /** The service of the harness as it would be with these keys. */
  const use = (keys: string[]) => {
    const { values, files } = createEnvelopes(SECRET, keys);
    const { deps } = harness;
    deps.sealer = values;
    deps.files.get = async (key) =>
      files.open(readFileSync(join(harness.filesDirectory, key)), `file:${key}`);
  };
  const everythingOpens = async () => {
    const originals = await harness.test.database.query<{ report_id: string; sealed: Buffer }>(
      'originals',
      'select report_id, sealed from sealed_original',
    );
    for (const { report_id: id, sealed } of originals)
      expect(harness.deps.sealer.open(sealed, `original:${id}`).toString()).toContain('pasar');
    for (const [index, { id, file: attachment }] of reports.entries()) {
      const { revealIdentity } = await harness.ask(
        desk,
        `mutation { revealIdentity(input: { reportId: "${id}", reason: "Perlu memastikan alamat." }) { ... on IdentityRevealed { name } } }`,
      );
      expect(revealIdentity).toEqual({ name: `Fulan ${index}` });
      const { status, content } = await http.download(desk, `/files/${attachment}`);
      expect([status, content.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    }
    expect(originals).toHaveLength(reports.length);
  };
  const marks = async () => {
    const { currentMark } = createEnvelopes(SECRET, [A]).values;
    const [row] = await harness.test.database.query<Record<string, number>>(
      'marks',
      `select count(*) filter (where substring(sealed from 1 for 9) = $1)::int as a, count(*)::int as whole
       from (select sealed from sealed_identity union all select sealed from sealed_original) s`,
      [currentMark],
    );
    return row;
  };

  it('wraps everything by the newest key, so that the old one may go', async () => {
    await everythingOpens();
    const first = await rotateKeys(rotation([A]));
    // An identity and an original each; a photo with thumbnail and original, and a document.
    expect(first).toEqual({ rewrapped: 3 * (2 + 4), left: 0 });
    expect(await marks()).toEqual({ a: 6, whole: 6 });
    use([A]);
    await everythingOpens();
    expect(await rotateKeys(rotation([B, A]))).toEqual({ rewrapped: 18, left: 0 });
    expect(await marks()).toEqual({ a: 0, whole: 6 });
    use([B]);
    await everythingOpens();
    expect(await rotateKeys(rotation([B]))).toEqual({ rewrapped: 0, left: 0 });
    // The key before opens nothing any more, nor does the service's own.
    use([A]);
    await expect(everythingOpens()).rejects.toThrow('unknown key');
    expect(lines).toEqual(
      expect.arrayContaining([
        'sealed_identity: 2 of 3',
        'sealed_identity: every value is under the newest key',
      ]),
    );
    expect(lines.join()).not.toMatch(/Fulan|kunci-/);
  });

  it('takes along an upload under way, its parts and its name', async () => {
    const content = pdf('/Author(Fulan)');
    const begun = await http.tus(desk, 'POST', '/files', {
      'upload-length': String(content.length),
      'upload-metadata': `filename ${Buffer.from('Surat RT.pdf').toString('base64')}`,
    });
    const url = begun.headers.location as string;
    await http.tus(desk, 'PATCH', url, { 'upload-offset': '0' }, content.subarray(0, 40));
    // As before, and a part and a name.
    expect(await rotateKeys(rotation([A]))).toEqual({ rewrapped: 3 * (2 + 4) + 2, left: 0 });
    use([A]);
    const last = await http.tus(desk, 'PATCH', url, { 'upload-offset': '40' }, content.subarray(40));
    expect(last).toMatchObject({ status: 200, body: { fileName: 'Surat RT.pdf' } });
  });

  it('takes in what was sealed before there were envelopes, in tables and on disk', async () => {
    const values = createSealer([derivedSecret(SECRET, 'sealing')], 'reports');
    const files = createSealer([derivedSecret(SECRET, 'files')], 'files');
    const { pool } = harness.test.database;
    for (const [table, context] of [
      ['sealed_identity', 'identity'],
      ['sealed_original', 'original'],
    ] as const) {
      const { rows } = await pool.query(`select report_id as id, sealed from ${table}`);
      for (const { id, sealed } of rows) {
        const plain = harness.deps.sealer.open(sealed, `${context}:${id}`);
        await pool.query(`update ${table} set sealed = $1 where report_id = $2`, [
          values.seal(plain, `${context}:${id}`),
          id,
        ]);
      }
    }
    for (const { path } of filesOnDisk(harness.filesDirectory)) {
      const key = relative(harness.filesDirectory, path);
      const plain = await harness.deps.files.get(key);
      writeFileSync(join(harness.filesDirectory, key), files.seal(plain, `file:${key}`));
    }
    await everythingOpens();
    expect(await rotateKeys(rotation([A]))).toEqual({ rewrapped: 18, left: 0 });
    use([A]);
    await everythingOpens();
  });

  it('goes on after it was stopped in the middle, at any place, with everything open all the while', async () => {
    await rotateKeys(rotation([A]));
    use([B, A]);
    for (const stopAt of [1, 2, 2]) {
      let left = stopAt;
      const { database } = rotation([]);
      const killed = {
        ...database,
        transaction: (work: Parameters<typeof database.transaction>[0]) =>
          left-- > 0 ? database.transaction(work) : Promise.reject(new Error('killed')),
      };
      await expect(rotateKeys(rotation([B, A], { database: killed }))).rejects.toThrow('killed');
      await everythingOpens();
    }
    // A file that was being written when the process died: the old one is still whole.
    const [some] = filesOnDisk(harness.filesDirectory);
    const { path } = some!;
    writeFileSync(`${path}.rewrapped`, 'half');
    expect((await rotateKeys(rotation([B, A]))).left).toBe(0);
    expect(readdirSync(join(path, '..')).filter((name) => name.endsWith('.rewrapped'))).toEqual([]);
    use([B]);
    await everythingOpens();
  });

  it('names what does not open, leaves it as it is, and says that old keys are still needed', async () => {
    const { pool } = harness.test.database;
    const { id } = reports[2]!;
    await pool.query(
      'update sealed_identity set sealed = (select sealed from sealed_identity where report_id = $1) where report_id = $2',
      [reports[0]!.id, id],
    );
    const before = await harness.row('select sealed from sealed_identity where report_id = $1', id);
    const { left } = await rotateKeys(rotation([A]));
    expect(left).toBe(1);
    expect(lines).toContain(`sealed_identity: the value of report ${id} does not open`);
    expect(await harness.row('select sealed from sealed_identity where report_id = $1', id)).toEqual(before);
    // A key that is missing from the list is found out the same way.
    expect((await rotateKeys(rotation([B]))).left).toBeGreaterThan(5);
  });

  it('seals under the newest key what comes while it runs', async () => {
    use([A]);
    const { id } = await file(harness, actor.public, { reporter: { name: 'Baru' } });
    expect(await marks()).toEqual({ a: 1, whole: 7 });
    await rotateKeys(rotation([A]));
    expect(await marks()).toEqual({ a: 7, whole: 7 });
    expect(
      await change(harness, desk, 'archiveReport', { reportId: id, code: 'SPAM', text: 'Bukan laporan.' }),
    ).toMatchObject({
      __typename: 'ReportChanged',
    });
  });

  it('is a command', () => {
    const run = (SEALING_KEYS: string) =>
      spawnSync(
        process.execPath,
        ['--import', '@oxc-node/core/register', join(import.meta.dirname, '../src/rotate-keys.ts')],
        {
          encoding: 'utf8',
          env: {
            PATH: process.env.PATH,
            REPORTS_DATABASE_URL: harness.test.url,
            REPORTS_SECRET: SECRET,
            FILES_DIRECTORY: harness.filesDirectory,
            SEALING_KEYS,
          },
        },
      );
    const { status, stdout, stderr } = run(`${B}, ${A}`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('sealed_identity: every value is under the newest key');
    expect(stdout).toContain('18 wrapped anew, 0 left');
    expect(run('pendek').stderr).toContain('at least 32 characters');
  }, 30_000);
});
