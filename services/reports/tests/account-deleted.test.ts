import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyedHash } from '@lapor/sealing';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { hitsIn } from './canaries.ts';
import { pdf, startHttp, type Http } from './files.ts';
import { actor, change, file, startHarness, submission, type Harness } from './harness.ts';
import { answer, dispose, must } from './situations.ts';

const DAY = 86_400_000;
const text = 'Alasan yang cukup panjang.';
const desk = actor.nationalAdmin();

describe('an account that was deleted', () => {
  let harness: Harness;
  let http: Http;
  let eventId = 0;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  const remove = async (accountId: string) => {
    const { failed } = await harness.service.receiveEvents('identity', [
      {
        id: ++eventId,
        stream: accountId,
        type: 'account.deleted',
        occurredAt: harness.clock.now().toISOString(),
        payload: { accountId, at: harness.clock.now().toISOString() },
      },
    ]);
    expect(failed).toEqual([]);
  };
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };
  /** A report with everything that a reporter leaves behind. */
  async function filed(accountId: string, label: string, overrides: Record<string, unknown> = {}) {
    const viewer = actor.citizen(accountId);
    const upload = await http.upload(viewer, pdf(), { fileName: `Kanari ${label}.pdf` });
    const report = await file(harness, viewer, {
      reporter: {
        name: `Kanari Nama ${label}`,
        phone: '081299991234',
        email: `kanari.${label.toLowerCase()}@contoh.test`,
        showNamePublicly: true,
      },
      attachmentIds: [upload.body.id],
      ...overrides,
    });
    await dispose(harness, report.id);
    return report;
  }
  const end = async (id: string, viewer: Viewer) => {
    await answer(harness, id, 'RESULT');
    await must(harness, viewer, 'confirmReport', { reportId: id, text });
  };
  const reveal = async (id: string) =>
    (
      await harness.ask(
        desk,
        `mutation { revealIdentity(input: { reportId: "${id}", reason: "${text}" }) { __typename ... on IdentityRevealed { name email } ... on UserError { code } } }`,
      )
    ).revealIdentity;
  const label = async (number: string) =>
    (await harness.ask(actor.public, `{ report(number: "${number}") { reporterLabel } }`)).report
      .reporterLabel;

  /** Everything by which a row could still be told to be this account's. */
  const traces = (accountId: string, ids: readonly string[]) =>
    [
      accountId,
      ...['account', 'uploader'].flatMap((purpose) =>
        [accountId, `account:${accountId}`].map((value) =>
          keyedHash(harness.deps.lookupSecret, purpose, value).toString('hex'),
        ),
      ),
      ...ids.map((id) => id && ''),
    ].filter(Boolean);
  const dump = async () => {
    const { rows: tables } = await harness.test.database.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'reports' and table_type = 'BASE TABLE' and table_name <> 'category'`,
    );
    const rows: string[] = [];
    for (const { name } of tables)
      rows.push(
        ...(await harness.test.database.pool.query(`select t::text as row from "${name}" t`)).rows.map(
          ({ row }) => `${name} ${row}`,
        ),
      );
    return rows;
  };

  it('leaves no trace in any row, and of ended reports nothing that was sealed', async () => {
    const accountId = 'akun-kanari-hapus';
    const viewer = actor.citizen(accountId);
    const ended = await filed(accountId, 'Selesai');
    await end(ended.id, viewer);
    const archived = await file(harness, viewer, {
      reporter: { name: 'Kanari Nama Arsip', phone: '081299991234' },
    });
    await must(harness, viewer, 'withdrawReport', { reportId: archived.id });
    const other = await filed('akun-lain', 'Lain');
    // Something to find beforehand, so that finding nothing afterwards means something.
    expect((await dump()).flatMap((row) => hitsIn(row, traces(accountId, [])))).not.toEqual([]);
    expect(await label(ended.number)).toBe('Kanari Nama Selesai');

    await remove(accountId);
    expect((await dump()).flatMap((row) => hitsIn(row, traces(accountId, [])))).toEqual([]);
    for (const { id } of [ended, archived]) {
      expect(
        await harness.row('select count(*)::int as sealed from sealed_identity where report_id = $1', id),
      ).toEqual({
        sealed: 0,
      });
      expect(await reveal(id)).toEqual({ __typename: 'TransitionRefused', code: 'NO_IDENTITY' });
      expect(await harness.service.contactOfReporter(id)).toBeNull();
      expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
    }
    expect(await label(ended.number)).toBe(`Pelapor ${ended.number.slice(-4)}`);
    const { myReports } = await harness.ask(viewer, `{ myReports { edges { node { id } } } }`);
    expect(myReports.edges).toEqual([]);
    expect(await change(harness, viewer, 'rateReport', { reportId: ended.id, score: 5 })).toMatchObject({
      code: 'NOT_FOUND',
    });
    // Another account's reports are as they were.
    expect(await reveal(other.id)).toMatchObject({ name: 'Kanari Nama Lain' });
    expect(await label(other.number)).toBe('Kanari Nama Lain');
    expect(
      await harness.row(
        `select array_agg(action order by id) as noted, bool_and(actor_id is null) as nobody from audit where report_id = $1 and actor_kind = 'SYSTEM'`,
        ended.id,
      ),
    ).toEqual({ noted: ['ACCOUNT_UNLINKED', 'IDENTITY_ERASED'], nobody: true });
  });

  it('lets a running report reach its reporter until it has ended for fourteen days', async () => {
    const accountId = 'akun-berjalan';
    const { id, number } = await filed(accountId, 'Berjalan');
    await remove(accountId);
    expect(await label(number)).toBe(`Pelapor ${number.slice(-4)}`);
    expect(await harness.service.contactOfReporter(id)).toEqual({
      email: 'kanari.berjalan@contoh.test',
      phone: '+6281299991234',
      accountId: null,
    });
    expect(await reveal(id)).toMatchObject({ name: 'Kanari Nama Berjalan' });
    await answer(harness, id, 'RESULT');
    await must(harness, desk, 'closeReport', { reportId: id, reason: text });
    harness.clock.advance(14 * DAY);
    await settle();
    expect(await reveal(id)).toMatchObject({ name: 'Kanari Nama Berjalan' });
    harness.clock.advance(1);
    await settle();
    expect(await reveal(id)).toEqual({ __typename: 'TransitionRefused', code: 'NO_IDENTITY' });
    expect(await harness.service.contactOfReporter(id)).toBeNull();
  });

  it('erases at once what would reach nobody any more, and waits again when a report is opened again', async () => {
    const accountId = 'akun-tanpa-kontak';
    const bare = await file(harness, actor.citizen(accountId));
    const opened = await filed(accountId, 'Dibuka');
    await end(opened.id, actor.citizen(accountId));
    const running = await filed(accountId, 'Jalan');
    await remove(accountId);
    const flags = (id: string) =>
      harness.row('select has_identity as known, erase_identity as later from report where id = $1', id);
    // Nothing is kept of them, and what a code's holder still writes goes when they have ended for good.
    expect(await flags(bare.id)).toEqual({ known: false, later: true });
    expect(await flags(opened.id)).toEqual({ known: false, later: true });
    expect(await flags(running.id)).toEqual({ known: true, later: true });
    await answer(harness, running.id, 'RESULT');
    await must(harness, desk, 'closeReport', { reportId: running.id, reason: text });
    harness.clock.advance(13 * DAY);
    // Nobody is the account any more, but a device that knows the code would be the reporter still.
    await must(harness, actor.withGrant(running.id), 'disputeReport', { reportId: running.id, text });
    harness.clock.advance(30 * DAY);
    await settle();
    expect(await flags(running.id)).toEqual({ known: true, later: true });
  });

  it('keeps the codes of reports that were filed without it', async () => {
    const { number, accessCode, id } = await file(harness, actor.public, {
      reporter: { name: 'Kanari Kode' },
    });
    await remove('akun-tanpa-laporan');
    const { openReport } = await harness.ask(
      actor.public,
      `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename } }`,
      { input: { number, accessCode } },
    );
    expect(openReport.__typename).toBe('ReportOpened');
    expect(await reveal(id)).toMatchObject({ name: 'Kanari Kode' });
  });

  it('keeps no hash by which somebody who reads the report could try names', async () => {
    const body = submission({ reporter: { name: 'Kanari Tebak' } });
    const { id } = await file(harness, actor.public, body);
    const stored = await harness.row('select submission_body_hash as hash from report where id = $1', id);
    const retried = await file(harness, actor.public, body);
    expect(retried.id).toBe(id);
    const { createHash } = await import('node:crypto');
    expect(stored.hash).not.toEqual(
      createHash('sha256')
        .update(JSON.stringify([body, null]))
        .digest(),
    );
  });
});
