import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyRetention, countRetention } from '../src/modules/retention/index.ts';
import { RETENTION } from '../src/modules/retention/rules.ts';
import { sortJunk } from '../src/modules/junk/index.ts';
import { verifyHistory } from '../src/index.ts';
import { hitsIn } from './canaries.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, must, REPORTER } from './situations.ts';

const DAY = 86_400_000;
const text = 'Alasan yang cukup panjang.';
const email = 'kanari.simpan@contoh.test';

describe('what is kept no longer', () => {
  let harness: Harness;
  // Years go by in each.
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness[Symbol.asyncDispose]());

  async function completed(overrides: Record<string, unknown> = {}) {
    const report = await file(harness, actor.citizen(REPORTER), { reporter: { email }, ...overrides });
    await dispose(harness, report.id);
    await answer(harness, report.id, 'RESULT');
    await must(harness, actor.withGrant(report.id), 'confirmReport', { reportId: report.id });
    return report;
  }
  const facts = (id: string) =>
    harness.row(
      `select title, has_identity, account_lookup is null as unlinked, (select count(*)::int from sealed_identity s where s.report_id = r.id) as sealed from report r where id = $1`,
      id,
    );
  const ledger = async () =>
    (
      await harness.test.database.pool.query(
        'select rule, rule_version::text as version, sum(count)::int as count from retention_run group by 1, 2 order by 1',
      )
    ).rows;
  const counted = async () =>
    Object.fromEntries((await countRetention(harness.deps)).map(({ rule, count }) => [rule, count]));

  it('goes by kind and end, each at its time, and the dry run says so before', async () => {
    const complaint = await completed();
    const question = await completed({ kind: 'INFORMATION_REQUEST' });
    const running = await file(harness, actor.citizen(REPORTER), { reporter: { email } });
    expect(await applyRetention(harness.deps)).toBe(0);
    harness.clock.advance(364 * DAY);
    expect(await applyRetention(harness.deps)).toBeGreaterThanOrEqual(0);
    expect(await facts(question.id)).toMatchObject({ has_identity: true, sealed: 1 });
    harness.clock.advance(2 * DAY);
    expect(await counted()).toMatchObject({ 'identity-of-others': 1, 'identity-of-complaints': 0 });
    const before = await facts(question.id);
    await countRetention(harness.deps);
    expect(await facts(question.id)).toEqual(before);
    await applyRetention(harness.deps);
    expect(await facts(question.id)).toMatchObject({ has_identity: false, unlinked: true, sealed: 0 });
    expect(await facts(complaint.id)).toMatchObject({ has_identity: true, unlinked: false, sealed: 1 });
    harness.clock.advance(365 * DAY);
    await applyRetention(harness.deps);
    expect(await facts(complaint.id)).toMatchObject({ has_identity: false, unlinked: true, sealed: 0 });
    expect(await facts(running.id)).toMatchObject({ has_identity: true, sealed: 1 });
    expect(await ledger()).toEqual(
      expect.arrayContaining([
        { rule: 'identity-of-complaints', version: '2026-01-01', count: 1 },
        { rule: 'identity-of-others', version: '2026-01-01', count: 1 },
      ]),
    );
  });

  it('leaves the report itself, its history and its code', async () => {
    const report = await completed();
    harness.clock.advance(800 * DAY);
    await applyRetention(harness.deps);
    const { openReport } = await harness.ask(
      actor.public,
      `mutation ($input: OpenReportInput!) { openReport(input: $input) { ... on ReportOpened { report { id title history { kind } } } } }`,
      { input: { number: report.number, accessCode: report.accessCode } },
    );
    expect(openReport.report).toMatchObject({ id: report.id, title: 'Jalan berlubang di depan pasar' });
    expect(openReport.report.history.length).toBeGreaterThan(3);
    expect(await verifyHistory(harness.test.database, harness.deps.chain, report.id)).toBeNull();
    expect(await harness.service.contactOfReporter(report.id)).toBeNull();
  });

  it('are the words of junk, but never of what was archived for another reason', async () => {
    const junk = await file(harness, actor.public, {
      text: 'Promosi KANARIPROMOSI yang tidak ada isinya sama sekali.',
    });
    const withdrawn = await file(harness, actor.public, { title: 'Dicabut saja' });
    await sortJunk(harness.deps);
    await must(harness, actor.nationalAdmin(), 'archiveReport', { reportId: junk.id, code: 'SPAM', text });
    await must(harness, actor.withGrant(withdrawn.id), 'withdrawReport', { reportId: withdrawn.id });
    harness.clock.advance(400 * DAY);
    await applyRetention(harness.deps);
    expect(await facts(junk.id)).toMatchObject({ title: '(dihapus)' });
    expect(await facts(withdrawn.id)).toMatchObject({ title: 'Dicabut saja' });
    const { rows } = await harness.test.database.pool.query('select r::text as row from report r');
    expect(hitsIn(rows.map(({ row }) => row).join('\n'), ['KANARIPROMOSI'])).toEqual([]);
    expect(
      await harness.row('select count(*)::int as kept from text_fingerprint where report_id = $1', junk.id),
    ).toEqual({
      kept: 0,
    });
    expect(await verifyHistory(harness.test.database, harness.deps.chain, junk.id)).toBeNull();
  });

  it('does nothing twice, and before the first version nothing at all', async () => {
    await completed();
    harness.clock.advance(800 * DAY);
    expect(await applyRetention(harness.deps, [{ from: '2999-01-01', rules: [] }])).toBe(0);
    expect(await applyRetention(harness.deps)).toBeGreaterThan(0);
    expect(await applyRetention(harness.deps)).toBe(0);
    expect(Object.values(await counted()).every((count) => count === 0)).toBe(true);
  });

  it('is done once by two who do it at the same time, also in many batches', async () => {
    for (let index = 0; index < 3; index++) await completed();
    harness.clock.advance(800 * DAY);
    const [one, two] = await Promise.all([applyRetention(harness.deps), applyRetention(harness.deps)]);
    const after = (await ledger()).reduce((sum, { count }) => sum + count, 0);
    expect(one + two).toBe(after);
    expect(one + two).toBeGreaterThanOrEqual(3);
  });

  it('is written where it cannot be taken back, with numbers and without names', async () => {
    await completed();
    harness.clock.advance(800 * DAY);
    await applyRetention(harness.deps);
    await expect(harness.deps.database.pool.query('delete from retention_run')).rejects.toThrow();
    await expect(harness.deps.database.pool.query('update retention_run set count = 0')).rejects.toThrow();
    const names = RETENTION.flatMap(({ rules }) => rules.map(({ name }) => name));
    expect((await ledger()).length).toBeGreaterThan(0);
    for (const { rule } of await ledger()) expect(names).toContain(rule);
  });
});

