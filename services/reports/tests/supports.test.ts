import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { forgetAttempts } from '../src/jobs/forget-attempts.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { dispose, must } from './situations.ts';

const desk = actor.nationalAdmin();
const reason = 'Lubang yang sama di depan pasar.';
const who = (name: string): Viewer => actor.citizen(`pendukung-${name}`);
const network = (source: string): Viewer => ({ ...actor.public, source });

describe('a support that is taken back', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const published = async () => {
    const report = await file(harness, actor.citizen('akun-lain-sekali'));
    await dispose(harness, report.id);
    return report;
  };
  const say = (viewer: Viewer, reportId: string, requestKey?: string) =>
    change(harness, viewer, 'supportReport', { reportId, ...(requestKey ? { requestKey } : {}) });
  const takeBack = (viewer: Viewer, reportId: string, requestKey?: string) =>
    change(harness, viewer, 'withdrawSupport', { reportId, ...(requestKey ? { requestKey } : {}) });
  const seen = async ({ number }: { number: string }, viewer: Viewer) =>
    (
      await harness.ask(
        viewer,
        'query ($number: String!) { report(number: $number) { supportCount viewerHasSupported } }',
        { number },
      )
    ).report;
  const countOf = async (id: string) =>
    (await harness.row<{ support_count: number }>('select support_count from report where id = $1', id))
      .support_count;

  it('counts no more, for an account and for a network, and can be given again', async () => {
    const report = await published();
    for (const viewer of [who('a'), network('jaringan')]) {
      await say(viewer, report.id);
      expect(await seen(report, viewer)).toEqual({ supportCount: 1, viewerHasSupported: true });
      expect(await takeBack(viewer, report.id)).toMatchObject({ __typename: 'ReportChanged' });
      expect(await seen(report, viewer)).toEqual({ supportCount: 0, viewerHasSupported: false });
      await say(viewer, report.id);
      expect(await seen(report, viewer)).toEqual({ supportCount: 1, viewerHasSupported: true });
      await takeBack(viewer, report.id);
    }
  });

  it('leaves those of others, and is nothing where nothing was said', async () => {
    const report = await published();
    await say(who('a'), report.id);
    expect(await takeBack(who('b'), report.id)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await takeBack(actor.public, report.id)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await countOf(report.id)).toBe(1);
  });

  it('is made once for each key, also when the support was given again meanwhile', async () => {
    const report = await published();
    const [giving, taking] = [randomUUID(), randomUUID()];
    await say(who('a'), report.id, giving);
    await takeBack(who('a'), report.id, taking);
    await say(who('a'), report.id, giving);
    expect(await seen(report, who('a'))).toMatchObject({ viewerHasSupported: false });
    await say(who('a'), report.id);
    await takeBack(who('a'), report.id, taking);
    expect(await seen(report, who('a'))).toEqual({ supportCount: 1, viewerHasSupported: true });
    // Another's key is another key.
    await say(who('b'), report.id);
    await takeBack(who('b'), report.id, taking);
    expect(await countOf(report.id)).toBe(1);
  });

  it('is noted like the support itself, without a name, and only when something changed', async () => {
    const report = await published();
    await say(who('a'), report.id);
    await takeBack(who('a'), report.id);
    await takeBack(who('a'), report.id);
    const { rows } = await harness.deps.database.pool.query(
      `select action, actor_kind, actor_id, facts from audit where report_id = $1 and action like 'SUPPORT%' order by at, action`,
      [report.id],
    );
    expect(rows.map(({ action }) => action).toSorted()).toEqual(['SUPPORTED', 'SUPPORT_WITHDRAWN']);
    for (const { actor_kind, actor_id, facts } of rows) {
      expect([actor_kind, actor_id]).toEqual(['CITIZEN', null]);
      expect(facts).toEqual({ number: report.number });
    }
  });

  it('counts right, however many speak and take back at the same time', async () => {
    const report = await published();
    const people = ['a', 'b', 'c', 'd'].map(who);
    await Promise.all(people.map((viewer) => say(viewer, report.id)));
    await Promise.all(
      [...people, ...people, ...people].flatMap((viewer) => [
        takeBack(viewer, report.id),
        say(viewer, report.id),
        takeBack(viewer, report.id),
      ]),
    );
    const { rows } = await harness.deps.database.pool.query(
      'select count(*)::int as count from support where report_id = $1',
      [report.id],
    );
    expect(await countOf(report.id)).toBe(rows[0].count);
    await Promise.all([...people, ...people].map((viewer) => takeBack(viewer, report.id)));
    expect(await countOf(report.id)).toBe(0);
  });

  it('of a matter of several reports counts for the master once a person, in whatever order all is said', async () => {
    const step = fc.record({
      person: fc.constantFrom('a', 'b'),
      report: fc.integer({ min: 0, max: 2 }),
      says: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 3 }), { maxLength: 6 }), async (rounds) => {
        const reports = [await published(), await published(), await published()];
        const [master, ...others] = reports;
        for (const { id } of others)
          await must(harness, desk, 'markDuplicate', { reportId: id, masterNumber: master!.number, reason });
        // What is in one round arrives at the same time.
        for (const round of rounds)
          await Promise.all(
            round.map(({ person, report, says }) =>
              (says ? say : takeBack)(who(person), reports[report]!.id),
            ),
          );
        const now = await Promise.all(
          reports.flatMap((report) => ['a', 'b'].map((person) => seen(report, who(person)))),
        );
        const said = (report: number, person: number) =>
          now[report * 2 + person].viewerHasSupported as boolean;
        const people = [0, 1].filter((person) => [0, 1, 2].some((report) => said(report, person)));
        expect(await countOf(master!.id)).toBe(people.length);
        for (const index of [1, 2])
          expect(await countOf(reports[index]!.id)).toBe(
            [0, 1].filter((person) => said(index, person)).length,
          );
        // Whoever takes back everything leaves nothing behind.
        for (const { id } of reports) for (const person of ['a', 'b']) await takeBack(who(person), id);
        for (const { id } of reports) expect(await countOf(id)).toBe(0);
      }),
      { numRuns: 8 },
    );
  });

  it('counts right when the duplicate has left its master', async () => {
    const [master, duplicate] = [await published(), await published()];
    await must(harness, desk, 'markDuplicate', {
      reportId: duplicate.id,
      masterNumber: master.number,
      reason,
    });
    for (const { id } of [duplicate, master]) await say(who('a'), id);
    expect([await countOf(master.id), await countOf(duplicate.id)]).toEqual([1, 1]);
    await must(harness, desk, 'unmarkDuplicate', { reportId: duplicate.id, reason });
    expect([await countOf(master.id), await countOf(duplicate.id)]).toEqual([1, 1]);
    await takeBack(who('a'), master.id);
    expect([await countOf(master.id), await countOf(duplicate.id)]).toEqual([0, 1]);
    await takeBack(who('a'), duplicate.id);
    expect([await countOf(master.id), await countOf(duplicate.id)]).toEqual([0, 0]);
  });

  it('is forgotten as a key after a day', async () => {
    const report = await published();
    await takeBack(who('a'), report.id, randomUUID());
    const keys = async () =>
      Number((await harness.row('select count(*) as count from support_request')).count);
    await forgetAttempts(harness.deps);
    expect(await keys()).toBeGreaterThan(0);
    harness.clock.advance(25 * 3_600_000);
    await forgetAttempts(harness.deps);
    expect(await keys()).toBe(0);
  });

  it('is not found where it could not be given', async () => {
    const hidden = await file(harness, actor.citizen('akun-lain-sekali'));
    expect(await takeBack(who('a'), hidden.id)).toMatchObject({ __typename: 'NotFound' });
    expect(await takeBack(who('a'), randomUUID())).toMatchObject({ __typename: 'NotFound' });
  });
});
