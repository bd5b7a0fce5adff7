import { describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { desk, handingOver, text } from './handing-over.ts';
import { actor, change } from './harness.ts';
import { must, REPORTER } from './situations.ts';

describe('a report for an organisation that nobody staffs', () => {
  const stage = handingOver();
  const { settle, disposed, ask, handOverOf, linkOf, holderOf, answer, notifications } = stage;

  it('is handed over to its head: stand-in, entry, message – and the reporter sees it', async () => {
    const { id, number } = await disposed();
    const report = await ask(actor.citizen(REPORTER), number);
    expect(report.assignments).toEqual([
      { organisation: { id: stage.unit }, isHandedOver: true, standIn: { id: stage.city } },
    ]);
    expect(report.handOvers).toMatchObject([
      {
        state: 'WAITING',
        organisation: { id: stage.unit },
        standIn: { id: stage.city },
        isOpen: true,
        letterNeeded: false,
      },
    ]);
    expect(report.history.map(({ kind }: any) => kind)).toEqual(['HANDED_OVER', 'DISPOSED', 'SUBMITTED']);
    expect(report.history[0]).toMatchObject({ actorKind: 'SYSTEM', toOrganisation: { id: stage.unit } });
    const handOver = await handOverOf(id);
    const message = (await notifications()).at(-1);
    expect(message).toMatchObject({
      recipient: { kind: 'HEAD', handOverId: handOver.id, organisationId: stage.unit },
      template: 'hand-over',
      facts: { number, organisationName: `Unit ${stage.unit}`, expiresOn: '2026-12-20' },
    });
    // Nothing of the link in any table or event.
    const token = (await linkOf(id))!;
    const [, signature] = token.split('.');
    for (const table of ['event', 'hand_over', 'assignment', 'history', 'audit'])
      expect(
        await stage.harness.row(
          `select count(*)::int as hits from ${table} t where t::text like '%' || $1 || '%'`,
          signature,
        ),
      ).toEqual({ hits: 0 });
    const told = (await stage.harness.events('report.transitioned')).filter(
      ({ payload }) => payload.reportId === id,
    );
    expect(told.map(({ payload }) => payload.kind)).toEqual(['SUBMITTED', 'DISPOSED', 'HANDED_OVER']);
    expect(await verifyHistory(stage.harness.test.database, stage.harness.deps.chain, id)).toBeNull();
    expect((await ask(actor.public, number)).handOvers).toEqual([]);
  });

  it('is not handed over where somebody works, nor to the lead for an unstaffed helper only', async () => {
    const { number } = await disposed(stage.city, { coHandlerIds: [stage.unit] });
    const report = await ask(desk, number);
    expect(report.assignments).toEqual([
      { organisation: { id: stage.city }, isHandedOver: false, standIn: null },
      { organisation: { id: stage.unit }, isHandedOver: true, standIn: { id: stage.city } },
    ]);
    expect(report.handOvers).toHaveLength(1);
  });

  it('is answered, disposed and returned by the stand-in: the nearest staffed level above', async () => {
    const { id, number } = await disposed();
    const admin = actor.officer('AGENCY_ADMIN', stage.city);
    expect(await ask(admin, number)).toMatchObject({
      viewerCanAnswer: true,
      viewerCanDispose: true,
      viewerCanReturn: true,
      viewerCanHandOver: true,
    });
    expect((await ask(desk, number)).viewerCanAnswer).toBe(false);
    await answer(admin, id, 'PLAN', { promisedOn: '2027-01-31' });
    const [entry] = (await ask(actor.citizen(REPORTER), number)).history;
    expect(entry).toMatchObject({
      kind: 'PLANNED',
      organisation: { id: stage.city },
      toOrganisation: { id: stage.unit },
    });
    await stage.tree.add(`${stage.unit}-1`, stage.unit);
    expect(
      await change(stage.harness, admin, 'disposeReport', {
        reportId: id,
        organisationId: `${stage.unit}-1`,
      }),
    ).toMatchObject({ __typename: 'ReportChanged' });
    expect((await handOverOf(id)).end_reason).toBe('LEFT');
  });

  it('is the national desk’s where no level above is staffed, as if it were the organisation', async () => {
    await stage.tree.change(stage.city, { isStaffed: false });
    await stage.tree.add(`${stage.unit}-1`, stage.unit);
    const { id, number } = await disposed(stage.city);
    const report = await ask(desk, number);
    expect(report.assignments[0]).toMatchObject({ isHandedOver: true, standIn: null });
    expect(report).toMatchObject({ viewerCanAnswer: true, viewerCanDispose: true, viewerCanReturn: true });
    const stoodIn = async (viewer: Viewer, args = '') =>
      (
        await stage.harness.ask(viewer, `{ stoodInReports${args} { edges { node { id } } } }`)
      ).stoodInReports.edges.map(({ node }: any) => node.id);
    expect(await stoodIn(desk)).toContain(id);
    expect(await stoodIn(actor.officer('AGENCY_ADMIN', stage.city))).toEqual([]);
    expect(await stoodIn(actor.public)).toEqual([]);
    expect(await answer(desk, id, 'RESULT')).toMatchObject({ __typename: 'ReportChanged' });
    const elsewhere = { reportId: id, organisationId: 'opd-13-71-dpupr' };
    expect(await change(stage.harness, desk, 'disposeReport', elsewhere)).toMatchObject({
      fields: [{ code: 'OUTSIDE_AUTHORITY' }],
    });
    const below = { reportId: id, organisationId: `${stage.unit}-1` };
    expect(await change(stage.harness, desk, 'disposeReport', below)).toMatchObject({
      __typename: 'ReportChanged',
    });
  });

  it('is the national desk’s when it is confidential: no level above may know', async () => {
    const { id, number } = await disposed(stage.unit, {}, { isConfidential: true });
    expect(await ask(actor.officer('AGENCY_ADMIN', stage.city), number)).toBeNull();
    const report = await ask(desk, number);
    expect(report).toMatchObject({ viewerCanAnswer: true, viewerCanHandOver: true });
    expect(report.assignments[0].standIn).toBeNull();
    expect(report.handOvers[0].standIn).toBeNull();
    const lists = await stage.harness.ask(
      actor.officer('AGENCY_ADMIN', stage.city),
      `{ stoodInReports { edges { node { id } } } }`,
    );
    expect(lists.stoodInReports.edges).toEqual([]);
    // The head of exactly that organisation reads and answers by the link.
    const holder = await holderOf(id);
    expect((await answer(holder, id)).__typename).toBe('ReportChanged');
  });

  it('ends when somebody works there, with a notice, and the stand-in with it', async () => {
    const { id, number } = await disposed();
    const holder = await holderOf(id);
    await stage.tree.change(stage.unit, { isStaffed: true });
    await settle();
    expect(await answer(holder, id)).toMatchObject({ code: 'NOT_FOUND' });
    const report = await ask(desk, number);
    expect(report.history[0]).toMatchObject({ kind: 'HAND_OVER_ENDED', reasonCode: 'STAFFED' });
    expect(report.assignments[0]).toMatchObject({ isHandedOver: false, standIn: null });
    expect(report.handOvers[0]).toMatchObject({ state: 'ENDED', isOpen: false });
    expect((await answer(actor.officer('LIAISON_OFFICER', stage.unit), id)).__typename).toBe('ReportChanged');
  });

  it('gets a stand-in, but no message, when the last officer leaves; the stand-in may hand it over', async () => {
    await stage.tree.change(stage.unit, { isStaffed: true });
    const { id, number } = await disposed();
    const before = (await notifications()).length;
    await stage.tree.change(stage.unit, { isStaffed: false });
    await settle();
    expect((await ask(desk, number)).assignments[0]).toMatchObject({
      isHandedOver: true,
      standIn: { id: stage.city },
    });
    expect((await notifications()).length).toBe(before);
    await stage.tree.change(stage.city, { isStaffed: false });
    await settle();
    expect((await ask(desk, number)).assignments[0]).toMatchObject({ isHandedOver: true, standIn: null });
    await must(stage.harness, desk, 'handOverReport', { reportId: id, organisationId: stage.unit });
    expect((await notifications()).at(-1)).toMatchObject({ template: 'hand-over' });
  });

  it('ends with the report, and a report that is opened again is with the stand-in', async () => {
    const { id, number } = await disposed();
    await answer(await holderOf(id), id, 'RESULT');
    await must(stage.harness, actor.citizen(REPORTER), 'confirmReport', { reportId: id });
    expect((await handOverOf(id)).end_reason).toBe('CLOSED');
    expect((await ask(actor.citizen(REPORTER), number)).handOvers[0]).toMatchObject({
      state: 'ANSWERED',
      isOpen: false,
    });
    await must(stage.harness, actor.citizen(REPORTER), 'disputeReport', { reportId: id, text });
    expect((await ask(desk, number)).assignments[0]).toMatchObject({ isHandedOver: true });
  });

  it('returns past a level at which nobody works', async () => {
    await stage.tree.change(stage.unit, { isStaffed: true });
    await stage.tree.add(`${stage.unit}-1`, stage.unit);
    const { id } = await disposed(`${stage.unit}-1`);
    await stage.tree.change(stage.unit, { isStaffed: false });
    await must(stage.harness, actor.officer('AGENCY_ADMIN', stage.city), 'returnReport', {
      reportId: id,
      reason: 'OTHER',
      text,
    });
    expect(
      await stage.harness.row('select desk_organisation_id as desk from report where id = $1', id),
    ).toEqual({
      desk: stage.city,
    });
  });
});