describe('what a reporter may have and erase', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  const EXPORT = `mutation ($input: ExportOwnDataInput!) { exportOwnData(input: $input) { __typename ... on OwnDataExported { fileName mediaType content } } }`;
  const ERASE = `mutation ($input: EraseOwnDataInput!) { eraseOwnData(input: $input) { __typename ... on OwnDataErased { isErased } } }`;
  const ask = async (viewer: Parameters<Harness['ask']>[0], reportId?: string) =>
    (await harness.ask(viewer, EXPORT, { input: { reportId } })).exportOwnData;
  const erase = async (viewer: Parameters<Harness['ask']>[0], reportId: string) =>
    (await harness.ask(viewer, ERASE, { input: { reportId } })).eraseOwnData;
  const account = actor.citizen(REPORTER);

  it('is everything of the own reports, with contacts for the account and masked for a code', async () => {
    const mine = await file(harness, account, { reporter: { name: 'Kanari Nama Ekspor', email } });
    await file(harness, actor.citizen('lain'), { reporter: { email: 'orang.lain@contoh.test' } });
    await dispose(harness, mine.id, { note: 'Catatan antarpetugas saja.' });
    const all = await ask(account);
    expect(all).toMatchObject({ __typename: 'OwnDataExported', mediaType: 'application/json' });
    const { reports } = JSON.parse(all.content);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({
      number: mine.number,
      identity: { name: 'Kanari Nama Ekspor', email },
    });
    expect(all.content).not.toContain('orang.lain');
    expect(all.content).not.toContain('antarpetugas');
    const byCode = await ask(actor.withGrant(mine.id), mine.id);
    expect(hitsIn(byCode.content, ['Kanari Nama Ekspor', email])).toEqual([]);
    expect(JSON.parse(byCode.content).reports[0].identity.name).toMatch(/^K•+or$/);
  });

  it('is logged before anything sealed is opened: no log, no data', async () => {
    const mine = await file(harness, account, { reporter: { email } });
    await ask(account, mine.id);
    expect(
      await harness.row(
        `select actor_kind, actor_id from audit where report_id = $1 and action = 'OWN_DATA_EXPORTED'`,
        mine.id,
      ),
    ).toEqual({ actor_kind: 'CITIZEN', actor_id: null });
    const { database } = harness.deps;
    const { transaction } = database;
    database.transaction = () => Promise.reject(new Error('the log cannot be written'));
    await expect(ask(account, mine.id)).rejects.toThrow();
    database.transaction = transaction;
  });

  it('is nothing for anybody else', async () => {
    const mine = await file(harness, account, { reporter: { email } });
    await dispose(harness, mine.id);
    for (const viewer of [
      actor.public,
      actor.citizen('lain'),
      actor.nationalAdmin(),
      actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr'),
    ]) {
      expect((await ask(viewer, mine.id)).__typename).toBe('NotFound');
      expect((await erase(viewer, mine.id)).__typename).toBe('NotFound');
    }
    expect((await ask(actor.public)).__typename).toBe('NotFound');
    expect((await ask(actor.nationalAdmin())).__typename).toBe('NotFound');
  });

  it('says to the reporter alone, while it waits, since when and until when', async () => {
    const { id, number } = await file(harness, account, { reporter: { email } });
    await dispose(harness, id);
    const wish = async (viewer: Parameters<Harness['ask']>[0]) =>
      (
        await harness.ask(
          viewer,
          'query ($number: String!) { report(number: $number) { erasureRequest { requestedAt erasesAfter } } }',
          { number },
        )
      ).report.erasureRequest;
    expect(await wish(account)).toBeNull();
    const requestedAt = harness.clock.now().toISOString();
    await erase(account, id);
    harness.clock.advance(DAY);
    await erase(account, id);
    for (const viewer of [account, actor.withGrant(id)])
      expect(await wish(viewer)).toEqual({ requestedAt, erasesAfter: null });
    for (const viewer of [actor.public, actor.citizen('lain'), actor.nationalAdmin()])
      expect(await wish(viewer)).toBeNull();
    await must(harness, account, 'withdrawReport', { reportId: id });
    const erasesAfter = new Date(harness.clock.now().getTime() + 14 * DAY).toISOString();
    expect(await wish(account)).toEqual({ requestedAt, erasesAfter });
    harness.clock.advance(14 * DAY - 60_000);
    await harness.service.settle();
    expect(await harness.service.contactOfReporter(id)).not.toBeNull();
    harness.clock.advance(120_000);
    await harness.service.settle();
    expect(await harness.service.contactOfReporter(id)).toBeNull();
    expect(await wish(actor.withGrant(id))).toBeNull();
  });

  it('goes at once of a report that has ended, and after the end of one that runs', async () => {
    const ended = await file(harness, account, { reporter: { email } });
    await must(harness, account, 'withdrawReport', { reportId: ended.id });
    expect(await erase(account, ended.id)).toEqual({ __typename: 'OwnDataErased', isErased: true });
    expect(await harness.service.contactOfReporter(ended.id)).toBeNull();
    const running = await file(harness, account, { reporter: { email } });
    expect(await erase(account, running.id)).toEqual({ __typename: 'OwnDataErased', isErased: false });
    expect(await harness.service.contactOfReporter(running.id)).toMatchObject({ email });
    await change(harness, account, 'withdrawReport', { reportId: running.id });
    harness.clock.advance(15 * DAY);
    await harness.service.settle();
    expect(await harness.service.contactOfReporter(running.id)).toBeNull();
    const { rows } = await harness.test.database.pool.query(
      'select account_lookup from report where id = any($1::uuid[])',
      [[ended.id, running.id]],
    );
    expect(rows).toEqual([{ account_lookup: null }, { account_lookup: null }]);
  });
});
