import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must, REPORTER } from './situations.ts';

const desk = actor.nationalAdmin();
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const reporter = actor.citizen(REPORTER);
const reason = 'Jalan kabupaten menurut peta dinas.';
const HELPER = 'opd-13-71-dishub';
const BELOW = 'unit-bina-marga';

describe('several units on one report', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const disposed = async (overrides: Record<string, unknown> = {}) => {
    const report = await file(harness, reporter);
    await dispose(harness, report.id, overrides);
    return report;
  };
  const handlers = async (id: string) =>
    (
      await harness.test.database.pool.query(
        `select role || ' ' || organisation_id as who from assignment where report_id = $1 and ended_at is null order by role desc, organisation_id`,
        [id],
      )
    ).rows.map(({ who }) => who);
  const help = (viewer: typeof desk, reportId: string, organisationIds: string[]) =>
    change(harness, viewer, 'assignCoHandlers', { reportId, organisationIds });
  const lead = (viewer: typeof desk, reportId: string, organisationId: string) =>
    change(harness, viewer, 'changeLead', { reportId, organisationId });
  const codes = (result: { fields?: { path: string; code: string }[] }) =>
    (result.fields ?? []).map(({ path, code }) => `${path} ${code}`);

  it('are named by who leads among the own, by the national desk among all', async () => {
    const { id } = await disposed();
    expect(codes(await help(unit, id, [HELPER]))).toEqual(['input.organisationIds.0 OUTSIDE_AUTHORITY']);
    expect(await help(unit, id, [BELOW])).toMatchObject({ __typename: 'ReportChanged' });
    expect(await handlers(id)).toEqual([`LEAD ${LEAD}`, `CO_HANDLER ${BELOW}`]);
    await help(desk, id, [BELOW, 'pemkot-13-77']);
    // Who leads a unit ends what it began itself; whom the desk asked for stays.
    await help(unit, id, []);
    expect(await handlers(id)).toEqual([`LEAD ${LEAD}`, 'CO_HANDLER pemkot-13-77']);
    expect(codes(await help(desk, id, [LEAD]))).toEqual(['input.organisationIds.0 LEAD_TWICE']);
    expect(codes(await help(desk, id, ['pemkot-13-77']))).toEqual(['input.organisationIds UNCHANGED']);
    const { number } = await harness.row('select number from report where id = $1', id);
    const inbox = await harness.ask(
      actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
      '{ inbox(bucket: NEW) { edges { node { number } } } }',
    );
    expect(inbox.inbox.edges.map(({ node }: any) => node.number)).toContain(number);
  });

  it('change who leads: the former lead helps, and the next one gives the public answer', async () => {
    const { id } = await disposed({ coHandlerIds: [HELPER] });
    expect(codes(await lead(unit, id, HELPER))).toEqual(['input.organisationId OUTSIDE_AUTHORITY']);
    expect(await lead(cityAdmin, id, HELPER)).toMatchObject({ report: { handler: { id: HELPER } } });
    expect(await handlers(id)).toEqual([`LEAD ${HELPER}`, `CO_HANDLER ${LEAD}`]);
    expect(codes(await lead(cityAdmin, id, HELPER))).toEqual(['input.organisationId SAME']);
    await answer(harness, id, 'RESULT', LEAD);
    expect(
      (await harness.row('select last_result_at from report where id = $1', id)).last_result_at,
    ).toBeNull();
    await answer(harness, id, 'RESULT', HELPER);
    expect(
      (await harness.row('select last_result_at from report where id = $1', id)).last_result_at,
    ).not.toBeNull();
    const told = (await harness.events('report.transitioned')).filter(
      ({ payload }) => payload.reportId === id,
    );
    expect(told.find(({ payload }) => payload.kind === 'LEAD_CHANGED')!.payload).toMatchObject({
      toOrganisationId: HELPER,
      assignments: [
        { organisationId: HELPER, role: 'LEAD' },
        { organisationId: LEAD, role: 'CO_HANDLER' },
      ],
    });
  });

  it('give the own part back with a reason, which leaves the report with its lead', async () => {
    const { id, number } = await disposed({ coHandlerIds: [HELPER, 'pemkot-13-77'] });
    const helper = actor.officer('LIAISON_OFFICER', HELPER);
    const asked = '{ report(number: "NUMBER") { viewerCanReturn viewerCanDispose } }'.replace(
      'NUMBER',
      number,
    );
    expect((await harness.ask(helper, asked)).report).toEqual({
      viewerCanReturn: true,
      viewerCanDispose: false,
    });
    const giveBack = (viewer: typeof desk) =>
      change(harness, viewer, 'returnReport', { reportId: id, reason: 'NOT_OUR_TASK', text: reason });
    expect(await giveBack(actor.officer('AGENCY_HEAD', HELPER))).toMatchObject({ __typename: 'NotFound' });
    expect(await giveBack(helper)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await handlers(id)).toEqual([`LEAD ${LEAD}`, 'CO_HANDLER pemkot-13-77']);
    expect(
      await harness.row('select state, return_count, desk_organisation_id from report where id = $1', id),
    ).toMatchObject({ state: 'DISPOSED', return_count: 0, desk_organisation_id: null });
    const history = async (viewer: typeof desk) =>
      (
        await harness.ask(
          viewer,
          `{ report(number: "${number}") { history { kind text reasonCode organisation { id } } } }`,
        )
      ).report.history[0];
    const entry = {
      kind: 'CO_HANDLERS_CHANGED',
      reasonCode: 'NOT_OUR_TASK',
      organisation: { id: HELPER },
    };
    for (const viewer of [unit, reporter]) expect(await history(viewer)).toEqual({ ...entry, text: reason });
    expect(await history(actor.public)).toEqual({ ...entry, text: null });
    // Once: it has no part any more.
    expect(await giveBack(helper)).toMatchObject({ __typename: 'NotFound' });
    // Whose unit leads returns the whole report, as ever.
    expect(await giveBack(unit)).toMatchObject({ report: { state: 'SUBMITTED' } });
    expect(await handlers(id)).toEqual([]);
  });

  it('change nothing of a report that is not with an agency, nor for those who do not lead', async () => {
    const waiting = await file(harness, reporter);
    expect(await help(desk, waiting.id, [HELPER])).toMatchObject({ code: 'WRONG_STATE' });
    const { id } = await disposed({ coHandlerIds: [HELPER] });
    for (const viewer of [
      actor.officer('LIAISON_OFFICER', HELPER),
      reporter,
      actor.officer('AGENCY_HEAD', LEAD),
    ])
      for (const result of [await help(viewer, id, []), await lead(viewer, id, BELOW)])
        expect(result).toMatchObject({ __typename: 'NotFound' });
  });
});

