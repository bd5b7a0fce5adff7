import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { forgetOldDrafts } from '../src/modules/draft/index.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, LEAD, must } from './situations.ts';

const CATEGORY = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';
const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const colleague: Viewer = { ...liaison, accountId: 'rekan' };
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const TEXT =
  'Yth. {nama_pelapor_publik}, laporan {nomor} "{judul}" ({kategori}) ditangani {unit}, {instansi}, paling lambat {tenggat}.';

const SAVE = `mutation ($input: SaveAnswerTemplateInput!) { result: saveAnswerTemplate(input: $input) { __typename
  ... on AnswerTemplateChanged { template { id title organisation { id } } } ... on InvalidInput { fields { path code message } } ... on UserError { code } } }`;
const RETIRE = `mutation ($input: RetireAnswerTemplateInput!) { result: retireAnswerTemplate(input: $input) { __typename } }`;
const LIST = `query ($organisationId: ID!, $kind: AnswerKind, $categoryId: ID) { answerTemplates(organisationId: $organisationId, kind: $kind, categoryId: $categoryId) { id title organisation { id } } }`;
const RENDER = `query ($reportId: ID!, $templateId: ID!) { renderAnswerTemplate(reportId: $reportId, templateId: $templateId) { text missing template { id } } }`;
const DRAFT = `mutation ($input: SaveAnswerDraftInput!) { result: saveAnswerDraft(input: $input) { __typename
  ... on AnswerDraftKept { report { viewerDraft { kind text promisedOn } } } ... on InvalidInput { fields { path code } } ... on UserError { code } } }`;

