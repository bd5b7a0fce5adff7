import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { forgetPendingChanges } from '../src/modules/pending-change/index.ts';
import { actor } from './harness.ts';
import { tellOfficers } from './officers.ts';
import { answer, must } from './situations.ts';
import { liaison, cityAdmin, TEXT, TEN, undoing } from './undoing.ts';

describe('a change that could be taken back, when its time has come', () => {
  const stage = undoing();
  const { send, plan, undo, pending, apply, later, entries, disposed, audited } = stage;

  it('waits one at a time for an officer and a report; another officer’s waits beside it', async () => {
    const { id } = await disposed();
    const other = { ...liaison, accountId: 'petugas-lain' };
    await tellOfficers(stage.harness, [other]);
    const first = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey: first }));
    expect(
      await send(liaison, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null })),
    ).toEqual({ __typename: 'TransitionRefused', code: 'CHANGE_PENDING' });
    await send(other, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null }));
    await undo(liaison, id, first);
    stage.harness.clock.advance(1);
    expect(await send(liaison, 'answerReport', plan(id))).toMatchObject({ __typename: 'ChangePending' });
    expect(await later()).toBe(2);
    expect((await entries(id)).slice(-2)).toEqual(['ACKNOWLEDGED', 'PLANNED']);
  });

  it('is kept and made once for a request that is repeated at once', async () => {
    // Several times, for what was rehearsed and taken back must not leave two waiting for each other.
    for (let round = 0; round < 5; round++) {
      const { id } = await disposed();
      const before = await entries(id);
      const requestKey = randomUUID();
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => send(liaison, 'answerReport', plan(id, { requestKey }))),
      );
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(answers[0]).toMatchObject({ __typename: 'ChangePending', requestKey });
      expect(await later()).toBe(1);
      expect(await entries(id)).toEqual([...before, 'PLANNED']);
    }
  });

  it('is one of several that are sent at once, also while one is made', async () => {
    const { id } = await disposed();
    const sendMany = () =>
      Array.from({ length: 6 }, () =>
        send(liaison, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null })),
      );
    const first = await Promise.all(sendMany());
    expect(first.filter(({ __typename }) => __typename === 'ChangePending')).toHaveLength(1);
    expect(first.filter(({ code }) => code === 'CHANGE_PENDING')).toHaveLength(5);
    stage.harness.clock.advance(TEN);
    const second = await Promise.all([apply(), apply(), ...sendMany()]);
    expect(
      second
        .slice(2)
        .every((one: any) => one.__typename === 'ChangePending' || one.code === 'CHANGE_PENDING'),
    ).toBe(true);
    await later();
    await later();
    const made = (await entries(id)).filter((kind) => kind === 'ACKNOWLEDGED').length;
    const kept = [...first, ...(second.slice(2) as any[])].filter(
      ({ __typename }) => __typename === 'ChangePending',
    );
    expect(made).toBe(kept.length);
  });

  it('is made once by several replicas', async () => {
    const reports = [];
    for (let index = 0; index < 12; index++) reports.push(await disposed());
    await Promise.all(reports.map(({ id }) => send(liaison, 'answerReport', plan(id))));
    stage.harness.clock.advance(TEN);
    const counts = await Promise.all(Array.from({ length: 5 }, apply));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    for (const { id } of reports)
      expect((await entries(id)).filter((kind) => kind === 'PLANNED')).toEqual(['PLANNED']);
  });

  it('is not made before an earlier one of its report, which another process is making', async () => {
    const { id } = await disposed();
    const other = { ...liaison, accountId: 'petugas-lain' };
    await tellOfficers(stage.harness, [other]);
    await send(liaison, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null }));
    stage.harness.clock.advance(1);
    await send(other, 'answerReport', plan(id));
    const before = await entries(id);
    const elsewhere = await stage.harness.test.database.pool.connect();
    try {
      await elsewhere.query('begin');
      await elsewhere.query(
        `select 1 from pending_change where report_id = $1 and officer_id = $2 for update`,
        [id, liaison.accountId],
      );
      expect(await later()).toBe(0);
      expect(await entries(id)).toEqual(before);
    } finally {
      await elsewhere.query('rollback');
      elsewhere.release();
    }
    expect(await apply()).toBe(2);
    expect(await entries(id)).toEqual([...before, 'ACKNOWLEDGED', 'PLANNED']);
  });

  describe('that cannot be made at its time', () => {
    const refused = async (viewer: Viewer, requestKey: string) =>
      (await pending(viewer)).find((one: any) => one.requestKey === requestKey);

    it('is refused when the report has moved on; the answer is the officer’s draft again', async () => {
      const { id } = await disposed();
      const { sequence } = await stage.harness.row('select sequence from report where id = $1', id);
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(id, { requestKey, expectedVersion: sequence }));
      await must(stage.harness, actor.citizen('akun-pelapor'), 'replyToReport', {
        reportId: id,
        text: 'Ada korban.',
      });
      const before = await entries(id);
      await later();
      expect(await entries(id)).toEqual(before);
      expect(await refused(liaison, requestKey)).toMatchObject({
        state: 'REFUSED',
        refusalCode: 'STALE',
        text: TEXT,
        report: { id, viewerDraft: { text: TEXT } },
      });
      expect(await audited(id)).toMatchObject([
        { action: 'CHANGE_SENT' },
        {
          action: 'CHANGE_NOT_MADE',
          actor_kind: 'SYSTEM',
          actor_id: null,
          facts: { operation: 'ANSWER', code: 'STALE' },
        },
      ]);
      expect(await undo(liaison, id, requestKey)).toMatchObject({
        __typename: 'ChangeUndone',
        report: { viewerDraft: { text: TEXT } },
      });
      expect(await refused(liaison, requestKey)).toMatchObject({ state: 'UNDONE', text: null });
    });

    it('leaves a newer draft of the officer as it is', async () => {
      const { id } = await disposed();
      const { sequence } = await stage.harness.row('select sequence from report where id = $1', id);
      await send(liaison, 'answerReport', plan(id, { expectedVersion: sequence }));
      stage.harness.clock.advance(1_000);
      await stage.harness.ask(
        liaison,
        'mutation ($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { __typename } }',
        { input: { reportId: id, kind: 'PLAN', text: 'Yang lebih baru' } },
      );
      await answer(stage.harness, id, 'ACKNOWLEDGEMENT');
      await stage.harness.ask(
        liaison,
        'mutation ($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { __typename } }',
        { input: { reportId: id, kind: 'PLAN', text: 'Yang lebih baru' } },
      );
      await later();
      expect(await stage.harness.row('select text from answer_draft where report_id = $1', id)).toEqual({
        text: 'Yang lebih baru',
      });
    });

    it.each([
      ['was suspended', () => tellOfficers(stage.harness, [liaison], { isSuspended: true })],
      ['has lost the post', () => tellOfficers(stage.harness, [{ ...liaison, posts: [] }])],
      [
        'holds the post no more since a second',
        () =>
          tellOfficers(stage.harness, [liaison], {
            until: new Date(stage.harness.clock.now().getTime() + TEN - 1_000).toISOString(),
          }),
      ],
      [
        'works elsewhere now',
        () =>
          tellOfficers(stage.harness, [
            { ...liaison, posts: [{ role: 'LIAISON_OFFICER', organisationId: 'opd-13-71-dishub' }] },
          ]),
      ],
    ])(
      'is refused when the officer %s meanwhile, and the words are the officer’s still',
      async (_, change) => {
        const { id } = await disposed();
        const before = await entries(id);
        const requestKey = randomUUID();
        await send(liaison, 'answerReport', plan(id, { requestKey }));
        await change();
        await later();
        expect(await entries(id)).toEqual(before);
        expect(await refused(liaison, requestKey)).toMatchObject({
          state: 'REFUSED',
          refusalCode: 'NOT_FOUND',
          text: TEXT,
        });
      },
    );

    it('counts only the posts in which it was sent: who acted in one of two is not helped by the other', async () => {
      const both: Viewer = {
        ...liaison,
        accountId: 'dua-jabatan',
        posts: [...liaison.posts, ...cityAdmin.posts],
      };
      const inOne: Viewer = { ...both, posts: liaison.posts };
      await tellOfficers(stage.harness, [both]);
      const { id } = await disposed();
      const requestKey = randomUUID();
      await send(inOne, 'answerReport', plan(id, { requestKey }));
      await tellOfficers(stage.harness, [{ ...both, posts: cityAdmin.posts }]);
      await later();
      expect(await refused(inOne, requestKey)).toMatchObject({ refusalCode: 'NOT_FOUND' });
    });

    it('is refused when the report left the unit, also without a version', async () => {
      const { id } = await disposed();
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(id, { requestKey }));
      await must(stage.harness, cityAdmin, 'disposeReport', {
        reportId: id,
        organisationId: 'opd-13-71-dishub',
      });
      await later();
      expect(await refused(liaison, requestKey)).toMatchObject({
        refusalCode: 'NOT_FOUND',
        text: TEXT,
        // Published, so the officer reads it as everybody does.
        report: { id, viewerDraft: null },
      });
    });

    it('keeps the words of the others, too', async () => {
      const { id } = await disposed();
      const requestKey = randomUUID();
      await send(liaison, 'returnReport', { reportId: id, requestKey, reason: 'OTHER', text: TEXT });
      await must(stage.harness, cityAdmin, 'disposeReport', {
        reportId: id,
        organisationId: 'opd-13-71-dishub',
      });
      await later();
      expect(await refused(liaison, requestKey)).toMatchObject({ operation: 'RETURN', text: TEXT });
    });
  });

  it('says nothing of where the report stands now to an officer who reads it no more', async () => {
    const { id } = await disposed({ isConfidential: true });
    const requestKey = randomUUID();
    const undone = randomUUID();
    const another = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey: undone }));
    await undo(liaison, id, undone);
    await send(liaison, 'answerReport', plan(id, { requestKey }));
    await later();
    await must(stage.harness, actor.citizen('akun-pelapor'), 'withdrawReport', { reportId: id });
    const stateSaid = async (viewer: Viewer, mutation: string, input: object) =>
      (
        await stage.harness.ask(
          viewer,
          `mutation ($input: ${mutation === 'undoChange' ? 'UndoChangeInput' : 'AnswerReportInput'}!) { result: ${mutation}(input: $input) { __typename
            ... on TransitionRefused { code state } } }`,
          { input },
        )
      ).result;
    const asks = (viewer: Viewer) =>
      Promise.all([
        stateSaid(viewer, 'undoChange', { reportId: id, requestKey }),
        stateSaid(viewer, 'answerReport', { ...plan(id, { requestKey: undone }), undoSeconds: 10 }),
      ]);
    // In office it is the state of now, afterwards the one in which the own answer left the report.
    expect((await asks(liaison)).map(({ code, state }: any) => [code, state])).toEqual([
      ['TOO_LATE', 'ARCHIVED'],
      ['UNDONE', 'ARCHIVED'],
    ]);
    const former = {
      ...liaison,
      posts: [{ role: 'LIAISON_OFFICER' as const, organisationId: 'opd-13-77-dpupr' }],
    };
    expect((await asks(former)).map(({ code, state }: any) => [code, state])).toEqual([
      ['TOO_LATE', 'IN_PROGRESS'],
      ['UNDONE', 'IN_PROGRESS'],
    ]);
    // Whoever never did anything there is told nothing at all.
    const newcomer = { ...liaison, accountId: 'petugas-baru' };
    await tellOfficers(stage.harness, [newcomer]);
    const open = await disposed({ isConfidential: true });
    await send(newcomer, 'answerReport', plan(open.id, { requestKey: another }));
    await undo(newcomer, open.id, another);
    expect(
      await stateSaid({ ...newcomer, posts: former.posts }, 'answerReport', {
        ...plan(open.id, { requestKey: another }),
        undoSeconds: 10,
      }),
    ).toEqual({ __typename: 'NotFound' });
  });

  describe('in an accident', () => {
    /** Whatever ends a change fails, as if the process were killed before the commit. */
    const breakEnding = (condition: string) =>
      stage.harness.test.database.pool.query(`
        create or replace function fail_ending() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
        drop trigger if exists fail_ending on pending_change;
        create trigger fail_ending before update on pending_change for each row when (new.state = 'APPLIED' and ${condition}) execute function fail_ending()`);
    const mend = () =>
      stage.harness.test.database.pool.query('drop trigger if exists fail_ending on pending_change');

    it('is not half made, and made once when it is tried again', async () => {
      const { id } = await disposed();
      const before = await entries(id);
      const events = (await stage.harness.events()).length;
      await send(liaison, 'answerReport', plan(id));
      await breakEnding('true');
      await later();
      expect(await entries(id)).toEqual(before);
      expect((await stage.harness.events()).length).toBe(events);
      await mend();
      await later(60_000);
      expect(await entries(id)).toEqual([...before, 'PLANNED']);
    });

    it('is made before the later ones of its report all the same', async () => {
      const { id } = await disposed();
      const other = { ...liaison, accountId: 'petugas-lain' };
      await tellOfficers(stage.harness, [other]);
      const before = await entries(id);
      await send(liaison, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null }));
      stage.harness.clock.advance(1);
      await send(other, 'answerReport', plan(id));
      await breakEnding(`new.officer_id = '${liaison.accountId}'`);
      await later();
      expect(await entries(id)).toEqual(before);
      await mend();
      await later(60_000);
      expect(await entries(id)).toEqual([...before, 'ACKNOWLEDGED', 'PLANNED']);
    });

    it('does not hold up the others, and is refused in the end', async () => {
      const broken = await disposed();
      const whole = await disposed();
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(broken.id, { requestKey }));
      stage.harness.clock.advance(1);
      await send(liaison, 'answerReport', plan(whole.id));
      await breakEnding(`new.report_id = '${broken.id}'`);
      await later();
      expect((await entries(whole.id)).at(-1)).toBe('PLANNED');
      for (let attempt = 0; attempt < 5; attempt++) await later(60_000);
      await mend();
      expect((await pending(liaison)).find((one: any) => one.requestKey === requestKey)).toMatchObject({
        state: 'REFUSED',
        refusalCode: 'FAILED',
        text: TEXT,
      });
      expect(await entries(broken.id)).not.toContain('PLANNED');
    });
  });

  it('is made by the running service, and forgotten a week after its end', async () => {
    const { id } = await disposed();
    await send(liaison, 'answerReport', plan(id));
    stage.harness.clock.advance(TEN);
    await stage.harness.service.settle!();
    expect((await entries(id)).at(-1)).toBe('PLANNED');
    expect(await forgetPendingChanges(stage.harness.deps)).toBe(0);
    stage.harness.clock.advance(8 * 86_400_000);
    expect(await forgetPendingChanges(stage.harness.deps)).toBeGreaterThan(0);
    expect(await stage.harness.row('select count(*)::int as count from pending_change')).toEqual({
      count: 0,
    });
  });
});
