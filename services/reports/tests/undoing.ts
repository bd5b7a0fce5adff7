import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { UNDOABLE } from '../src/modules/handling/index.ts';
import { applyPendingChanges } from '../src/modules/pending-change/index.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { tellOfficers } from './officers.ts';
import { dispose, LEAD } from './situations.ts';

export const liaison = actor.officer('LIAISON_OFFICER', LEAD);
export const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
export const desk = actor.nationalAdmin();
/** What an officer writes; it must be found nowhere but where it is meant to be. */
export const TEXT = 'Kanari-jawaban: lubang kami tambal pekan depan.';
/** For as long a change can be taken back, in milliseconds. */
export const TEN = 10_000;

/** A service with officers in office, for the tests of one file, and the ways to send, take back and make a change. */
export function undoing() {
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

  return {
    get harness() {
      return harness;
    },
    send,
    plan,
    undo,
    pending,
    apply,
    later,
    entries,
    disposed,
    audited,
  };
}
