import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { verifyHistory } from '../src/index.ts';
import { startHttp, pdf, photo, type Http } from './files.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';
import { growTree, type Tree } from './organisations.ts';
import { must, REPORTER } from './situations.ts';

const text = 'Alasan yang cukup panjang.';
const desk = actor.nationalAdmin();
const DAY = 86_400_000;
const OPEN = `mutation ($input: OpenHandOverInput!) { openHandOver(input: $input) { __typename
  ... on HandOverOpened { grant report { id text number viewerCanAnswer viewerCanDispose viewerCanRevealIdentity viewerIsReporter viewerAnswersByHandOver } handOver { id state organisation { id } } }
  ... on UserError { code } } }`;
const PRINT = `mutation ($input: PrintHandOverLetterInput!) { printHandOverLetter(input: $input) { __typename
  ... on HandOverLetter { path handOver { id } report { number } } ... on UserError { code } } }`;

describe('a report for an organisation that nobody staffs', () => {
  let harness: Harness;
  let http: Http;
  let tree: Tree;
  let city: string;
  let unit: string;
  let count = 0;
  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
    tree = growTree(harness);
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    city = `gugus-${++count}`;
    unit = `${city}-unit`;
    await tree.add(city, null);
    await tree.add(unit, city, { isStaffed: false });
  });
  const settle = async () => {
    while ((await harness.service.settle()) > 0);
  };
  async function disposed(lead = unit, overrides: Record<string, unknown> = {}, filed = {}) {
    const report = await file(harness, actor.citizen(REPORTER), filed);
    await must(
      harness,
      desk,
      'verifyReport',
      verification(report.id, { leadOrganisationId: lead, ...overrides }),
    );
    return report;
  }
  const ask = (viewer: Viewer, number: string) =>
    harness
      .ask(
        viewer,
        `{ report(number: "${number}") { state viewerCanAnswer viewerCanDispose viewerCanReturn viewerCanHandOver
           assignments { organisation { id } isHandedOver standIn { id } }
           handOvers { id state organisation { id } standIn { id } sentAt openedAt answeredAt endedAt letterNeeded isOpen expiresAt }
           history { kind actorKind organisation { id } toOrganisation { id } reasonCode text } } }`,
      )
      .then(({ report }) => report);
  const handOverOf = async (reportId: string, organisationId = unit) =>
    harness.row<{ id: string; assignment_id: string; end_reason: string | null }>(
      'select * from hand_over where report_id = $1 and organisation_id = $2 order by handed_over_at desc, id desc limit 1',
      reportId,
      organisationId,
    );
  const linkOf = async (reportId: string, organisationId = unit) => {
    const { id } = await handOverOf(reportId, organisationId);
    const link = await harness.service.linkOfHandOver(id);
    return link?.path.split('#')[1] ?? null;
  };
  const open = async (token: string, viewer: Viewer = actor.public) =>
    (await harness.ask(viewer, OPEN, { input: { token } })).openHandOver;
  /** Who opened the link, as the gateway would build the viewer. */
  const holderOf = async (reportId: string, organisationId = unit): Promise<Viewer> => {
    const { grant } = await open((await linkOf(reportId, organisationId))!);
    const verified = await harness.deps.tokens.verifyHandOverGrant(grant);
    return { ...actor.public, handOverGrants: [verified!] };
  };
  const answer = (viewer: Viewer, reportId: string, kind = 'ACKNOWLEDGEMENT', more = {}) =>
    change(harness, viewer, 'answerReport', { reportId, kind, text, ...more });
  const notifications = async () =>
    (await harness.events('notification.requested')).map(({ payload }) => payload);
  let noted = 5_000;
  const carried = (outcome: string, handOverId: string) =>
    harness.service.receiveEvents('channels', [
      {
        id: ++noted,
        stream: handOverId,
        type: 'notification.ended',
        occurredAt: harness.clock.now().toISOString(),
        payload: {
          notificationId: 'n',
          handOverId,
          outcome,
          at: harness.clock.now().toISOString(),
        },
      },
    ]);

  it('is handed over to its head: stand-in, entry, message – and the reporter sees it', async () => {
    const { id, number } = await disposed();
    const report = await ask(actor.citizen(REPORTER), number);
    expect(report.assignments).toEqual([
      { organisation: { id: unit }, isHandedOver: true, standIn: { id: city } },
    ]);
    expect(report.handOvers).toMatchObject([
      {
        state: 'WAITING',
        organisation: { id: unit },
        standIn: { id: city },
        isOpen: true,
        letterNeeded: false,
      },
    ]);
    expect(report.history.map(({ kind }: any) => kind)).toEqual(['HANDED_OVER', 'DISPOSED', 'SUBMITTED']);
    expect(report.history[0]).toMatchObject({ actorKind: 'SYSTEM', toOrganisation: { id: unit } });
    const handOver = await handOverOf(id);
    const message = (await notifications()).at(-1);
    expect(message).toMatchObject({
      recipient: { kind: 'HEAD', handOverId: handOver.id, organisationId: unit },
      template: 'hand-over',
      facts: { number, organisationName: `Unit ${unit}`, expiresOn: '2026-12-20' },
    });
    // Nothing of the link in any table or event.
    const token = (await linkOf(id))!;
    const [, signature] = token.split('.');
    for (const table of ['event', 'hand_over', 'assignment', 'history', 'audit'])
      expect(
        await harness.row(
          `select count(*)::int as hits from ${table} t where t::text like '%' || $1 || '%'`,
          signature,
        ),
      ).toEqual({ hits: 0 });
    const told = (await harness.events('report.transitioned')).filter(
      ({ payload }) => payload.reportId === id,
    );
    expect(told.map(({ payload }) => payload.kind)).toEqual(['SUBMITTED', 'DISPOSED', 'HANDED_OVER']);
    expect(await verifyHistory(harness.test.database, harness.deps.chain, id)).toBeNull();
    expect((await ask(actor.public, number)).handOvers).toEqual([]);
  });

  it('is not handed over where somebody works, nor to the lead for an unstaffed helper only', async () => {
    const { number } = await disposed(city, { coHandlerIds: [unit] });
    const report = await ask(desk, number);
    expect(report.assignments).toEqual([
      { organisation: { id: city }, isHandedOver: false, standIn: null },
      { organisation: { id: unit }, isHandedOver: true, standIn: { id: city } },
    ]);
    expect(report.handOvers).toHaveLength(1);
  });

  it('is answered, disposed and returned by the stand-in: the nearest staffed level above', async () => {
    const { id, number } = await disposed();
    const admin = actor.officer('AGENCY_ADMIN', city);
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
      organisation: { id: city },
      toOrganisation: { id: unit },
    });
    await tree.add(`${unit}-1`, unit);
    expect(
      await change(harness, admin, 'disposeReport', { reportId: id, organisationId: `${unit}-1` }),
    ).toMatchObject({ __typename: 'ReportChanged' });
    expect((await handOverOf(id)).end_reason).toBe('LEFT');
  });

  it('is the national desk’s where no level above is staffed, as if it were the organisation', async () => {
    await tree.change(city, { isStaffed: false });
    await tree.add(`${unit}-1`, unit);
    const { id, number } = await disposed(city);
    const report = await ask(desk, number);
    expect(report.assignments[0]).toMatchObject({ isHandedOver: true, standIn: null });
    expect(report).toMatchObject({ viewerCanAnswer: true, viewerCanDispose: true, viewerCanReturn: true });
    const stoodIn = async (viewer: Viewer, args = '') =>
      (
        await harness.ask(viewer, `{ stoodInReports${args} { edges { node { id } } } }`)
      ).stoodInReports.edges.map(({ node }: any) => node.id);
    expect(await stoodIn(desk)).toContain(id);
    expect(await stoodIn(actor.officer('AGENCY_ADMIN', city))).toEqual([]);
    expect(await stoodIn(actor.public)).toEqual([]);
    expect(await answer(desk, id, 'RESULT')).toMatchObject({ __typename: 'ReportChanged' });
    const elsewhere = { reportId: id, organisationId: 'opd-13-71-dpupr' };
    expect(await change(harness, desk, 'disposeReport', elsewhere)).toMatchObject({
      fields: [{ code: 'OUTSIDE_AUTHORITY' }],
    });
    const below = { reportId: id, organisationId: `${unit}-1` };
    expect(await change(harness, desk, 'disposeReport', below)).toMatchObject({
      __typename: 'ReportChanged',
    });
  });

  it('is the national desk’s when it is confidential: no level above may know', async () => {
    const { id, number } = await disposed(unit, {}, { isConfidential: true });
    expect(await ask(actor.officer('AGENCY_ADMIN', city), number)).toBeNull();
    const report = await ask(desk, number);
    expect(report).toMatchObject({ viewerCanAnswer: true, viewerCanHandOver: true });
    expect(report.assignments[0].standIn).toBeNull();
    expect(report.handOvers[0].standIn).toBeNull();
    const lists = await harness.ask(
      actor.officer('AGENCY_ADMIN', city),
      `{ stoodInReports { edges { node { id } } } }`,
    );
    expect(lists.stoodInReports.edges).toEqual([]);
    // The head of exactly that organisation reads and answers by the link.
    const holder = await holderOf(id);
    expect((await answer(holder, id)).__typename).toBe('ReportChanged');
  });

  it('opens by the link for its head: reads it as the organisation, answers in four kinds, nothing else', async () => {
    const { id, number } = await disposed(
      unit,
      {},
      {
        reporter: { name: 'Fulan Tersegel', phone: '081299998888' },
      },
    );
    const opened = await open((await linkOf(id))!);
    expect(opened).toMatchObject({
      __typename: 'HandOverOpened',
      report: {
        id,
        number,
        viewerCanAnswer: true,
        viewerCanDispose: false,
        viewerCanRevealIdentity: false,
        viewerIsReporter: false,
        viewerAnswersByHandOver: true,
      },
      handOver: { state: 'OPENED', organisation: { id: unit } },
    });
    const holder = await holderOf(id);
    const inputs: [string, Record<string, unknown>][] = [
      ['verifyReport', verification(id)],
      ['disposeReport', { organisationId: city }],
      ['returnReport', { reason: 'OTHER', text }],
      ['requestInformation', { text }],
      ['proposeClosing', { reason: text }],
      ['closeReport', { reason: text }],
      ['flagReport', { confidential: true, reason: text }],
      ['replyToReport', { text }],
      ['confirmReport', {}],
      ['withdrawReport', {}],
      ['handOverReport', { organisationId: unit }],
      ['revokeHandOver', { organisationId: unit }],
    ];
    for (const [mutation, input] of inputs)
      expect(await change(harness, holder, mutation, { ...input, reportId: id }), mutation).toMatchObject({
        code: 'NOT_FOUND',
      });
    const revealed = await harness.ask(
      holder,
      `mutation { revealIdentity(input: { reportId: "${id}", reason: "${text}" }) { __typename } }`,
    );
    expect(revealed.revealIdentity.__typename).toBe('NotFound');
    const { body: proof } = await http.upload(holder, await photo('KanariExif'));
    for (const [kind, more] of [
      ['ACKNOWLEDGEMENT', {}],
      ['OBSTACLE', { promisedOn: '2027-01-31' }],
      ['PLAN', { promisedOn: '2027-01-31' }],
      ['RESULT', { attachmentIds: [proof.id] }],
    ] as const)
      expect(await answer(holder, id, kind, more), kind).toMatchObject({ __typename: 'ReportChanged' });
    const report = await ask(actor.citizen(REPORTER), number);
    expect(report.state).toBe('IN_PROGRESS');
    expect(report.handOvers[0]).toMatchObject({ state: 'ANSWERED', isOpen: true });
    expect(report.history[0]).toMatchObject({
      kind: 'RESULT',
      actorKind: 'OFFICER',
      organisation: { id: unit },
    });
    const stored = await harness.row(
      `select officer_id, actor_role, (select count(*)::int from attachment a where a.history_id = h.id) as files from history h
       where report_id = $1 and kind = 'RESULT'`,
      id,
    );
    expect(stored).toEqual({ officer_id: null, actor_role: 'AGENCY_HEAD', files: 1 });
  });

  it('gives the holder of a link the notes for the organisation, and no document of an anonymous reporter', async () => {
    const submissionKey = crypto.randomUUID();
    const upload = await http.upload(actor.public, pdf(), { key: submissionKey, fileName: 'bukti.pdf' });
    const { id, number } = await disposed(
      unit,
      { note: 'Catatan untuk unit.' },
      { isAnonymous: true, attachmentIds: [upload.body.id], submissionKey },
    );
    const holder = await holderOf(id);
    const { report } = await harness.ask(
      holder,
      `{ report(number: "${number}") { attachments { id } history { kind text officer { id } } } }`,
    );
    expect(report.attachments).toEqual([]);
    expect(report.history.find(({ kind }: any) => kind === 'DISPOSED')).toEqual({
      kind: 'DISPOSED',
      text: 'Catatan untuk unit.',
      officer: null,
    });
  });

  it('opens to no wrong, altered, foreign, expired or revoked link, and all look alike', async () => {
    const { id } = await disposed();
    const other = await disposed();
    const [token, foreign] = [(await linkOf(id))!, (await linkOf(other.id))!];
    const mixed = `${token.split('.')[0]}.${foreign.split('.')[1]}`;
    const holder = await holderOf(id);
    const wrong = [
      await open(''),
      await open('x'.repeat(500)),
      await open(`${token}x`),
      await open(token.slice(0, -1)),
      await open(mixed),
      await open(`${token.split('.')[0]}.${'A'.repeat(43)}`),
    ];
    await must(harness, actor.officer('AGENCY_ADMIN', city), 'revokeHandOver', {
      reportId: id,
      organisationId: unit,
    });
    wrong.push(await open(token));
    harness.clock.advance(30 * DAY);
    wrong.push(await open(foreign));
    expect(new Set(wrong.map((body) => JSON.stringify(body)))).toEqual(
      new Set([JSON.stringify({ __typename: 'NotFound', code: 'NOT_FOUND' })]),
    );
    // A grant that was given before ends with its link, at once.
    expect(await answer(holder, id)).toMatchObject({ code: 'NOT_FOUND' });
    // Nor does it open another report, or this one for another organisation.
    const fresh = await disposed();
    const grant = (await holderOf(fresh.id)).handOverGrants![0]!;
    for (const forged of [
      { ...grant, reportId: other.id },
      { ...grant, organisationId: city },
      { ...grant, handOverId: (await handOverOf(other.id)).id },
    ]) {
      const thief: Viewer = { ...actor.public, handOverGrants: [forged] };
      expect(await answer(thief, fresh.id)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await answer(thief, other.id)).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('keeps a link that is past its day shut before the job has ended it, and says so afterwards', async () => {
    const { id, number } = await disposed();
    const holder = await holderOf(id);
    harness.clock.advance(30 * DAY);
    expect(await answer(holder, id)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(desk, number)).handOvers[0]).toMatchObject({ state: 'EXPIRED', isOpen: false });
    await settle();
    const report = await ask(actor.citizen(REPORTER), number);
    expect(report.history[0]).toMatchObject({ kind: 'HAND_OVER_ENDED', reasonCode: 'EXPIRED' });
    expect(report.handOvers[0]).toMatchObject({ state: 'EXPIRED' });
    // The stand-in still answers, and may hand over once more.
    const admin = actor.officer('AGENCY_ADMIN', city);
    await must(harness, admin, 'handOverReport', { reportId: id, organisationId: unit });
    expect((await answer(await holderOf(id), id)).__typename).toBe('ReportChanged');
  });

  it('ends when somebody works there, with a notice, and the stand-in with it', async () => {
    const { id, number } = await disposed();
    const holder = await holderOf(id);
    await tree.change(unit, { isStaffed: true });
    await settle();
    expect(await answer(holder, id)).toMatchObject({ code: 'NOT_FOUND' });
    const report = await ask(desk, number);
    expect(report.history[0]).toMatchObject({ kind: 'HAND_OVER_ENDED', reasonCode: 'STAFFED' });
    expect(report.assignments[0]).toMatchObject({ isHandedOver: false, standIn: null });
    expect(report.handOvers[0]).toMatchObject({ state: 'ENDED', isOpen: false });
    expect((await answer(actor.officer('LIAISON_OFFICER', unit), id)).__typename).toBe('ReportChanged');
  });

  it('gets a stand-in, but no message, when the last officer leaves; the stand-in may hand it over', async () => {
    await tree.change(unit, { isStaffed: true });
    const { id, number } = await disposed();
    const before = (await notifications()).length;
    await tree.change(unit, { isStaffed: false });
    await settle();
    expect((await ask(desk, number)).assignments[0]).toMatchObject({
      isHandedOver: true,
      standIn: { id: city },
    });
    expect((await notifications()).length).toBe(before);
    await tree.change(city, { isStaffed: false });
    await settle();
    expect((await ask(desk, number)).assignments[0]).toMatchObject({ isHandedOver: true, standIn: null });
    await must(harness, desk, 'handOverReport', { reportId: id, organisationId: unit });
    expect((await notifications()).at(-1)).toMatchObject({ template: 'hand-over' });
  });

  it('ends with the report, and a report that is opened again is with the stand-in', async () => {
    const { id, number } = await disposed();
    await answer(await holderOf(id), id, 'RESULT');
    await must(harness, actor.citizen(REPORTER), 'confirmReport', { reportId: id });
    expect((await handOverOf(id)).end_reason).toBe('CLOSED');
    expect((await ask(actor.citizen(REPORTER), number)).handOvers[0]).toMatchObject({
      state: 'ANSWERED',
      isOpen: false,
    });
    await must(harness, actor.citizen(REPORTER), 'disputeReport', { reportId: id, text });
    expect((await ask(desk, number)).assignments[0]).toMatchObject({ isHandedOver: true });
  });

  it('needs a letter where no mail reaches the head, and the stand-in prints it', async () => {
    const { id, number } = await disposed();
    const handOver = await handOverOf(id);
    await carried('NO_ADDRESS', handOver.id);
    const admin = actor.officer('AGENCY_ADMIN', city);
    expect((await ask(admin, number)).handOvers[0]).toMatchObject({
      state: 'LETTER_NEEDED',
      letterNeeded: true,
    });
    const list = await harness.ask(
      admin,
      `{ stoodInReports(organisationId: "${city}", letterNeeded: true) { edges { node { id } } } }`,
    );
    expect(list.stoodInReports.edges.map(({ node }: any) => node.id)).toEqual([id]);
    const print = async (viewer: Viewer) =>
      (await harness.ask(viewer, PRINT, { input: { reportId: id, organisationId: unit } }))
        .printHandOverLetter;
    const letter = await print(admin);
    expect(letter).toMatchObject({ __typename: 'HandOverLetter', report: { number } });
    expect(letter.path).toBe(`/instansi/serah-terima#${await linkOf(id)}`);
    expect(
      await harness.row(
        `select actor_id, action, facts::text like '%#%' as tells from audit where report_id = $1 and action = 'HAND_OVER_LETTER_PRINTED'`,
        id,
      ),
    ).toEqual({ actor_id: admin.accountId, action: 'HAND_OVER_LETTER_PRINTED', tells: false });
    for (const viewer of [
      actor.public,
      actor.citizen(REPORTER),
      await holderOf(id),
      actor.officer('AGENCY_HEAD', city),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      actor.officer('OMBUDSMAN', 'ombudsman'),
    ])
      expect(await print(viewer)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    await carried('SENT', handOver.id);
    expect((await ask(admin, number)).handOvers[0]).toMatchObject({ state: 'OPENED', letterNeeded: false });
  });

  it('is revoked and handed over by the stand-in of that organisation only', async () => {
    const second = `lain-${count}`;
    await tree.add(second, null);
    await tree.add(`${second}-unit`, second, { isStaffed: false });
    const { id } = await disposed(unit, { coHandlerIds: [`${second}-unit`] });
    const admin = actor.officer('AGENCY_ADMIN', city);
    const revoke = (organisationId: string) =>
      change(harness, admin, 'revokeHandOver', { reportId: id, organisationId });
    expect(await revoke(`${second}-unit`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await revoke(unit)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await revoke(unit)).toMatchObject({ code: 'NO_HAND_OVER' });
    // A helper's stand-in and head settle the helper's part only.
    const holder = await holderOf(id, `${second}-unit`);
    await answer(holder, id, 'RESULT');
    const told = (await harness.events('report.transitioned')).at(-1)!.payload;
    expect(told).toMatchObject({ kind: 'RESULT', actorOrganisationId: `${second}-unit` });
    expect(await harness.row('select last_result_at from report where id = $1', id)).toEqual({
      last_result_at: null,
    });
  });

  it('tells no channel the way when the hand-over has ended meanwhile', async () => {
    const { id } = await disposed();
    const handOver = await handOverOf(id);
    expect(await harness.service.linkOfHandOver(handOver.id)).not.toBeNull();
    await tree.change(unit, { isStaffed: true });
    await settle();
    expect(await harness.service.linkOfHandOver(handOver.id)).toBeNull();
  });

  it('returns past a level at which nobody works', async () => {
    await tree.change(unit, { isStaffed: true });
    await tree.add(`${unit}-1`, unit);
    const { id } = await disposed(`${unit}-1`);
    await tree.change(unit, { isStaffed: false });
    await must(harness, actor.officer('AGENCY_ADMIN', city), 'returnReport', {
      reportId: id,
      reason: 'OTHER',
      text,
    });
    expect(await harness.row('select desk_organisation_id as desk from report where id = $1', id)).toEqual({
      desk: city,
    });
  });
});
