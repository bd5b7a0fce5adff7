import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, REPORTER } from './situations.ts';

const desk = actor.nationalAdmin();
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const reporter = actor.citizen(REPORTER);
const other = actor.citizen('akun-pelapor-lain');
const reason = 'Lubang yang sama di depan pasar.';

describe('a duplicate', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  type Made = Awaited<ReturnType<typeof file>>;
  const mark = (report: Made, master: Made, viewer = desk) =>
    change(harness, viewer, 'markDuplicate', { reportId: report.id, masterNumber: master.number, reason });
  const row = (report: Made) =>
    harness.row(
      'select state, master_id, archive_code, closing_code, support_count, waits_for, lead_organisation_id as lead from report where id = $1',
      report.id,
    );
  const told = async (report: Made, template: string) =>
    (await harness.events('notification.requested'))
      .filter(({ payload }) => payload.recipient.reportId === report.id && payload.template === template)
      .map(({ payload }) => payload.facts);
  const filed = (viewer = other, overrides: Record<string, unknown> = {}) => file(harness, viewer, overrides);
  const disposed = async (viewer = other, overrides: Record<string, unknown> = {}) => {
    const report = await filed(viewer, overrides);
    await dispose(harness, report.id);
    return report;
  };
  const seen = async (report: Made, viewer = actor.public) =>
    (
      await harness.ask(
        viewer,
        'query ($number: String!) { report(number: $number) { number supportCount master { number } duplicates { number title } } }',
        { number: report.number },
      )
    ).report;
  const settle = () => harness.service.settle!();

  it('that nobody handles yet is archived, hears of the master’s answers, and may be appealed', async () => {
    const master = await disposed(reporter);
    const duplicate = await filed();
    expect(await mark(duplicate, master)).toMatchObject({ report: { state: 'ARCHIVED' } });
    expect(await row(duplicate)).toMatchObject({ archive_code: 'DUPLICATE', master_id: master.id });
    expect(await told(duplicate, 'report-linked')).toEqual([
      expect.objectContaining({ number: duplicate.number, reasonCode: 'DUPLICATE' }),
    ]);

    await answer(harness, master.id, 'PLAN');
    await settle();
    await settle();
    expect(await told(duplicate, 'master-answered')).toEqual([
      {
        number: duplicate.number,
        kind: 'PLANNED',
        organisationName: 'Dinas PUPR Kota Padang',
        masterNumber: master.number,
      },
    ]);
    await answer(harness, master.id, 'RESULT');
    await must(harness, reporter, 'confirmReport', { reportId: master.id });
    await settle();
    expect(await told(duplicate, 'master-ended')).toHaveLength(1);
    expect(await row(duplicate)).toMatchObject({ state: 'ARCHIVED' });

    await must(harness, other, 'appealArchive', { reportId: duplicate.id, text: reason });
    expect(await row(duplicate)).toMatchObject({ state: 'SUBMITTED', master_id: null });
    expect(await verifyHistory(harness.test.database, harness.deps.chain, duplicate.id)).toBeNull();
  });

  it('that is handled keeps its handlers, and is completed with the master', async () => {
    const master = await disposed(reporter);
    const duplicate = await disposed();
    expect(await mark(duplicate, master)).toMatchObject({
      report: { state: 'DISPOSED', handler: { id: LEAD } },
    });
    await must(harness, unit, 'answerReport', {
      reportId: duplicate.id,
      kind: 'PLAN',
      text: reason,
      promisedOn: '2026-12-15',
    });
    await answer(harness, master.id, 'RESULT');
    await must(harness, desk, 'closeReport', { reportId: master.id, reason });
    await settle();
    expect(await row(duplicate)).toMatchObject({
      state: 'COMPLETED',
      closing_code: 'WITH_MASTER',
      waits_for: 'NOBODY',
    });
    expect(await told(duplicate, 'report-completed')).toHaveLength(1);
    // Its reporter is not content: from then on it is a report of its own.
    await must(harness, other, 'disputeReport', { reportId: duplicate.id, text: reason });
    expect(await row(duplicate)).toMatchObject({ state: 'IN_PROGRESS', master_id: null, lead: LEAD });
  });

  it('is let go when nobody handles the master any more, and then waits for somebody', async () => {
    const master = await filed(reporter);
    const [waiting, handled] = [await filed(), await disposed()];
    await mark(waiting, master);
    await mark(handled, master);
    await must(harness, reporter, 'withdrawReport', { reportId: master.id });
    await settle();
    expect(await row(waiting)).toMatchObject({ state: 'SUBMITTED', master_id: null, archive_code: null });
    expect(await row(handled)).toMatchObject({ state: 'DISPOSED', master_id: null });
    const { rows } = await harness.test.database.pool.query(
      `select kind, reason_code, actor_kind from history where report_id = $1 order by sequence desc limit 1`,
      [waiting.id],
    );
    expect(rows).toEqual([{ kind: 'UNMARKED_DUPLICATE', reason_code: 'MASTER_ENDED', actor_kind: 'SYSTEM' }]);
  });

  it('is parted by the desk, too', async () => {
    const master = await disposed(reporter);
    const duplicate = await filed();
    const mayPart = async (viewer: Viewer) =>
      (await harness.ask(viewer, `{ report(number: "${duplicate.number}") { viewerCanUnmarkDuplicate } }`))
        .report?.viewerCanUnmarkDuplicate ?? null;
    expect(await mayPart(desk)).toBe(false);
    await mark(duplicate, master);
    expect([await mayPart(desk), await mayPart(reporter)]).toEqual([true, null]);
    const unmark = () => change(harness, desk, 'unmarkDuplicate', { reportId: duplicate.id, reason });
    expect(await unmark()).toMatchObject({ report: { state: 'SUBMITTED' } });
    expect(await unmark()).toMatchObject({ __typename: 'TransitionRefused', code: 'NOT_A_DUPLICATE' });
    expect(
      await harness.row('select desk_organisation_id, waits_for from report where id = $1', duplicate.id),
    ).toEqual({
      desk_organisation_id: null,
      waits_for: 'VERIFIER',
    });
  });

  it('has no duplicates of its own: they follow the master it got', async () => {
    const [first, second, third] = [await disposed(), await disposed(), await filed()];
    await mark(third, second);
    await mark(second, first);
    expect(await row(third)).toMatchObject({ master_id: first.id, state: 'ARCHIVED' });
    expect(await row(second)).toMatchObject({ master_id: first.id });
    const refused = async (report: Made, master: Made) => (await mark(report, master)).fields?.[0];
    const fault = (code: string) => ({ path: 'input.masterNumber', code });
    expect(await refused(first, third)).toEqual(fault('IS_DUPLICATE'));
    expect(await refused(first, first)).toEqual(fault('SAME'));
    expect(await refused(second, first)).toEqual(fault('ALREADY_LINKED'));
    const gone = await filed();
    await must(harness, other, 'withdrawReport', { reportId: gone.id });
    expect(await refused(first, gone)).toEqual(fault('ENDED'));
    expect(await refused(first, { ...first, number: '00000000' })).toEqual(fault('NOT_FOUND'));
  });

  it('and its master never become each other’s, whoever is faster', async () => {
    for (let round = 0; round < 6; round++) {
      const [a, b] = [await disposed(), await disposed()];
      await Promise.all([mark(a, b), mark(b, a)]);
      const links = [(await row(a)).master_id, (await row(b)).master_id];
      expect(links.filter((id) => id !== null)).toHaveLength(1);
    }
  });

  it('and its master are both confidential, or neither is', async () => {
    const [open, secret] = [await disposed(), await disposed(other, { isConfidential: true })];
    for (const [report, master] of [
      [open, secret],
      [secret, open],
    ] as const)
      expect((await mark(report, master)).fields).toEqual([
        { path: 'input.masterNumber', code: 'PROTECTED' },
      ]);
    const alike = await disposed(other, { isConfidential: true });
    await mark(alike, secret);
    expect(await row(alike)).toMatchObject({ master_id: secret.id });

    // Protection that comes later parts them, on either side.
    const [master, duplicate] = [await disposed(), await disposed()];
    await mark(duplicate, master);
    await must(harness, desk, 'flagReport', { reportId: duplicate.id, confidential: true, reason });
    expect((await seen(master)).duplicates).toEqual([]);
    await settle();
    expect(await row(duplicate)).toMatchObject({ master_id: null, state: 'DISPOSED' });
  });

  it('is shown to whoever may read it, and nobody else', async () => {
    const master = await disposed(reporter);
    const [hidden, open] = [await filed(), await disposed()];
    await mark(hidden, master);
    await mark(open, master);
    const numbers = (report: any) => report.duplicates.map(({ number }: any) => number);
    expect(numbers(await seen(master))).toEqual([open.number]);
    expect(numbers(await seen(master, desk)).toSorted()).toEqual([hidden.number, open.number].toSorted());
    expect((await seen(open)).master).toEqual({ number: master.number });
    await must(harness, desk, 'withholdReport', { reportId: master.id, reason, rule: 'OTHER' });
    expect((await seen(open)).master).toBeNull();
  });

  it('counts its supports for the master, once per supporter from then on', async () => {
    const [master, duplicate] = [await disposed(reporter), await disposed()];
    const support = (report: Made, account: string) =>
      must(harness, actor.citizen(account), 'supportReport', { reportId: report.id });
    const counts = async () => [(await seen(master)).supportCount, (await seen(duplicate)).supportCount];
    await support(master, 'a');
    await support(duplicate, 'b');
    await mark(duplicate, master);
    expect(await counts()).toEqual([2, 1]);
    await support(duplicate, 'c');
    expect(await counts()).toEqual([3, 2]);
    // They said so already, of the same matter.
    await support(master, 'c');
    await support(duplicate, 'a');
    expect(await counts()).toEqual([3, 3]);
    await support(master, 'd');
    expect(await counts()).toEqual([4, 3]);
    await must(harness, desk, 'unmarkDuplicate', { reportId: duplicate.id, reason });
    expect(await counts()).toEqual([3, 3]);
  });
});
