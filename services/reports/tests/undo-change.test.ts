import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { photo, startHttp } from './files.ts';
import { actor, file, verification } from './harness.ts';
import { LEAD, viewerOf } from './situations.ts';
import { liaison, cityAdmin, desk, TEXT, TEN, undoing } from './undoing.ts';

describe('a change that can be taken back', () => {
  const stage = undoing();
  const { send, plan, undo, pending, apply, later, entries, disposed, audited } = stage;

  it('changes nothing until its time, is made then, and never again', async () => {
    const { id } = await disposed();
    const before = await entries(id);
    const events = (await stage.harness.events()).length;
    const requestKey = randomUUID();
    const sentAt = stage.harness.clock.now().getTime();
    expect(await send(liaison, 'answerReport', plan(id, { requestKey }))).toEqual({
      __typename: 'ChangePending',
      requestKey,
      appliesAt: new Date(sentAt + TEN).toISOString(),
    });
    expect(await later(TEN - 1)).toBe(0);
    expect(await entries(id)).toEqual(before);
    expect((await stage.harness.events()).length).toBe(events);
    expect(await stage.harness.row('select state from report where id = $1', id)).toEqual({
      state: 'DISPOSED',
    });
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
      await stage.harness.row(
        `select at, officer_id, organisation_id from history where report_id = $1 and kind = 'PLANNED'`,
        id,
      ),
    ).toEqual({ at: stage.harness.clock.now(), officer_id: liaison.accountId, organisation_id: LEAD });
    expect(await pending(liaison)).toMatchObject([{ requestKey, state: 'APPLIED', text: null }]);
    expect(await later()).toBe(0);
    expect(await send(liaison, 'answerReport', plan(id, { requestKey }))).toMatchObject({
      __typename: 'ReportChanged',
      report: { state: 'IN_PROGRESS' },
    });
    expect(await entries(id)).toEqual([...before, 'PLANNED']);
    expect(await verifyHistory(stage.harness.deps.database, stage.harness.deps.chain, id)).toBeNull();
  });

  it('is one of five, each made as it was sent', async () => {
    const { id } = await file(stage.harness);
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
      expect(await stage.harness.row('select state from report where id = $1', id)).toEqual({ state });
    }
    expect(await verifyHistory(stage.harness.deps.database, stage.harness.deps.chain, id)).toBeNull();
  });

  it('brings its proof along', async () => {
    await using http = await startHttp(stage.harness);
    const { id } = await disposed();
    const { body: proof } = await http.upload(liaison, await photo('KanariExif'));
    await send(liaison, 'answerReport', {
      reportId: id,
      kind: 'RESULT',
      text: TEXT,
      outcome: 'SOLVED',
      attachmentIds: [proof.id],
    });
    expect(await stage.harness.row('select report_id from attachment where id = $1', proof.id)).toEqual({
      report_id: null,
    });
    await later();
    expect(await stage.harness.row('select report_id from attachment where id = $1', proof.id)).toEqual({
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
    expect(
      await stage.harness.row('select sealed from pending_change where request_key = $1', requestKey),
    ).toEqual({ sealed: null });
  });

  it('cannot be taken back any more once its time has come, made or not', async () => {
    const { id } = await disposed();
    const requestKey = randomUUID();
    await send(liaison, 'answerReport', plan(id, { requestKey }));
    stage.harness.clock.advance(TEN);
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
      stage.harness.clock.advance(TEN - 1);
      const takingBack = undo(liaison, id, requestKey);
      stage.harness.clock.advance(1);
      const [undone] = await Promise.all([takingBack, apply(), apply()]);
      await apply();
      expect((await entries(id)).includes('PLANNED')).toBe(undone.__typename !== 'ChangeUndone');
    }
  });

  it('is refused at once where it could not be made now', async () => {
    const { id } = await disposed();
    const { id: waiting } = await file(stage.harness);
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
    const { rows } = await stage.harness.test.database.pool.query(
      `select to_jsonb(p) - 'sealed' as row, encode(p.sealed, 'escape') as sealed from pending_change p where request_key = $1`,
      [requestKey],
    );
    expect(JSON.stringify(rows)).not.toContain('Kanari');
    await later();
  });
});
