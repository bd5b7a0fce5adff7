import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { photo, startHttp } from './files.ts';
import { actor, change, file, startHarness, type Harness } from './harness.ts';
import { tellOfficers } from './officers.ts';
import { dispose, LEAD, must } from './situations.ts';

const liaison = actor.officer('LIAISON_OFFICER', LEAD);
const cityAdmin = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const unitHead = actor.officer('AGENCY_HEAD', LEAD);
const unitAdmin = actor.officer('AGENCY_ADMIN', LEAD);
const TEXT = 'Lubang akan kami tambal pekan depan.';

describe('an answer that needs approval', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());
  beforeEach(() => harness.test.database.pool.query('delete from answer_approval'));

  const inThreeWeeks = () =>
    new Date(harness.clock.now().getTime() + 21 * 86_400_000).toISOString().slice(0, 10);
  const set = async (viewer: Viewer, organisationId: string, mode: string) =>
    (
      await harness.ask(
        viewer,
        `mutation ($input: SetAnswerApprovalInput!) { result: setAnswerApproval(input: $input) { __typename
          ... on AnswerApprovalSet { approval { mode setBy { id } } } ... on UserError { code } } }`,
        { input: { organisationId, mode } },
      )
    ).result;
  const holds = async (viewer: Viewer, organisationId: string) =>
    (
      await harness.ask(
        viewer,
        'query ($id: ID!) { answerApproval(organisationId: $id) { mode setBy { id } } }',
        { id: organisationId },
      )
    ).answerApproval;
  const reply = (viewer: Viewer, reportId: string, kind = 'PLAN', more: Record<string, unknown> = {}) =>
    change(harness, viewer, 'answerReport', {
      reportId,
      kind,
      text: TEXT,
      promisedOn: inThreeWeeks(),
      outcome: 'SOLVED',
      noProofReason: 'Foto menyusul besok pagi.',
      ...more,
    });
  const look = async (viewer: Viewer, number: string) =>
    (
      await harness.ask(
        viewer,
        `{ report(number: "${number}") { state version answerProposals { id kind text viewerCanDecide author { id } }
           history { kind text officer { id } author { id } organisation { id } attachments { id } } } }`,
      )
    ).report;
  const disposed = async (overrides: Record<string, unknown> = {}) => {
    const report = await file(harness, actor.citizen('akun-pelapor'), overrides);
    await dispose(harness, report.id);
    return report;
  };
  const waiting = async (kind = 'PLAN') => {
    await set(cityAdmin, 'pemkot-13-71', 'ALL');
    const report = await disposed();
    await reply(liaison, report.id, kind);
    const [proposal] = (await look(liaison, report.number)).answerProposals;
    return { ...report, proposalId: proposal.id as string };
  };

  it('is set by admins of the organisation and those above; the nearest level holds', async () => {
    for (const viewer of [
      actor.public,
      liaison,
      actor.nationalAdmin(),
      actor.officer('AGENCY_HEAD', 'pemkot-13-71'),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
      { ...cityAdmin, apiKey: { id: 'kunci', scopes: ['graph:write' as const, 'reports:read' as const] } },
    ])
      expect(await set(viewer, LEAD, 'ALL')).toMatchObject({ __typename: 'NotFound' });
    expect(await holds(liaison, LEAD)).toEqual({ mode: 'NONE', setBy: null });
    await set(cityAdmin, 'pemkot-13-71', 'ALL');
    expect(await holds(liaison, LEAD)).toEqual({ mode: 'ALL', setBy: { id: 'pemkot-13-71' } });
    await set(unitAdmin, LEAD, 'RESULTS');
    expect(await holds(liaison, LEAD)).toEqual({ mode: 'RESULTS', setBy: { id: LEAD } });
    expect(await holds(actor.public, LEAD)).toBeNull();
    const told = await harness.row(
      `select count(*)::int as count from audit where action = 'ANSWER_APPROVAL_SET' and organisation_id = $1`,
      LEAD,
    );
    await set(unitAdmin, LEAD, 'RESULTS');
    expect(
      await harness.row(
        `select count(*)::int as count from audit where action = 'ANSWER_APPROVAL_SET' and organisation_id = $1`,
        LEAD,
      ),
    ).toEqual(told);
  });

  it('stands beside the unit on the report, for whoever works there or above', async () => {
    await set(unitAdmin, LEAD, 'RESULTS');
    const { id, number } = await disposed();
    const ofUnits = async (viewer: Viewer) =>
      (
        await harness.ask(
          viewer,
          `{ report(number: "${number}") { assignments { organisation { id } answerApproval { mode setBy { id } } } } }`,
        )
      ).report.assignments;
    const rule = { mode: 'RESULTS', setBy: { id: LEAD } };
    for (const officer of [liaison, cityAdmin])
      expect(await ofUnits(officer)).toEqual([{ organisation: { id: LEAD }, answerApproval: rule }]);
    for (const other of [actor.withGrant(id), actor.nationalAdmin()])
      expect(await ofUnits(other)).toEqual([{ organisation: { id: LEAD }, answerApproval: null }]);
  });

  it('waits unseen by the reporter and the public, starts and stops no clock, and is an answer once it is approved', async () => {
    const { id, number, proposalId } = await waiting();
    const before = await look(liaison, number);
    expect(before).toMatchObject({ state: 'DISPOSED', answerProposals: [{ kind: 'PLAN', text: TEXT }] });
    expect(before.history[0]).toMatchObject({ kind: 'ANSWER_PROPOSED', text: TEXT });
    for (const outsider of [actor.public, actor.withGrant(id), actor.citizen('akun-pelapor')]) {
      const seen = await look(outsider, number);
      expect(seen.answerProposals).toEqual([]);
      expect(JSON.stringify(seen.history)).not.toMatch(/ANSWER_PROPOSED|tambal pekan depan/);
    }
    const events = async () => (await harness.events()).filter(({ payload }) => payload.reportId === id);
    expect((await events()).at(-1)).toMatchObject({
      payload: { kind: 'ANSWER_PROPOSED', state: 'DISPOSED' },
    });
    const mails = async () =>
      (await harness.events('notification.requested')).filter(
        ({ payload }) => payload.facts.number === number && payload.template === 'report-answered',
      ).length;
    expect(await mails()).toBe(0);
    expect(await must(harness, cityAdmin, 'approveAnswer', { reportId: id, proposalId })).toMatchObject({
      state: 'IN_PROGRESS',
    });
    const after = await look(cityAdmin, number);
    expect(after.answerProposals).toEqual([]);
    expect(after.history[0]).toMatchObject({
      kind: 'PLANNED',
      text: TEXT,
      officer: { id: cityAdmin.accountId },
      author: { id: liaison.accountId },
      organisation: { id: LEAD },
    });
    expect((await events()).at(-1)).toMatchObject({
      payload: {
        kind: 'PLANNED',
        state: 'IN_PROGRESS',
        actorOrganisationId: LEAD,
        promisedOn: inThreeWeeks(),
      },
    });
    expect(await mails()).toBe(1);
    expect((await look(actor.public, number)).history[0]).toMatchObject({
      text: TEXT,
      author: null,
      officer: null,
    });
    expect(await verifyHistory(harness.deps.database, harness.deps.chain, id)).toBeNull();
  });

  it('of a result is the lead’s result from then on, with its proof', async () => {
    await using http = await startHttp(harness);
    await set(unitAdmin, LEAD, 'RESULTS');
    const { id, number } = await disposed();
    expect(await reply(liaison, id, 'PLAN')).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    const { body: proof } = await http.upload(liaison, await photo('KanariExif'));
    await reply(liaison, id, 'RESULT', { attachmentIds: [proof.id], noProofReason: null });
    expect(JSON.stringify(await look(actor.public, number))).not.toContain(proof.id);
    const [{ id: proposalId }] = (await look(liaison, number)).answerProposals;
    await must(harness, unitHead, 'approveAnswer', { reportId: id, proposalId });
    expect((await look(actor.public, number)).history[0]).toMatchObject({
      kind: 'RESULT',
      attachments: [{ id: proof.id }],
    });
    expect(await harness.row('select waits_for, last_result_at from report where id = $1', id)).toMatchObject(
      {
        waits_for: 'CITIZEN',
        last_result_at: harness.clock.now(),
      },
    );
  });

  it('is decided by an admin or head of the unit or above, never by its author, and given back with a reason', async () => {
    const { id, number, proposalId } = await waiting();
    const decide = (viewer: Viewer, mutation: string) =>
      change(harness, viewer, mutation, {
        reportId: id,
        proposalId,
        ...(mutation === 'rejectAnswer' ? { reason: 'Tanggalnya belum pasti.' } : {}),
      });
    for (const viewer of [
      actor.public,
      actor.withGrant(id),
      actor.nationalAdmin(),
      liaison,
      actor.officer('FIELD_OFFICER', LEAD),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
      actor.officer('AGENCY_ADMIN', 'opd-13-71-dishub'),
      { ...cityAdmin, apiKey: { id: 'kunci', scopes: ['graph:write' as const, 'reports:read' as const] } },
    ])
      for (const mutation of ['approveAnswer', 'rejectAnswer'])
        expect(await decide(viewer, mutation)).toMatchObject({ __typename: 'NotFound' });
    const author: Viewer = { ...liaison, posts: [...liaison.posts, ...unitAdmin.posts] };
    expect((await look(author, number)).answerProposals[0]).toMatchObject({ viewerCanDecide: false });
    expect(await decide(author, 'approveAnswer')).toMatchObject({
      __typename: 'TransitionRefused',
      code: 'OWN_ANSWER',
    });
    expect((await look(unitHead, number)).answerProposals[0]).toMatchObject({ viewerCanDecide: true });
    expect(await decide(unitHead, 'rejectAnswer')).toMatchObject({ report: { state: 'DISPOSED' } });
    expect((await look(liaison, number)).history[0]).toMatchObject({
      kind: 'ANSWER_REJECTED',
      text: 'Tanggalnya belum pasti.',
    });
    expect(JSON.stringify(await look(actor.withGrant(id), number))).not.toContain('Tanggalnya');
    expect(await decide(cityAdmin, 'approveAnswer')).toMatchObject({
      fields: [{ path: 'input.proposalId', code: 'NOT_FOUND' }],
    });
  });

  it('does not wait when a head answers by the link, nor the national desk, and no level above holds for a confidential one', async () => {
    await set(cityAdmin, 'pemkot-13-71', 'ALL');
    const { id, number } = await disposed({ isConfidential: true });
    expect(await reply(liaison, id)).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    await set(unitAdmin, LEAD, 'ALL');
    const other = await disposed({ isConfidential: true });
    expect(await reply(liaison, other.id)).toMatchObject({ report: { state: 'DISPOSED' } });
    const [{ id: proposalId }] = (await look(liaison, other.number)).answerProposals;
    expect(
      await change(harness, cityAdmin, 'approveAnswer', { reportId: other.id, proposalId }),
    ).toMatchObject({ __typename: 'NotFound' });
    await must(harness, unitHead, 'approveAnswer', { reportId: other.id, proposalId });
    expect((await look(liaison, number)).answerProposals).toEqual([]);
  });

  it('takes the place of one that waits, and is approved once by two at a time', async () => {
    const { id, number, proposalId } = await waiting();
    await reply(liaison, id, 'PLAN', { text: 'Lubang akan kami tambal lusa.' });
    const { answerProposals } = await look(liaison, number);
    expect(answerProposals).toMatchObject([{ text: 'Lubang akan kami tambal lusa.' }]);
    expect(await change(harness, cityAdmin, 'approveAnswer', { reportId: id, proposalId })).toMatchObject({
      fields: [{ code: 'NOT_FOUND' }],
    });
    const results = await Promise.all(
      [cityAdmin, unitHead, cityAdmin].map((viewer) =>
        change(harness, viewer, 'approveAnswer', { reportId: id, proposalId: answerProposals[0].id }),
      ),
    );
    expect(results.map(({ __typename }) => __typename).toSorted()).toEqual([
      'InvalidInput',
      'InvalidInput',
      'ReportChanged',
    ]);
    const { history } = await look(liaison, number);
    expect(history.filter(({ kind }: any) => kind === 'PLANNED')).toHaveLength(1);
  });

  it('shows whoever decides everything that the reporter would get', async () => {
    await using http = await startHttp(harness);
    await set(cityAdmin, 'pemkot-13-71', 'ALL');
    const preview = async (viewer: Viewer, number: string) =>
      (
        await harness.ask(
          viewer,
          `{ report(number: "${number}") { answerProposals { kind outcome obstacleReason noProofReason attachments { id } } } }`,
        )
      ).report.answerProposals;
    const { id, number } = await disposed();
    const { body: proof } = await http.upload(liaison, await photo('KanariExif'));
    await reply(liaison, id, 'RESULT', { attachmentIds: [proof.id], noProofReason: null });
    const withProof = {
      kind: 'RESULT',
      outcome: 'SOLVED',
      obstacleReason: null,
      noProofReason: null,
      attachments: [{ id: proof.id }],
    };
    for (const viewer of [cityAdmin, unitHead, liaison])
      expect(await preview(viewer, number)).toEqual([withProof]);
    expect(await preview(actor.citizen('akun-pelapor'), number)).toEqual([]);
    await reply(liaison, id, 'RESULT');
    expect(await preview(cityAdmin, number)).toEqual([
      { ...withProof, noProofReason: 'Foto menyusul besok pagi.', attachments: [] },
    ]);
    await reply(liaison, id, 'OBSTACLE', { obstacleReason: 'WEATHER', outcome: null, noProofReason: null });
    expect(await preview(cityAdmin, number)).toEqual([
      { kind: 'OBSTACLE', outcome: null, obstacleReason: 'WEATHER', noProofReason: null, attachments: [] },
    ]);
  });

  it('is not approved when the promised day has passed, or the report has left the unit', async () => {
    const { id, proposalId } = await waiting();
    harness.clock.advance(40 * 86_400_000);
    expect(await change(harness, cityAdmin, 'approveAnswer', { reportId: id, proposalId })).toMatchObject({
      fields: [{ path: 'input.promisedOn', code: 'IN_THE_PAST' }],
    });
    const gone = await waiting('ACKNOWLEDGEMENT');
    await must(harness, cityAdmin, 'disposeReport', {
      reportId: gone.id,
      organisationId: 'opd-13-71-dishub',
    });
    expect(
      await change(harness, cityAdmin, 'approveAnswer', { reportId: gone.id, proposalId: gone.proposalId }),
    ).toMatchObject({ fields: [{ code: 'NOT_FOUND' }] });
  });

  it('is proposed and approved once for a repeated request', async () => {
    await set(cityAdmin, 'pemkot-13-71', 'ALL');
    const { id, number } = await disposed();
    const requestKey = randomUUID();
    await Promise.all(Array.from({ length: 5 }, () => reply(liaison, id, 'PLAN', { requestKey })));
    const { answerProposals, history } = await look(liaison, number);
    expect(history.filter(({ kind }: any) => kind === 'ANSWER_PROPOSED')).toHaveLength(1);
    const approving = { reportId: id, proposalId: answerProposals[0].id, requestKey: randomUUID() };
    const approved = await Promise.all(
      Array.from({ length: 5 }, () => change(harness, cityAdmin, 'approveAnswer', approving)),
    );
    expect(new Set(approved.map(({ __typename }) => __typename))).toEqual(new Set(['ReportChanged']));
  });

  describe('tells who may decide', () => {
    const head = actor.officer('AGENCY_HEAD', 'pemkot-13-71');
    const told = async (number: string): Promise<string[]> =>
      (await harness.events('notification.requested'))
        .filter(({ payload }) => payload.template === 'answer-waiting' && payload.facts.number === number)
        .map(({ payload }) => payload.recipient.officerId as string)
        .toSorted();
    const among = async (
      officers: readonly Viewer[],
      overrides: Record<string, unknown> = {},
      author: Viewer = liaison,
    ) => {
      await harness.test.database.pool.query('delete from officer');
      await tellOfficers(harness, officers);
      await set(cityAdmin, 'pemkot-13-71', 'ALL');
      await set(unitAdmin, LEAD, 'ALL');
      const report = await disposed(overrides);
      await reply(author, report.id);
      return told(report.number);
    };

    it('by mail at the nearest level that has anybody, without a word of the report', async () => {
      expect(await among([liaison, cityAdmin, head, unitAdmin, unitHead])).toEqual(
        [unitAdmin.accountId, unitHead.accountId].toSorted(),
      );
      expect(await among([liaison, cityAdmin, head, actor.officer('AGENCY_ADMIN', 'pemkot-13-77')])).toEqual(
        [cityAdmin.accountId, head.accountId].toSorted(),
      );
      expect(await among([liaison, actor.officer('FIELD_OFFICER', LEAD)])).toEqual([]);
      const mails = (await harness.events('notification.requested')).filter(
        ({ payload }) => payload.template === 'answer-waiting',
      );
      expect(JSON.stringify(mails)).not.toMatch(/tambal|berlubang/);
      expect(mails[0]!.payload.facts).toEqual({
        number: expect.stringMatching(/^\d{8}$/),
        console: 'agency',
      });
    });

    it('but never the author, nobody who is suspended or not in office yet, and of a confidential one nobody above', async () => {
      const both: Viewer = { ...liaison, posts: [...liaison.posts, ...unitAdmin.posts] };
      expect(await among([both, cityAdmin], {}, both)).toEqual([cityAdmin.accountId]);
      expect(await among([cityAdmin, head], { isConfidential: true })).toEqual([]);
      expect(await among([cityAdmin, unitHead], { isConfidential: true })).toEqual([unitHead.accountId]);
      await harness.test.database.pool.query('delete from officer');
      await tellOfficers(harness, [unitAdmin], { isSuspended: true });
      await tellOfficers(harness, [unitHead], { from: '2027-01-01T00:00:00.000Z' });
      const { id, number } = await disposed();
      await reply(liaison, id);
      expect(await told(number)).toEqual([]);
    });

    it('and not somebody whose organisation the reporter keeps out', async () => {
      const kept: Viewer = {
        ...unitAdmin,
        posts: [...unitAdmin.posts, { role: 'LIAISON_OFFICER', organisationId: 'pemkot-13-77' }],
      };
      expect(
        await among([kept, unitHead], {
          isConfidential: true,
          excludedOrganisationIds: ['pemkot-13-77'],
        }),
      ).toEqual([unitHead.accountId]);
    });
  });

  describe('is in the list of who may decide', () => {
    const list = async (viewer: Viewer, organisationId = 'pemkot-13-71', page = '') =>
      (
        await harness.ask(
          viewer,
          `query ($id: ID!) { answersToApprove(organisationId: $id${page}) { pageInfo { hasNextPage endCursor }
             edges { node { id kind text viewerCanDecide author { id } report { id title state } } } } }`,
          { id: organisationId },
        )
      ).answersToApprove;
    const ids = async (viewer: Viewer, organisationId?: string): Promise<string[]> =>
      (await list(viewer, organisationId)).edges.map(({ node }: any) => node.report.id);

    it('oldest first, in pages, and gone once it is decided', async () => {
      await harness.test.database.pool.query(
        `update answer_proposal set state = 'REPLACED' where state = 'OPEN'`,
      );
      const waitingOnes: Awaited<ReturnType<typeof waiting>>[] = [];
      for (let index = 0; index < 5; index++) {
        waitingOnes.push(await waiting());
        harness.clock.advance(1_000);
      }
      const seen: string[] = [];
      for (let page = ''; ;) {
        const { edges, pageInfo } = await list(cityAdmin, 'pemkot-13-71', `, first: 2${page}`);
        seen.push(...edges.map(({ node }: any) => node.report.id));
        if (!pageInfo.hasNextPage) break;
        page = `, after: "${pageInfo.endCursor}"`;
      }
      expect(seen).toEqual(waitingOnes.map(({ id }) => id));
      const [first] = waitingOnes;
      expect((await list(unitHead, LEAD)).edges[0].node).toMatchObject({
        id: first!.proposalId,
        kind: 'PLAN',
        text: TEXT,
        viewerCanDecide: true,
        author: { id: liaison.accountId },
        report: { id: first!.id, state: 'DISPOSED' },
      });
      await must(harness, unitHead, 'approveAnswer', { reportId: first!.id, proposalId: first!.proposalId });
      expect(await ids(cityAdmin)).toEqual(waitingOnes.slice(1).map(({ id }) => id));
    });

    it('and of nobody else; confidential ones are for the unit alone, own ones for others', async () => {
      const { id } = await waiting();
      await set(unitAdmin, LEAD, 'ALL');
      const secret = await disposed({ isConfidential: true });
      await reply(liaison, secret.id);
      expect(await ids(cityAdmin)).toContain(id);
      expect(await ids(cityAdmin)).not.toContain(secret.id);
      expect(await ids(unitHead, LEAD)).toEqual(expect.arrayContaining([id, secret.id]));
      expect(await ids(unitHead, 'opd-13-71-dishub')).toEqual([]);
      for (const viewer of [
        actor.public,
        actor.withGrant(id),
        actor.citizen('akun-pelapor'),
        liaison,
        actor.nationalAdmin(),
        actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
        actor.officer('AGENCY_ADMIN', 'opd-13-71-dishub'),
        actor.officer('FIELD_OFFICER', LEAD),
        { ...cityAdmin, apiKey: { id: 'kunci', scopes: ['graph:write' as const, 'reports:read' as const] } },
      ])
        for (const organisationId of ['pemkot-13-71', LEAD])
          expect(await ids(viewer, organisationId)).toEqual([]);
      const author: Viewer = { ...liaison, posts: [...liaison.posts, ...unitAdmin.posts] };
      expect(await ids(author, LEAD)).toEqual([]);
    });

    it('until the report has left the unit or has ended', async () => {
      const { id } = await waiting();
      const other = await waiting();
      await must(harness, cityAdmin, 'disposeReport', { reportId: id, organisationId: 'opd-13-71-dishub' });
      await must(harness, actor.citizen('akun-pelapor'), 'withdrawReport', { reportId: other.id });
      const left = await ids(cityAdmin);
      expect(left).not.toContain(id);
      expect(left).not.toContain(other.id);
    });
  });
});
