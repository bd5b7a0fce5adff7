import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRetention } from '../src/modules/retention/index.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, must, REPORTER } from './situations.ts';

const DAY = 86_400_000;
const TEXT = 'Alasan yang cukup panjang.';
const email = 'kanari.hapus@contoh.test';

/** Other services have words of reporters, too: they hear of every way in which who reported is erased. */
describe('that who reported was erased', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness[Symbol.asyncDispose]());

  const told = async (): Promise<object[]> =>
    (
      await harness.test.database.pool.query(
        `select e.payload, d.subscriber from event e left join event_delivery d on d.event_id = e.id
           and d.subscriber = 'sla'
         where e.type = 'report.identity-erased' order by e.id`,
      )
    ).rows;
  const filed = () => file(harness, actor.citizen(REPORTER), { reporter: { email } });
  async function completed() {
    const report = await filed();
    await dispose(harness, report.id);
    await answer(harness, report.id, 'RESULT');
    await must(harness, actor.withGrant(report.id), 'confirmReport', { reportId: report.id });
    return report;
  }
  async function withdrawn() {
    const report = await filed();
    await must(harness, actor.withGrant(report.id), 'withdrawReport', { reportId: report.id });
    return report;
  }
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };
  const erase = (id: string) =>
    harness.ask(
      actor.withGrant(id),
      `mutation ($input: EraseOwnDataInput!) { eraseOwnData(input: $input) { ... on OwnDataErased { isErased } } }`,
      { input: { reportId: id } },
    );
  const now = () => harness.clock.now().toISOString();

  it('is told when a reporter asks for it, at once of a report that has ended', async () => {
    const { id } = await completed();
    await erase(id);
    expect(await told()).toEqual([{ payload: { reportId: id, at: now() }, subscriber: 'sla' }]);
    // A door keeps the code of the report, and who sent it.
    expect(
      await harness.row(`select count(*)::int as count from event_delivery where subscriber = 'channels'
        and event_id in (select id from event where type = 'report.identity-erased')`),
    ).toEqual({ count: 1 });
  });

  it('is told of a running report when it has ended for good', async () => {
    const { id } = await filed();
    await erase(id);
    expect(await told()).toEqual([]);
    await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
    harness.clock.advance(15 * DAY);
    while ((await harness.service.settle()) > 0);
    expect((await told()).map((row: any) => row.payload.reportId)).toEqual([id]);
  });

  it.each([
    [
      'disputed',
      completed,
      (id: string) => must(harness, actor.withGrant(id), 'disputeReport', { reportId: id, text: TEXT }),
    ],
    [
      'badly rated',
      completed,
      (id: string) => must(harness, actor.withGrant(id), 'rateReport', { reportId: id, score: 1 }),
    ],
    [
      'appealed',
      withdrawn,
      (id: string) => must(harness, actor.withGrant(id), 'appealArchive', { reportId: id, text: TEXT }),
    ],
  ])(
    'is told again of a report that was %s afterwards, when it has ended anew for good',
    async (_what, begin, reopen) => {
      const { id } = await begin();
      await erase(id);
      harness.clock.advance(DAY);
      await reopen(id);
      harness.clock.advance(30 * DAY);
      await settle();
      expect(await told()).toHaveLength(1);
      await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
      harness.clock.advance(15 * DAY);
      await settle();
      expect(await told()).toHaveLength(2);
    },
  );

  it('is told again fourteen days after the end and when nothing is kept any longer, for whoever has the code may write until then', async () => {
    const { id } = await completed();
    await erase(id);
    harness.clock.advance(15 * DAY);
    await settle();
    expect(await told()).toHaveLength(2);
    harness.clock.advance(2 * 366 * DAY);
    await applyRetention(harness.deps);
    await applyRetention(harness.deps);
    expect(await told()).toHaveLength(3);
  });

  it('is told again of a running report whose account was deleted with all by which it reached anybody', async () => {
    const { id } = await file(harness, actor.citizen(REPORTER));
    await harness.service.receiveEvents('accounts', [
      {
        id: 1,
        stream: REPORTER,
        type: 'account.deleted',
        occurredAt: now(),
        payload: { accountId: REPORTER, at: now() },
      },
    ]);
    expect(await told()).toHaveLength(1);
    await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
    harness.clock.advance(15 * DAY);
    await settle();
    expect(await told()).toHaveLength(2);
  });

  it('is told anew of one that was kept no longer and runs again, because its master was the wrong one', async () => {
    const desk = actor.nationalAdmin();
    const [{ id }, master] = [await filed(), await filed()];
    await dispose(harness, master.id);
    await must(harness, desk, 'markDuplicate', { reportId: id, masterNumber: master.number, reason: TEXT });
    harness.clock.advance(2 * 366 * DAY);
    await applyRetention(harness.deps);
    await must(harness, desk, 'unmarkDuplicate', { reportId: id, reason: TEXT });
    await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
    harness.clock.advance(2 * 366 * DAY);
    await applyRetention(harness.deps);
    expect((await told()).filter((row: any) => row.payload.reportId === id)).toHaveLength(2);
  });

  it('is told when it is kept no longer', async () => {
    const { id } = await completed();
    harness.clock.advance(2 * 366 * DAY);
    await applyRetention(harness.deps);
    expect((await told()).map((row: any) => row.payload)).toEqual([{ reportId: id, at: now() }]);
  });

  it('is told of an anonymous report as well, once: of it nothing is sealed here, but its reporter may have written elsewhere', async () => {
    const { id } = await file(harness, actor.public, { isAnonymous: true });
    await must(harness, actor.withGrant(id), 'withdrawReport', { reportId: id });
    expect(await harness.row('select has_identity from report r where id = $1', id)).toEqual({
      has_identity: false,
    });
    harness.clock.advance(364 * DAY);
    await applyRetention(harness.deps);
    expect(await told()).toEqual([]);
    harness.clock.advance(2 * DAY);
    await applyRetention(harness.deps);
    const then = now();
    harness.clock.advance(DAY);
    expect(await applyRetention(harness.deps)).toBe(0);
    expect(await told()).toEqual([{ payload: { reportId: id, at: then }, subscriber: 'sla' }]);
  });
});