describe('what was returned three times', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('must be taken: the national desk says by whom and why, and nobody returns it', async () => {
    const { id, number } = await file(harness, reporter);
    for (let round = 0; round < 3; round++) {
      await dispose(harness, id);
      await change(harness, unit, 'returnReport', { reportId: id, reason: 'OTHER', text: reason });
      // In between it stands at the desk of the city, at last at the nation's.
      if (round < 2) await harness.row('update report set desk_organisation_id = null where id = $1', id);
    }
    const seen = async (viewer: typeof desk) =>
      (
        await harness.ask(
          viewer,
          'query ($number: String!) { report(number: $number) { mustTake returnCount history { kind text } } }',
          { number },
        )
      ).report;
    expect(await seen(desk)).toMatchObject({ mustTake: false, returnCount: 3 });
    const route = (fields: Record<string, unknown>) =>
      change(harness, desk, 'verifyReport', verification(id, { leadOrganisationId: LEAD, ...fields }));
    expect((await route({})).fields).toEqual([{ path: 'input.mustTakeReason', code: 'REQUIRED' }]);
    expect((await route({ mustTakeReason: reason, note: 'Hanya untuk petugas.' })).fields).toEqual([
      { path: 'input.note', code: 'INVALID' },
    ]);
    await must(
      harness,
      desk,
      'verifyReport',
      verification(id, { leadOrganisationId: LEAD, mustTakeReason: reason }),
    );
    expect(await seen(unit)).toMatchObject({ mustTake: true });
    expect((await seen(reporter)).history[0]).toEqual({ kind: 'DISPOSED', text: reason });
    expect((await seen(actor.public)).history[0]).toEqual({ kind: 'DISPOSED', text: null });
    expect(
      await change(harness, unit, 'returnReport', { reportId: id, reason: 'OTHER', text: reason }),
    ).toMatchObject({ code: 'RETURNS_EXHAUSTED' });
  });
});