describe('templates for answers', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const save = async (viewer: Viewer, input: Record<string, unknown> = {}) =>
    (
      await harness.ask(viewer, SAVE, {
        input: {
          organisationId: 'pemkot-13-71',
          kind: 'PLAN',
          title: 'Rencana penambalan',
          text: TEXT,
          ...input,
        },
      })
    ).result;
  const list = async (viewer: Viewer, organisationId: string, more: Record<string, unknown> = {}) =>
    (await harness.ask(viewer, LIST, { organisationId, ...more })).answerTemplates;
  const render = async (viewer: Viewer, reportId: string, templateId: string) =>
    (await harness.ask(viewer, RENDER, { reportId, templateId })).renderAnswerTemplate;

  it('are written by admins of the organisation and those above, and stand ready in the subtree alone', async () => {
    const { template } = await save(cityAdmin);
    for (const viewer of [
      actor.public,
      actor.citizen('siapa'),
      liaison,
      actor.nationalAdmin(),
      actor.officer('AGENCY_HEAD', 'pemkot-13-71'),
      actor.officer('AGENCY_ADMIN', LEAD),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
      { ...cityAdmin, apiKey: { id: 'kunci', scopes: ['reports:read' as const, 'graph:write' as const] } },
    ])
      expect(await save(viewer)).toMatchObject({ __typename: 'NotFound' });
    for (const [viewer, place] of [
      [liaison, LEAD],
      [actor.officer('LIAISON_OFFICER', 'unit-bina-marga'), 'unit-bina-marga'],
      [cityAdmin, LEAD],
    ] as const)
      expect((await list(viewer, place)).map(({ id }: any) => id)).toContain(template.id);
    for (const [viewer, place] of [
      [actor.public, LEAD],
      [actor.officer('FIELD_OFFICER', LEAD), LEAD],
      [actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'), LEAD],
      [actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'), 'opd-13-77-dpupr'],
      [liaison, 'tidak-ada'],
    ] as const)
      expect(await list(viewer, place)).toEqual([]);
    const audited = await harness.row(
      `select actor_id, organisation_id, report_id, subject_id from audit where action = 'TEMPLATE_SAVED' order by id desc limit 1`,
    );
    expect(audited).toEqual({
      actor_id: cityAdmin.accountId,
      organisation_id: 'pemkot-13-71',
      report_id: null,
      subject_id: template.id,
    });
  });

  it('of the nation stand ready for every agency, and are the national desk’s alone', async () => {
    const desk = actor.nationalAdmin();
    const national = { organisationId: 'kemenpanrb', isNational: true, title: 'Untuk seluruh Indonesia' };
    for (const viewer of [
      actor.public,
      cityAdmin,
      actor.officer('AGENCY_ADMIN', 'kemenpanrb'),
      actor.officer('NATIONAL_ADMIN', 'ksp'),
      { ...desk, apiKey: { id: 'kunci', scopes: ['graph:write' as const] } },
    ])
      expect(await save(viewer, national)).toMatchObject({ __typename: 'NotFound' });
    const { template } = await save(desk, national);
    const ids = async (viewer: Viewer, place: string) => (await list(viewer, place)).map(({ id }: any) => id);
    for (const [viewer, place] of [
      [liaison, LEAD],
      [actor.officer('LIAISON_OFFICER', 'opd-13-77-dpupr'), 'opd-13-77-dpupr'],
      [desk, 'kemenpanrb'],
      [desk, LEAD],
    ] as const)
      expect(await ids(viewer, place)).toContain(template.id);
    // Of an agency’s own it learns nothing.
    expect(await list(desk, LEAD)).toHaveLength(1);
    expect(await ids(actor.officer('FIELD_OFFICER', LEAD), LEAD)).toEqual([]);
    const { id } = await file(harness);
    await dispose(harness, id);
    expect((await render(liaison, id, template.id)).text).toContain('Pemerintah Kota Padang');
    // Another national desk writes it anew; the ministry’s own admin does not.
    const ofKsp = actor.officer('NATIONAL_ADMIN', 'ksp');
    const anew = { ...national, templateId: template.id, title: 'Untuk semua' };
    expect(await save(ofKsp, anew)).toMatchObject({ template: { id: template.id, title: 'Untuk semua' } });
    const ministry = actor.officer('AGENCY_ADMIN', 'kemenpanrb');
    expect(await save(ministry, { ...anew, isNational: false })).toMatchObject({ __typename: 'NotFound' });
    const retire = async (viewer: Viewer) =>
      (
        await harness.ask(viewer, RETIRE, {
          input: { organisationId: 'kemenpanrb', templateId: template.id },
        })
      ).result.__typename;
    expect(await retire(ministry)).toBe('NotFound');
    expect([await retire(ofKsp), await retire(desk)]).toEqual([
      'AnswerTemplateChanged',
      'AnswerTemplateChanged',
    ]);
    expect(await ids(liaison, LEAD)).not.toContain(template.id);
  });

  it('are found by kind and by a category or one above it', async () => {
    const above = await save(cityAdmin, {
      title: 'Untuk jalan',
      categoryId: 'pekerjaan-umum-dan-penataan-ruang',
    });
    const other = await save(cityAdmin, { title: 'Untuk hal lain', categoryId: 'kesehatan' }).catch(
      () => null,
    );
    const titles = (await list(liaison, LEAD, { kind: 'PLAN', categoryId: CATEGORY })).map(
      ({ title }: any) => title,
    );
    expect(titles).toContain('Untuk jalan');
    expect(titles).not.toContain('Untuk hal lain');
    expect(await list(liaison, LEAD, { kind: 'OBSTACLE' })).toEqual([]);
    expect(above.template).toBeDefined();
    expect(other).not.toBeNull();
  });

  it('refuse placeholders that nobody fills in, and name them', async () => {
    expect(await save(cityAdmin, { text: 'Yth. {nama_pelapor}, NIK {nik}.' })).toMatchObject({
      fields: [
        {
          path: 'input.text',
          code: 'UNKNOWN_PLACEHOLDER',
          message: expect.stringContaining('{nama_pelapor}, {nik}'),
        },
      ],
    });
  });

  it('are filled in from the report for whoever answers it by a post', async () => {
    const { template } = await save(cityAdmin);
    const { id, number } = await file(harness, actor.public, {
      reporter: { name: 'Nama Yang Rahasia', phone: '0812 9999 1111' },
    });
    await dispose(harness, id);
    await harness.test.database.pool.query('update report set next_due_at = $2 where id = $1', [
      id,
      '2026-11-27T17:00:00Z',
    ]);
    const rendered = await render(liaison, id, template.id);
    expect(rendered.text).toBe(
      `Yth. Pelapor ${number.slice(-4)}, laporan ${number.slice(0, 4)} ${number.slice(4)} "Jalan berlubang di depan pasar" (Jalan Berlubang) ditangani Dinas PUPR Kota Padang, Pemerintah Kota Padang, paling lambat 27 November 2026.`,
    );
    await harness.test.database.pool.query('update report set next_due_at = null where id = $1', [id]);
    expect(await render(liaison, id, template.id)).toMatchObject({
      missing: ['tenggat'],
      text: expect.stringContaining('{tenggat}'),
    });
    for (const viewer of [
      actor.public,
      actor.withGrant(id),
      actor.officer('AGENCY_HEAD', LEAD),
      actor.nationalAdmin(),
    ])
      expect(await render(viewer, id, template.id)).toBeNull();
    expect(await render(liaison, id, randomUUID())).toBeNull();
    const foreign = await save(actor.officer('AGENCY_ADMIN', 'pemkot-13-77'), {
      organisationId: 'pemkot-13-77',
    });
    expect(await render(liaison, id, foreign.template.id)).toBeNull();
  });

  it('are written once for a repeated request, anew by their id, and not found once they are retired', async () => {
    const input = { requestKey: randomUUID(), title: 'Sekali saja' };
    const saved = await Promise.all(Array.from({ length: 6 }, () => save(cityAdmin, input)));
    expect(new Set(saved.map(({ template }) => template.id)).size).toBe(1);
    const { id } = saved[0]!.template;
    expect(await save(cityAdmin, { templateId: id, title: 'Judul baru' })).toMatchObject({
      template: { id, title: 'Judul baru' },
    });
    expect(await save(cityAdmin, { templateId: randomUUID() })).toMatchObject({ __typename: 'NotFound' });
    // Of another organisation of the same admin it is not this template.
    expect(await save(cityAdmin, { templateId: id, organisationId: LEAD })).toMatchObject({
      __typename: 'NotFound',
    });
    const retire = async (viewer: Viewer) =>
      (await harness.ask(viewer, RETIRE, { input: { organisationId: 'pemkot-13-71', templateId: id } }))
        .result.__typename;
    expect(await retire(liaison)).toBe('NotFound');
    expect(await retire(cityAdmin)).toBe('AnswerTemplateChanged');
    expect((await list(liaison, LEAD)).map((template: any) => template.id)).not.toContain(id);
  });
});

describe('a draft of an answer', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const keep = async (viewer: Viewer, reportId: string, more: Record<string, unknown> = {}) =>
    (await harness.ask(viewer, DRAFT, { input: { reportId, kind: 'PLAN', text: 'Kami akan', ...more } }))
      .result;
  const draftOf = async (viewer: Viewer, number: string) =>
    (await harness.ask(viewer, `{ report(number: "${number}") { viewerDraft { kind text promisedOn } } }`))
      .report?.viewerDraft;
  const disposed = async () => {
    const report = await file(harness);
    await dispose(harness, report.id);
    return report;
  };

  it('is the officer’s alone, half of an answer is no fault, and the last one wins', async () => {
    const { id, number } = await disposed();
    expect(await keep(liaison, id)).toMatchObject({
      report: { viewerDraft: { kind: 'PLAN', text: 'Kami akan', promisedOn: null } },
    });
    await keep(colleague, id, { kind: 'OBSTACLE', text: '' });
    await Promise.all(Array.from({ length: 5 }, () => keep(liaison, id, { text: 'Kami akan menambal' })));
    expect(await draftOf(liaison, number)).toEqual({
      kind: 'PLAN',
      text: 'Kami akan menambal',
      promisedOn: null,
    });
    expect(await draftOf(colleague, number)).toMatchObject({ kind: 'OBSTACLE', text: '' });
    for (const viewer of [
      actor.public,
      actor.nationalAdmin(),
      cityAdmin,
      { ...liaison, apiKey: { id: 'kunci', scopes: ['reports:read' as const, 'graph:write' as const] } },
    ])
      expect(await draftOf(viewer, number)).toBeNull();
    const { count } = await harness.row(
      `select count(*)::int as count from audit where report_id = $1 and action = 'DRAFT_BEGUN'`,
      id,
    );
    expect(count).toBe(2);
  });

  it('is refused to whoever may not answer, and when it is too long', async () => {
    const { id } = await disposed();
    for (const viewer of [
      actor.public,
      actor.withGrant(id),
      actor.officer('AGENCY_HEAD', LEAD),
      actor.officer('FIELD_OFFICER', LEAD),
    ])
      expect(await keep(viewer, id)).toMatchObject({ __typename: 'NotFound' });
    expect(await keep(liaison, id, { text: 'x'.repeat(4_001) })).toMatchObject({
      fields: [{ path: 'input.text', code: 'TOO_LONG' }],
    });
  });

  it('is gone when it is sent, when it is thrown away, and thirty days after it was last written', async () => {
    await harness.test.database.pool.query('delete from answer_draft');
    const { id, number } = await disposed();
    await keep(liaison, id);
    await keep(colleague, id);
    await answer(harness, id, 'ACKNOWLEDGEMENT');
    expect(await draftOf(liaison, number)).toBeNull();
    expect(await draftOf(colleague, number)).not.toBeNull();
    await harness.ask(
      colleague,
      'mutation ($input: DiscardAnswerDraftInput!) { discardAnswerDraft(input: $input) { __typename } }',
      { input: { reportId: id } },
    );
    expect(await draftOf(colleague, number)).toBeNull();
    await keep(liaison, id);
    harness.clock.advance(30 * 86_400_000);
    expect(await forgetOldDrafts(harness.deps)).toBe(0);
    harness.clock.advance(1);
    expect(await forgetOldDrafts(harness.deps)).toBe(1);
    expect(await draftOf(liaison, number)).toBeNull();
  });

  it('is not shown any more when the report has left the officer', async () => {
    const { id, number } = await disposed();
    await keep(liaison, id);
    await must(harness, cityAdmin, 'disposeReport', { reportId: id, organisationId: 'opd-13-71-dishub' });
    expect(await draftOf(liaison, number)).toBeNull();
  });
});
