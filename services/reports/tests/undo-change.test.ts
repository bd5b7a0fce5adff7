import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { UNDOABLE } from '../src/modules/handling/index.ts';
import { applyPendingChanges, forgetPendingChanges } from '../src/modules/pending-change/index.ts';
import { photo, startHttp } from './files.ts';
import { actor, file, startHarness, verification, type Harness } from './harness.ts';
import { tellOfficers } from './officers.ts';
import { answer, dispose, LEAD, must, viewerOf } from './situations.ts';

const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const desk = actor.nationalAdmin();
const TEXT = 'Kanari-jawaban: lubang kami tambal pekan depan.';
const TEN = 10_000;

describe('a change that can be taken back', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  beforeEach(() => tellOfficers(harness, [liaison, cityAdmin, desk]));

  const send = async (viewer: Viewer, mutation: string, input: Record<string, unknown>) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { result } = await harness.ask(
      viewer,
      `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { __typename
        ... on ChangePending { requestKey appliesAt } ... on ReportChanged { report { id state } }
        ... on InvalidInput { fields { path code } } ... on UserError { code } } }`,
      { input: { requestKey: randomUUID(), undoSeconds: 10, ...input } },
    );
    return result;
  };
  const plan = (reportId: string, more: Record<string, unknown> = {}) => ({
    reportId,
    kind: 'PLAN',
    text: TEXT,
    promisedOn: '2027-06-30',
    ...more,
  });
  const undo = async (viewer: Viewer, reportId: string, requestKey: string) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: UndoChangeInput!) { result: undoChange(input: $input) { __typename
          ... on ChangeUndone { requestKey report { state viewerDraft { text } } } ... on UserError { code } } }`,
        { input: { reportId, requestKey } },
      )
    ).result;
  const pending = async (viewer: Viewer) =>
    (
      await harness.ask(
        viewer,
        '{ viewerPendingChanges { requestKey reportId operation appliesAt secondsLeft state refusalCode text report { id viewerDraft { text } } } }',
      )
    ).viewerPendingChanges;
  const apply = () => applyPendingChanges(harness.deps, UNDOABLE);
  const later = (milliseconds = TEN) => {
    harness.clock.advance(milliseconds);
    return apply();
  };
  const entries = async (id: string): Promise<string[]> =>
    (
      await harness.test.database.pool.query(
        'select kind from history where report_id = $1 order by sequence',
        [id],
      )
    ).rows.map(({ kind }) => kind);
  const disposed = async (overrides: Record<string, unknown> = {}) => {
    const report = await file(harness, actor.citizen('akun-pelapor'), overrides);
    await dispose(harness, report.id);
    return report;
  };
  const audited = async (id: string) =>
    (
      await harness.test.database.pool.query(
        `select action, actor_kind, actor_id, facts from audit where report_id = $1 and action like 'CHANGE%' order by id`,
        [id],
      )
    ).rows;

  it('changes nothing until its time, is made then, and never again', async () => {
    const { id } = await disposed();
    const before = await entries(id);
    const events = (await harness.events()).length;
    const requestKey = randomUUID();
    const sentAt = harness.clock.now().getTime();
    expect(await send(liaison, 'answerReport', plan(id, { requestKey }))).toEqual({
      __typename: 'ChangePending',
      requestKey,
      appliesAt: new Date(sentAt + TEN).toISOString(),
    });
    expect(await later(TEN - 1)).toBe(0);
    expect(await entries(id)).toEqual(before);
    expect((await harness.events()).length).toBe(events);
    expect(await harness.row('select state from report where id = $1', id)).toEqual({ state: 'DISPOSED' });
    expect(await pending(liaison)).toMatchObject([
      {
        requestKey,
        reportId: id,
        operation: 'ANSWER',
        secondsLeft: 1,
        state: 'WAITING',
        refusalCode: null,
        text: TEXT,
        report: { id },
      },
    ]);
    expect(await later(1)).toBe(1);
    expect(await entries(id)).toEqual([...before, 'PLANNED']);
    expect(
      await harness.row(
        `select at, officer_id, organisation_id from history where report_id = $1 and kind = 'PLANNED'`,
        id,
      ),
    ).toEqual({ at: harness.clock.now(), officer_id: liaison.accountId, organisation_id: LEAD });
    expect(await pending(liaison)).toMatchObject([{ requestKey, state: 'APPLIED', text: null }]);
    expect(await later()).toBe(0);
    expect(await send(liaison, 'answerReport', plan(id, { requestKey }))).toMatchObject({
      __typename: 'ReportChanged',
      report: { state: 'IN_PROGRESS' },
    });
    expect(await entries(id)).toEqual([...before, 'PLANNED']);
    expect(await verifyHistory(harness.deps.database, harness.deps.chain, id)).toBeNull();
  });

  it('is one of five, each made as it was sent', async () => {
    const { id } = await file(harness);
    const steps: [Viewer, string, Record<string, unknown>, string, string][] = [
      [desk, 'verifyReport', verification(id), 'DISPOSED', 'DISPOSED'],
      [cityAdmin, 'disposeReport', { reportId: id, organisationId: LEAD }, 'DISPOSED', 'DISPOSED'],
      [liaison, 'answerReport', plan(id), 'PLANNED', 'IN_PROGRESS'],
      [
        liaison,
        'returnReport',
        { reportId: id, reason: 'NOT_OUR_TASK', text: 'Bukan urusan unit kami.' },
        'RETURNED',
        'SUBMITTED',
      ],
      [
        desk,
        'archiveReport',
        { reportId: id, code: 'SPAM', text: 'Bukan laporan tentang layanan.' },
        'ARCHIVED',
        'ARCHIVED',
      ],
    ];
    for (const [viewer, mutation, input, kind, state] of steps) {
      const before = await entries(id);
      expect(await send(viewer, mutation, input)).toMatchObject({ __typename: 'ChangePending' });
      expect(await entries(id)).toEqual(before);
      expect(await later()).toBe(1);
      expect(await entries(id)).toEqual([...before, kind]);
      expect(await harness.row('select state from report where id = $1', id)).toEqual({ state });
    }
    expect(await verifyHistory(harness.deps.database, harness.deps.chain, id)).toBeNull();
  });

  it('brings its proof along', async () => {
    await using http = await startHttp(harness);
    const { id } = await disposed();
    const { body: proof } = await http.upload(liaison, await photo('KanariExif'));
    await send(liaison, 'answerReport', {
      reportId: id,
      kind: 'RESULT',
      text: TEXT,
      outcome: 'SOLVED',
      attachmentIds: [proof.id],
    });
    expect(await harness.row('select report_id from attachment where id = $1', proof.id)).toEqual({
      report_id: null,
    });
    await later();
    expect(await harness.row('select report_id from attachment where id = $1', proof.id)).toEqual({
      report_id: id,
    });
  });

  it('is taken back before its time, for good: a late repetition does not send it again', async () => {
    const { id } = await disposed();
    const before = await entries(id);
    const requestKey = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey }));
    for (let round = 0; round < 2; round++)
      expect(await undo(liaison, id, requestKey)).toMatchObject({
        __typename: 'ChangeUndone',
        requestKey,
        report: { state: 'DISPOSED' },
      });
    expect(await send(liaison, 'answerReport', plan(id, { requestKey }))).toMatchObject({
      __typename: 'TransitionRefused',
      code: 'UNDONE',
    });
    expect(await later(60_000)).toBe(0);
    expect(await entries(id)).toEqual(before);
    expect(await audited(id)).toMatchObject([
      { action: 'CHANGE_SENT', actor_id: liaison.accountId, facts: { operation: 'ANSWER' } },
      { action: 'CHANGE_UNDONE', actor_id: liaison.accountId, facts: { operation: 'ANSWER' } },
    ]);
    expect(await harness.row('select sealed from pending_change where request_key = $1', requestKey)).toEqual(
      { sealed: null },
    );
  });

  it('cannot be taken back any more once its time has come, made or not', async () => {
    const { id } = await disposed();
    const requestKey = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey }));
    harness.clock.advance(TEN);
    for (const _ of ['waits for the job', 'made']) {
      expect(await undo(liaison, id, requestKey)).toEqual({
        __typename: 'TransitionRefused',
        code: 'TOO_LATE',
      });
      await apply();
    }
    expect((await entries(id)).at(-1)).toBe('PLANNED');
  });

  it('is made or taken back when both come at once, never both', async () => {
    for (let round = 0; round < 8; round++) {
      const { id } = await disposed();
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(id, { requestKey }));
      harness.clock.advance(TEN - 1);
      const undoing = undo(liaison, id, requestKey);
      harness.clock.advance(1);
      const [undone] = await Promise.all([undoing, apply(), apply()]);
      await apply();
      expect((await entries(id)).includes('PLANNED')).toBe(undone.__typename !== 'ChangeUndone');
    }
  });

  it('is refused at once where it could not be made now', async () => {
    const { id } = await disposed();
    const { id: waiting } = await file(harness);
    expect(await send(actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'), 'answerReport', plan(id))).toEqual(
      { __typename: 'NotFound', code: 'NOT_FOUND' },
    );
    expect(await send(desk, 'archiveReport', { reportId: id, code: 'SPAM', text: TEXT })).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await send(liaison, 'answerReport', plan(id, { promisedOn: '2020-01-01' }))).toMatchObject({
      fields: [{ path: 'input.promisedOn', code: 'IN_THE_PAST' }],
    });
    expect(
      await send(desk, 'verifyReport', verification(waiting, { leadOrganisationId: 'tidak-ada' })),
    ).toMatchObject({ fields: [{ path: 'input.leadOrganisationId', code: 'NOT_FOUND' }] });
    expect(await send(liaison, 'answerReport', plan(id, { expectedVersion: 1 }))).toMatchObject({
      code: 'STALE',
    });
    expect(await send(liaison, 'answerReport', plan(randomUUID()))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await later()).toBe(0);
  });

  it('is for officers who are signed in, with a key, for ten seconds at most', async () => {
    const { id } = await disposed();
    const fault = async (viewer: Viewer, more: Record<string, unknown>) =>
      (await send(viewer, 'answerReport', plan(id, more))).fields;
    expect(await fault(liaison, { requestKey: null })).toEqual([
      { path: 'input.requestKey', code: 'REQUIRED' },
    ]);
    for (const undoSeconds of [-1, 11])
      expect(await fault(liaison, { undoSeconds })).toEqual([{ path: 'input.undoSeconds', code: 'INVALID' }]);
    for (const viewer of [
      actor.public,
      actor.withGrant(id),
      actor.citizen('akun-pelapor'),
      viewerOf('holder of the link to the head of the lead unit', id),
      viewerOf('API key of the lead unit that writes', id),
    ])
      expect(await fault(viewer, {})).toEqual([{ path: 'input.undoSeconds', code: 'NOT_AVAILABLE' }]);
    expect(await send(liaison, 'answerReport', plan(id, { undoSeconds: 0 }))).toMatchObject({
      __typename: 'ReportChanged',
    });
  });

  it('is nobody else’s to see or to take back', async () => {
    const { id } = await disposed();
    const requestKey = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey }));
    for (const viewer of [
      actor.public,
      actor.withGrant(id),
      actor.citizen('akun-pelapor'),
      cityAdmin,
      desk,
      { ...liaison, apiKey: { id: 'kunci', scopes: ['graph:write' as const, 'reports:read' as const] } },
    ]) {
      expect(await undo(viewer, id, requestKey)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
      expect((await pending(viewer)).map((one: any) => one.requestKey)).not.toContain(requestKey);
    }
    expect(await undo(liaison, randomUUID(), requestKey)).toMatchObject({ code: 'NOT_FOUND' });
    const { rows } = await harness.test.database.pool.query(
      `select to_jsonb(p) - 'sealed' as row, encode(p.sealed, 'escape') as sealed from pending_change p where request_key = $1`,
      [requestKey],
    );
    expect(JSON.stringify(rows)).not.toContain('Kanari');
    await later();
  });

  it('waits one at a time for an officer and a report; another officer’s waits beside it', async () => {
    const { id } = await disposed();
    const other = { ...liaison, accountId: 'petugas-lain' };
    await tellOfficers(harness, [other]);
    const first = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey: first }));
    expect(
      await send(liaison, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null })),
    ).toEqual({ __typename: 'TransitionRefused', code: 'CHANGE_PENDING' });
    await send(other, 'answerReport', plan(id, { kind: 'ACKNOWLEDGEMENT', promisedOn: null }));
    await undo(liaison, id, first);
    harness.clock.advance(1);
    expect(await send(liaison, 'answerReport', plan(id))).toMatchObject({ __typename: 'ChangePending' });
    expect(await later()).toBe(2);
    expect((await entries(id)).slice(-2)).toEqual(['ACKNOWLEDGED', 'PLANNED']);
  });

  it('is kept and made once for a request that is repeated at once', async () => {
    const { id } = await disposed();
    const before = await entries(id);
    const requestKey = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(liaison, 'answerReport', plan(id, { requestKey }))),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'ChangePending', requestKey });
    expect(await later()).toBe(1);
    expect(await entries(id)).toEqual([...before, 'PLANNED']);
  });

  it('is made once by several replicas', async () => {
    const reports = [];
    for (let index = 0; index < 12; index++) reports.push(await disposed());
    await Promise.all(reports.map(({ id }) => send(liaison, 'answerReport', plan(id))));
    harness.clock.advance(TEN);
    const counts = await Promise.all(Array.from({ length: 5 }, apply));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    for (const { id } of reports)
      expect((await entries(id)).filter((kind) => kind === 'PLANNED')).toEqual(['PLANNED']);
  });

  describe('that cannot be made at its time', () => {
    const refused = async (viewer: Viewer, requestKey: string) =>
      (await pending(viewer)).find((one: any) => one.requestKey === requestKey);

    it('is refused when the report has moved on; the answer is the officer’s draft again', async () => {
      const { id } = await disposed();
      const { sequence } = await harness.row('select sequence from report where id = $1', id);
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(id, { requestKey, expectedVersion: sequence }));
      await must(harness, actor.citizen('akun-pelapor'), 'replyToReport', {
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
      const { sequence } = await harness.row('select sequence from report where id = $1', id);
      await send(liaison, 'answerReport', plan(id, { expectedVersion: sequence }));
      harness.clock.advance(1_000);
      await harness.ask(
        liaison,
        'mutation ($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { __typename } }',
        { input: { reportId: id, kind: 'PLAN', text: 'Yang lebih baru' } },
      );
      await answer(harness, id, 'ACKNOWLEDGEMENT');
      await harness.ask(
        liaison,
        'mutation ($input: SaveAnswerDraftInput!) { saveAnswerDraft(input: $input) { __typename } }',
        { input: { reportId: id, kind: 'PLAN', text: 'Yang lebih baru' } },
      );
      await later();
      expect(await harness.row('select text from answer_draft where report_id = $1', id)).toEqual({
        text: 'Yang lebih baru',
      });
    });

    it.each([
      ['was suspended', () => tellOfficers(harness, [liaison], { isSuspended: true })],
      ['has lost the post', () => tellOfficers(harness, [{ ...liaison, posts: [] }])],
      [
        'holds the post no more since a second',
        () =>
          tellOfficers(harness, [liaison], {
            until: new Date(harness.clock.now().getTime() + TEN - 1_000).toISOString(),
          }),
      ],
      [
        'works elsewhere now',
        () =>
          tellOfficers(harness, [
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
      await tellOfficers(harness, [both]);
      const { id } = await disposed();
      const requestKey = randomUUID();
      await send(inOne, 'answerReport', plan(id, { requestKey }));
      await tellOfficers(harness, [{ ...both, posts: cityAdmin.posts }]);
      await later();
      expect(await refused(inOne, requestKey)).toMatchObject({ refusalCode: 'NOT_FOUND' });
    });

    it('is refused when the report left the unit, also without a version', async () => {
      const { id } = await disposed();
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(id, { requestKey }));
      await must(harness, cityAdmin, 'disposeReport', { reportId: id, organisationId: 'opd-13-71-dishub' });
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
      await must(harness, cityAdmin, 'disposeReport', { reportId: id, organisationId: 'opd-13-71-dishub' });
      await later();
      expect(await refused(liaison, requestKey)).toMatchObject({ operation: 'RETURN', text: TEXT });
    });
  });

  describe('in an accident', () => {
    /** Whatever ends a change fails, as if the process were killed before the commit. */
    const breakEnding = (condition: string) =>
      harness.test.database.pool.query(`
        create or replace function fail_ending() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$;
        drop trigger if exists fail_ending on pending_change;
        create trigger fail_ending before update on pending_change for each row when (new.state = 'APPLIED' and ${condition}) execute function fail_ending()`);
    const mend = () =>
      harness.test.database.pool.query('drop trigger if exists fail_ending on pending_change');

    it('is not half made, and made once when it is tried again', async () => {
      const { id } = await disposed();
      const before = await entries(id);
      const events = (await harness.events()).length;
      await send(liaison, 'answerReport', plan(id));
      await breakEnding('true');
      await later();
      expect(await entries(id)).toEqual(before);
      expect((await harness.events()).length).toBe(events);
      await mend();
      await later(60_000);
      expect(await entries(id)).toEqual([...before, 'PLANNED']);
    });

    it('does not hold up the others, and is refused in the end', async () => {
      const broken = await disposed();
      const whole = await disposed();
      const requestKey = randomUUID();
      await send(liaison, 'answerReport', plan(broken.id, { requestKey }));
      harness.clock.advance(1);
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
    harness.clock.advance(TEN);
    await harness.service.settle!();
    expect((await entries(id)).at(-1)).toBe('PLANNED');
    expect(await forgetPendingChanges(harness.deps)).toBe(0);
    harness.clock.advance(8 * 86_400_000);
    expect(await forgetPendingChanges(harness.deps)).toBeGreaterThan(0);
    expect(await harness.row('select count(*)::int as count from pending_change')).toEqual({ count: 0 });
  });
});
