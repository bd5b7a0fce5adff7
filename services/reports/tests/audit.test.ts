import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { hitsIn } from './canaries.ts';
import { pdf, startHttp, type Http } from './files.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { POST_ROLES } from '@lapor/viewer';
import { answer, dispose, LEAD, must, reportIn, REPORTER } from './situations.ts';

const REASON = 'Perlu memastikan alamat pelapor KanariAlasan.';
const desk = actor.nationalAdmin();
const unit = actor.officer('LIAISON_OFFICER', LEAD);
const root = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');

describe('the audit of reports', () => {
  let harness: Harness;
  let http: Http;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });
  const page = async (
    viewer: Viewer,
    filter: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
  ) =>
    (
      await harness.ask(
        viewer,
        `query ($filter: ReportAuditFilter, $first: Int! = 100, $after: String) { reportAuditEntries(filter: $filter, first: $first, after: $after) {
           edges { node { id at action actorKind actor { id } apiKeyId organisation { id } reportId reportNumber } } pageInfo { hasNextPage endCursor } } }`,
        { filter, ...more },
      )
    ).reportAuditEntries;
  const look = async (viewer: Viewer, filter: Record<string, unknown> = {}) =>
    (await page(viewer, filter)).edges.map(({ node }: any) => node);
  const actionsOf = async (viewer: Viewer, reportNumber: string) =>
    (await look(viewer, { reportNumber })).map(({ action }: any) => action).toReversed();

  async function lived(overrides: Record<string, unknown> = {}) {
    const report = await file(harness, actor.citizen(REPORTER), {
      text: 'Cerita panjang tentang KanariNarasi di kantor itu.',
      reporter: { name: 'Kanari Nama', phone: '081299998888' },
      ...overrides,
    });
    await dispose(harness, report.id);
    await answer(harness, report.id, 'PLAN');
    await harness.ask(
      unit,
      `mutation ($input: RevealIdentityInput!) { revealIdentity(input: $input) { __typename } }`,
      { input: { reportId: report.id, reason: REASON } },
    );
    return report;
  }

  it('holds each write and each reading of what is sealed: who, what, when, for whom', async () => {
    const { id, number } = await lived();
    await harness.service.contactOfReporter(id);
    expect(await actionsOf(desk, number)).toEqual([
      'SUBMITTED',
      'DISPOSED',
      'PLANNED',
      'IDENTITY_REVEALED',
      'CONTACT_READ',
    ]);
    const [contact, revealed, planned, , submitted] = await look(desk, { reportNumber: number });
    expect(contact).toMatchObject({ actorKind: 'SERVICE', actor: null, organisation: null });
    expect(revealed).toEqual({
      id: expect.stringMatching(/^\d+$/),
      at: harness.clock.now().toISOString(),
      action: 'IDENTITY_REVEALED',
      actorKind: 'OFFICER',
      actor: { id: unit.accountId },
      apiKeyId: null,
      organisation: { id: LEAD },
      reportId: id,
      reportNumber: number,
    });
    expect(planned).toMatchObject({ actorKind: 'OFFICER', actor: { id: unit.accountId } });
    // Of a citizen nothing is kept, with an account or without.
    expect(submitted).toMatchObject({ actorKind: 'CITIZEN', actor: null, organisation: null });
  });

  it('has an entry for each entry of the histories, written with it or not at all', async () => {
    const { id } = await lived();
    expect(
      await harness.row(
        `select (select array_agg(kind order by sequence) from history where report_id = $1) as told,
           (select array_agg(action order by id) from audit where report_id = $1) as noted`,
        id,
      ),
    ).toMatchObject({
      told: ['SUBMITTED', 'DISPOSED', 'PLANNED', 'IDENTITY_REVEALED'],
      noted: ['SUBMITTED', 'DISPOSED', 'PLANNED', 'IDENTITY_REVEALED'],
    });
    await harness.test.database.pool.query('alter table audit add constraint broken check (false) not valid');
    await expect(
      must(harness, unit, 'answerReport', { reportId: id, kind: 'ACKNOWLEDGEMENT', text: REASON }),
    ).rejects.toThrow();
    await expect(harness.service.contactOfReporter(id)).rejects.toThrow();
    await harness.test.database.pool.query('alter table audit drop constraint broken');
    expect(await harness.row('select sequence from report where id = $1', id)).toEqual({ sequence: 4 });
  });

  it('notes who opens a document, and what an API key does as the key’s', async () => {
    const key = { key: crypto.randomUUID(), fileName: 'KanariBerkas.pdf' };
    const uploaded = await http.upload(actor.public, pdf(), key);
    const { id, number } = await file(harness, actor.public, {
      submissionKey: key.key,
      attachmentIds: [uploaded.body.id],
    });
    await dispose(harness, id);
    const url = `/files/${uploaded.body.id}`;
    expect((await http.download(unit, url)).status).toBe(200);
    expect((await http.download(actor.public, url)).status).toBe(404);
    const machine: Viewer = { ...unit, apiKey: { id: 'kunci-1', scopes: ['reports:read', 'graph:write'] } };
    await must(harness, machine, 'answerReport', { reportId: id, kind: 'ACKNOWLEDGEMENT', text: REASON });
    const [acknowledged, read, ...before] = await look(desk, { reportNumber: number });
    expect(acknowledged).toMatchObject({ actorKind: 'KEY', actor: null, apiKeyId: 'kunci-1' });
    expect(read).toMatchObject({
      action: 'DOCUMENT_READ',
      actor: { id: unit.accountId },
      organisation: { id: LEAD },
    });
    expect(before.map(({ action }: any) => action)).toEqual(['DISPOSED', 'SUBMITTED']);
    const reading: Viewer = { ...unit, apiKey: { id: 'kunci-2', scopes: ['reports:read'] } };
    expect((await http.upload(reading, pdf(), { fileName: 'x.pdf' })).status).toBe(403);
  });

  it('is read by the national desk, and by admins and heads for the own subtree; by nobody else', async () => {
    const { number } = await lived();
    const whole = ['SUBMITTED', 'DISPOSED', 'PLANNED', 'IDENTITY_REVEALED'];
    // What came before anybody of the city had it is not the city's.
    const own = whole.slice(1);
    expect(await actionsOf(desk, number)).toEqual(whole);
    for (const viewer of [
      root,
      actor.officer('AGENCY_ADMIN', LEAD),
      actor.officer('AGENCY_HEAD', 'pemkot-13-71'),
      actor.officer('AGENCY_HEAD', LEAD),
    ])
      expect(await actionsOf(viewer, number)).toEqual(own);
    const others = [
      actor.public,
      actor.citizen(REPORTER),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
      actor.officer('AGENCY_HEAD', 'opd-13-71-dishub'),
      ...POST_ROLES.filter((role) => !['NATIONAL_ADMIN', 'AGENCY_ADMIN', 'AGENCY_HEAD'].includes(role)).map(
        (role) => actor.officer(role, 'pemkot-13-71'),
      ),
      { ...desk, apiKey: { id: 'k', scopes: ['graph:read', 'reports:read', 'graph:write'] } } as Viewer,
      { ...root, apiKey: { id: 'k', scopes: ['graph:read', 'reports:read', 'graph:write'] } } as Viewer,
    ];
    for (const viewer of others) {
      expect(await look(viewer), JSON.stringify(viewer.posts)).toEqual(
        viewer.posts[0]?.organisationId.startsWith('pemkot-13-77') ||
          viewer.posts[0]?.organisationId === 'opd-13-71-dishub'
          ? expect.not.arrayContaining([expect.objectContaining({ reportNumber: number })])
          : [],
      );
    }
  });

  it('shows nobody above that there is a confidential report, not even when it became one later', async () => {
    const { id, number } = await lived();
    const hidden = await reportIn(harness, 'IN_PROGRESS', 'confidential');
    await must(harness, actor.officer('LIAISON_OFFICER', LEAD), 'flagReport', {
      reportId: id,
      confidential: true,
      reason: REASON,
    });
    for (const report of [number, hidden.number]) {
      expect(await look(root, { reportNumber: report })).toEqual([]);
      expect((await look(root)).map(({ reportNumber }: any) => reportNumber)).not.toContain(report);
      expect(
        (await look(actor.officer('AGENCY_HEAD', LEAD), { reportNumber: report })).length,
      ).toBeGreaterThan(0);
      expect((await look(desk, { reportNumber: report })).length).toBeGreaterThan(2);
    }
  });

  it('is filtered by report, actor, organisation, action and time, and pages without gaps', async () => {
    await lived();
    const start = harness.clock.now();
    harness.clock.advance(3_600_000);
    const { number } = await lived();
    const from = harness.clock.now().toISOString();
    expect(new Set((await look(desk, { from })).map(({ reportNumber }: any) => reportNumber))).toEqual(
      new Set([number]),
    );
    expect(
      (await look(desk, { until: from })).every(({ at }: any) => Date.parse(at) <= start.getTime()),
    ).toBe(true);
    expect(
      (await look(desk, { actions: ['IDENTITY_REVEALED'], reportNumber: number })).map(
        ({ action }: any) => action,
      ),
    ).toEqual(['IDENTITY_REVEALED']);
    const byUnit = await look(desk, { actorId: unit.accountId });
    expect(byUnit.length).toBeGreaterThan(0);
    expect(byUnit.every(({ actor: by }: any) => by?.id === unit.accountId)).toBe(true);
    expect(await look(desk, { organisationId: 'pemkot-13-77' })).toEqual([]);
    expect((await look(desk, { organisationId: LEAD })).length).toBeGreaterThan(0);
    expect(await look(actor.officer('AGENCY_ADMIN', 'pemkot-13-77'), { organisationId: LEAD })).toEqual([]);
    const all = (await look(desk)).map(({ id }: any) => id);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: any = await page(desk, {}, { first: 3, after });
      paged.push(...edges.map(({ node }: any) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
    expect((await page(desk, {}, { first: 3, after: 'nonsense' })).edges).toHaveLength(3);
  });

  it('cannot be changed, emptied or thinned out by the service itself', async () => {
    await lived();
    const before = await harness.row('select count(*)::int as entries from audit');
    const { pool } = harness.test.database;
    for (const attempt of [
      `update audit set actor_id = 'lain'`,
      'delete from audit',
      'delete from audit where id = (select max(id) from audit)',
      'truncate audit',
    ])
      await expect(pool.query(attempt), attempt).rejects.toThrow(/permission denied/);
    // Were the privilege given back, the trigger would still refuse.
    await pool.query('grant update, delete, truncate on audit to current_user');
    for (const attempt of [`update audit set actor_id = 'lain'`, 'delete from audit', 'truncate audit'])
      await expect(pool.query(attempt), attempt).rejects.toThrow(/append-only/);
    await pool.query('revoke update, delete, truncate on audit from current_user');
    expect(await harness.row('select count(*)::int as entries from audit')).toEqual(before);
  });

  it('says nothing of what was written, and nothing personal', async () => {
    await lived();
    const { rows } = await harness.test.database.pool.query('select a::text as row from audit a');
    const canaries = ['KanariNarasi', 'KanariAlasan', 'Kanari Nama', '81299998888', 'KanariBerkas', REPORTER];
    expect(rows.flatMap(({ row }) => hitsIn(row, canaries))).toEqual([]);
    expect(hitsIn(JSON.stringify(await look(desk)), canaries)).toEqual([]);
  });
});
