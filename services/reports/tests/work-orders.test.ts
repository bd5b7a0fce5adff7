import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { startOfLocalDate } from '@lapor/working-days';
import { removeStaleUploads } from '../src/jobs/remove-stale-uploads.ts';
import { canariesOf, everyField, hitsIn } from './canaries.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { pdf, photo, startHttp } from './files.ts';
import { tellOfficers } from './officers.ts';
import { answer, dispose, LEAD, must } from './situations.ts';

const DAY = 86_400_000;
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const fieldOfficer = actor.officer('FIELD_OFFICER', LEAD);
const otherField: Viewer = { ...fieldOfficer, accountId: 'pelaksana-lain' };
const fieldElsewhere = actor.officer('FIELD_OFFICER', 'opd-13-71-dishub');
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');

const UNION = `... on InvalidInput { fields { path code } } ... on UserError { code }`;
const ORDER = `id number task placeText dueOn state organisation { id } fieldOfficer { id } evidence { note officer { id } files { id } }`;

describe('a work order', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
    await tellOfficers(harness, [fieldOfficer, otherField, fieldElsewhere]);
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const disposed = async (overrides: Record<string, unknown> = {}, routing: Record<string, unknown> = {}) => {
    const report = await file(harness, actor.citizen('akun-pelapor'), overrides);
    await dispose(harness, report.id, routing);
    return report;
  };
  const create = async (viewer: Viewer, reportId: string, more: Record<string, unknown> = {}) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: CreateWorkOrderInput!) { result: createWorkOrder(input: $input) { __typename
          ... on WorkOrderCreated { path workOrder { ${ORDER} } } ... on TransitionRefused { state } ${UNION} } }`,
        {
          input: {
            reportId,
            organisationId: LEAD,
            task: 'Ukur dan foto lubang di badan jalan.',
            placeText: 'Depan Pasar Raya',
            dueOn: new Date(harness.clock.now().getTime() + DAY).toISOString().slice(0, 10),
            ...more,
          },
        },
      )
    ).result;
  const call = async (viewer: Viewer, mutation: string, input: Record<string, unknown>) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { result: ${mutation}(input: $input) { __typename
          ... on WorkOrderChanged { workOrder { ${ORDER} } } ${UNION} } }`,
        { input },
      )
    ).result;
  const open = async (path: string, viewer: Viewer = actor.public) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: OpenWorkOrderInput!) { result: openWorkOrder(input: $input) { __typename
          ... on WorkOrderOpened { grant workOrder { ${ORDER} } } ... on UserError { code } } }`,
        { input: { token: path.split('#')[1] } },
      )
    ).result;
  const byLink = (...workOrderGrants: string[]): Viewer => ({ ...actor.public, workOrderGrants });
  const seen = async (viewer: Viewer, id: string) =>
    (await harness.ask(viewer, `query ($id: ID!) { workOrder(id: $id) { ${ORDER} } }`, { id })).workOrder;
  const mine = async (viewer: Viewer, openOnly = true) =>
    (
      await harness.ask(
        viewer,
        `query ($openOnly: Boolean!) { myWorkOrders(openOnly: $openOnly) { edges { node { id state } } } }`,
        {
          openOnly,
        },
      )
    ).myWorkOrders.edges.map(({ node }: any) => node);

  it('is given by handlers, seen by the field of the unit and by whoever has its link, and by nobody else', async () => {
    const { id, number } = await disposed();
    const { workOrder, path } = await create(liaison, id);
    expect(workOrder).toMatchObject({ state: 'OPEN', organisation: { id: LEAD }, fieldOfficer: null });
    for (const viewer of [liaison, cityAdmin, fieldOfficer, otherField, byLink(workOrder.id)])
      expect(await seen(viewer, workOrder.id)).toMatchObject({ id: workOrder.id });
    for (const viewer of [
      actor.public,
      actor.withGrant(id),
      actor.citizen('akun-pelapor'),
      actor.nationalAdmin(),
      fieldElsewhere,
      actor.officer('AGENCY_HEAD', LEAD),
      actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'),
      byLink(randomUUID()),
      { ...liaison, apiKey: { id: 'kunci', scopes: ['reports:read' as const, 'graph:write' as const] } },
      { ...byLink(workOrder.id), apiKey: { id: 'kunci', scopes: ['graph:read' as const] } },
    ])
      expect(await seen(viewer, workOrder.id)).toBeNull();
    const workOrdersOf = async (viewer: Viewer) =>
      (await harness.ask(viewer, `{ report(number: "${number}") { workOrders { id } } }`)).report.workOrders;
    expect(await workOrdersOf(liaison)).toHaveLength(1);
    for (const viewer of [actor.public, fieldOfficer, actor.withGrant(id), actor.nationalAdmin()])
      expect(await workOrdersOf(viewer)).toEqual([]);
    expect(await open(path)).toMatchObject({
      __typename: 'WorkOrderOpened',
      workOrder: { id: workOrder.id },
    });
    for (const viewer of [actor.public, fieldOfficer, cityAdmin, actor.nationalAdmin()])
      if (viewer !== cityAdmin) expect(await create(viewer, id)).toMatchObject({ __typename: 'NotFound' });
  });

  it('holds no string of a confidential report, whoever looks and by whatever field', async () => {
    const canaries = canariesOf('Lapangan', 2);
    const narrative = {
      title: 'Judul kanari yang rahasia sekali',
      text: 'Narasi kanari: pejabat itu meminta uang setiap pagi di loket nomor tiga kantor kecamatan kami.',
    };
    const { id, number } = await disposed({
      isConfidential: true,
      ...narrative,
      placeText: 'Tempat kanari rahasia',
      reporter: {
        name: canaries.name,
        phone: `0${canaries.phone}`,
        email: canaries.email,
        address: canaries.address,
      },
    });
    for (const [task, code] of [
      ['Cek pejabat itu meminta uang setiap pagi di loket itu.', 'COPIES_NARRATIVE'],
      [`Temui pelapor di 0${canaries.phone}.`, 'PERSONAL_DATA'],
      [`Kirim hasil ke ${canaries.email}.`, 'PERSONAL_DATA'],
    ] as const)
      expect(await create(liaison, id, { task })).toMatchObject({ fields: [{ path: 'input.task', code }] });
    const { workOrder, path } = await create(liaison, id, { task: 'Amati pelayanan loket selama satu jam.' });
    const { grant } = await open(path);
    const secrets = [
      ...Object.values(canaries),
      ...Object.values(narrative),
      'Tempat kanari rahasia',
      number,
      id,
    ];
    const select = everyField(harness.service.subgraph!.schema, 'WorkOrder');
    for (const viewer of [fieldOfficer, byLink(workOrder.id)]) {
      const answers = await harness.ask(
        viewer,
        `query ($id: ID!, $number: String!) { workOrder(id: $id) ${select} myWorkOrders(openOnly: false) { edges { node ${select} } } report(number: $number) { id title } }`,
        { id: workOrder.id, number },
      );
      expect(answers.workOrder).not.toBeNull();
      expect(answers.report).toBeNull();
      expect(hitsIn(JSON.stringify(answers), secrets)).toEqual([]);
    }
    expect(hitsIn(JSON.stringify([grant, path, workOrder]), secrets)).toEqual([]);
    const row = await harness.row('select * from work_order where id = $1', workOrder.id);
    expect(hitsIn(JSON.stringify({ ...row, report_id: null }), secrets)).toEqual([]);
    expect(
      hitsIn(JSON.stringify(await harness.events('notification.requested')), Object.values(canaries)),
    ).toEqual([]);
    // Nobody above the unit gives or sees it.
    expect(await seen(cityAdmin, workOrder.id)).toBeNull();
    expect(await create(cityAdmin, id)).toMatchObject({ __typename: 'NotFound' });
  });

  it('for one field officer is that one’s, who has to work at the unit', async () => {
    const { id } = await disposed();
    for (const fieldOfficerId of [fieldElsewhere.accountId, liaison.accountId, 'tidak-dikenal'])
      expect(await create(liaison, id, { fieldOfficerId })).toMatchObject({
        fields: [{ path: 'input.fieldOfficerId', code: 'NOT_FOUND' }],
      });
    const { workOrder } = await create(liaison, id, { fieldOfficerId: fieldOfficer.accountId });
    expect((await mine(fieldOfficer)).map((order: any) => order.id)).toContain(workOrder.id);
    expect((await mine(otherField)).map((order: any) => order.id)).not.toContain(workOrder.id);
    expect(await seen(otherField, workOrder.id)).toBeNull();
  });

  it('takes evidence from the field, once for a repeated request, until it is done', async () => {
    const { id } = await disposed();
    const { workOrder } = await create(liaison, id);
    const evidence = { workOrderId: workOrder.id, note: 'Diameter 40 cm.', requestKey: randomUUID() };
    await Promise.all(Array.from({ length: 5 }, () => call(fieldOfficer, 'addWorkOrderEvidence', evidence)));
    harness.clock.advance(1_000);
    await call(byLink(workOrder.id), 'addWorkOrderEvidence', {
      workOrderId: workOrder.id,
      note: 'Sudah ditambal.',
    });
    expect(await seen(liaison, workOrder.id)).toMatchObject({
      evidence: [
        { note: 'Diameter 40 cm.', officer: { id: fieldOfficer.accountId } },
        { note: 'Sudah ditambal.', officer: null },
      ],
    });
    expect(
      await call(fieldOfficer, 'addWorkOrderEvidence', { workOrderId: workOrder.id, note: '' }),
    ).toMatchObject({ fields: [{ path: 'input.note', code: 'REQUIRED' }] });
    for (const viewer of [actor.public, fieldElsewhere, actor.withGrant(id), byLink(randomUUID())])
      for (const mutation of ['addWorkOrderEvidence', 'finishWorkOrder', 'cancelWorkOrder'])
        expect(
          await call(viewer, mutation, {
            workOrderId: workOrder.id,
            ...(mutation === 'addWorkOrderEvidence' ? { note: 'Coba.' } : {}),
          }),
        ).toMatchObject({ __typename: 'NotFound' });
    // Whoever was sent does not call oneself back.
    expect(await call(fieldOfficer, 'cancelWorkOrder', { workOrderId: workOrder.id })).toMatchObject({
      __typename: 'NotFound',
    });
    for (let twice = 0; twice < 2; twice++)
      expect(await call(fieldOfficer, 'finishWorkOrder', { workOrderId: workOrder.id })).toMatchObject({
        workOrder: { state: 'DONE' },
      });
    expect(
      await call(fieldOfficer, 'addWorkOrderEvidence', { workOrderId: workOrder.id, note: 'Terlambat.' }),
    ).toMatchObject({ fields: [{ path: 'input.workOrderId', code: 'OVER' }] });
    const actions = await harness.test.database.query<{ action: string }>(
      'work-order-audit',
      `select action from audit where report_id = $1 and action like 'WORK_ORDER%' order by id`,
      [id],
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'WORK_ORDER_CREATED',
      'WORK_ORDER_EVIDENCE_ADDED',
      'WORK_ORDER_EVIDENCE_ADDED',
      'WORK_ORDER_FINISHED',
    ]);
  });

  it('keeps photos of whoever brings them, never published, and no files of somebody else', async () => {
    await using http = await startHttp(harness);
    const { id, number } = await disposed();
    const { workOrder } = await create(liaison, id);
    const holder = byLink(workOrder.id);
    const bring = (viewer: Viewer, attachmentIds: string[]) =>
      call(viewer, 'addWorkOrderEvidence', { workOrderId: workOrder.id, note: 'Foto.', attachmentIds });
    const { body: own } = await http.upload(holder, await photo('KanariExif'));
    const { body: foreign } = await http.upload(actor.citizen('orang-lain'), await photo('KanariExif'));
    const { body: document } = await http.upload(holder, pdf(), { fileName: 'bukti.pdf' });
    for (const wrong of [foreign.id, document.id, randomUUID()])
      expect(await bring(holder, [own.id, wrong])).toMatchObject({
        fields: [{ path: 'input.attachmentIds', code: 'NOT_FOUND' }],
      });
    expect(await bring(holder, [own.id])).toMatchObject({
      workOrder: { evidence: [{ files: [{ id: own.id }] }] },
    });
    // What a scanner said is for officers who read the report.
    const scanned = async (viewer: Viewer) =>
      (
        await harness.ask(
          viewer,
          'query ($id: ID!) { workOrder(id: $id) { evidence { files { scanState } } } }',
          { id: workOrder.id },
        )
      ).workOrder.evidence[0].files[0].scanState;
    expect(await Promise.all([holder, fieldOfficer, liaison].map(scanned))).toEqual([
      null,
      null,
      'NOT_SCANNED',
    ]);
    // Once only, and neither the report nor its public knows of it.
    expect(await bring(holder, [own.id])).toMatchObject({ __typename: 'InvalidInput' });
    const { report } = await harness.ask(
      actor.public,
      `{ report(number: "${number}") { attachments { id } history { attachments { id } } } }`,
    );
    expect(JSON.stringify(report)).not.toContain(own.id);
    harness.clock.advance(3 * DAY);
    await removeStaleUploads(harness.deps);
    expect(await seen(liaison, workOrder.id)).toMatchObject({ evidence: [{ files: [{ id: own.id }] }] });
  });

  it('holds until the third day after the day it is due has ended at the unit; a wrong, cancelled and expired link look alike', async () => {
    const { id } = await disposed();
    const { workOrder, path } = await create(liaison, id);
    const cancelled = await create(liaison, id);
    await call(liaison, 'cancelWorkOrder', { workOrderId: cancelled.workOrder.id });
    const wrong = await open(`x#${[...path.split('#')[1]!].toReversed().join('')}`);
    expect(wrong).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await open(cancelled.path)).toEqual(wrong);
    expect(await seen(byLink(cancelled.workOrder.id), cancelled.workOrder.id)).toBeNull();
    const end = startOfLocalDate(dayAfter(workOrder.dueOn, 4), 'Asia/Jakarta');
    harness.clock.advance(end.getTime() - harness.clock.now().getTime() - 1);
    expect(await open(path)).toMatchObject({ __typename: 'WorkOrderOpened' });
    harness.clock.advance(1);
    expect(await open(path)).toEqual(wrong);
    expect(await seen(byLink(workOrder.id), workOrder.id)).toBeNull();
    expect(await seen(fieldOfficer, workOrder.id)).toMatchObject({ state: 'EXPIRED' });
    expect(await call(fieldOfficer, 'finishWorkOrder', { workOrderId: workOrder.id })).toMatchObject({
      fields: [{ code: 'OVER' }],
    });
    expect(await open(path, { ...liaison, apiKey: { id: 'kunci', scopes: ['graph:write'] } })).toEqual(wrong);
  });

  it('is called back when the report is closed or leaves the unit, and stays while a colleague answers', async () => {
    const left = await disposed();
    const moved = await create(liaison, left.id);
    await answer(harness, left.id, 'ACKNOWLEDGEMENT');
    expect(await seen(liaison, moved.workOrder.id)).toMatchObject({ state: 'OPEN' });
    await must(harness, cityAdmin, 'disposeReport', {
      reportId: left.id,
      organisationId: 'opd-13-71-dishub',
    });
    expect(await seen(fieldOfficer, moved.workOrder.id)).toMatchObject({ state: 'CANCELLED' });
    const closed = await disposed();
    const done = await create(liaison, closed.id);
    await change(harness, actor.withGrant(closed.id), 'withdrawReport', { reportId: closed.id });
    expect(await open(done.path)).toMatchObject({ __typename: 'NotFound' });
    expect(await create(liaison, closed.id)).toMatchObject({
      __typename: 'TransitionRefused',
      state: 'ARCHIVED',
    });
  });

  it('is for a day within its time, and given once for a repeated request', async () => {
    const { id } = await disposed();
    const on = (days: number) =>
      new Date(harness.clock.now().getTime() + days * DAY).toISOString().slice(0, 10);
    expect(await create(liaison, id, { dueOn: on(-2) })).toMatchObject({ fields: [{ code: 'IN_THE_PAST' }] });
    expect(await create(liaison, id, { dueOn: on(20) })).toMatchObject({ fields: [{ code: 'TOO_LATE' }] });
    const key = { requestKey: randomUUID() };
    const orders = await Promise.all(Array.from({ length: 6 }, () => create(liaison, id, key)));
    expect(new Set(orders.map(({ workOrder }) => workOrder.id)).size).toBe(1);
    expect(new Set(orders.map(({ path }) => path)).size).toBe(1);
  });

  it('is listed in as many statements for many as for few', async () => {
    const count = async () => {
      const before = harness.statements();
      await mine(fieldOfficer, false);
      return harness.statements() - before;
    };
    const few = await count();
    for (let index = 0; index < 5; index++) await create(liaison, (await disposed()).id);
    expect(await count()).toBe(few);
  });
});
