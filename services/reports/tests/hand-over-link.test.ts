import { describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { pdf, photo } from './files.ts';
import { desk, handingOver, text } from './handing-over.ts';
import { actor, change, verification } from './harness.ts';
import { must, REPORTER } from './situations.ts';

const DAY = 86_400_000;
const PRINT = `mutation ($input: PrintHandOverLetterInput!) { printHandOverLetter(input: $input) { __typename
  ... on HandOverLetter { path handOver { id } report { number } } ... on UserError { code } } }`;

describe('the link to the head of an organisation that nobody staffs', () => {
  const stage = handingOver();
  const { settle, disposed, ask, handOverOf, linkOf, open, holderOf, answer, carried } = stage;

  it('opens by the link for its head: reads it as the organisation, answers in four kinds, nothing else', async () => {
    const { id, number } = await disposed(
      stage.unit,
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
      handOver: { state: 'OPENED', organisation: { id: stage.unit } },
    });
    const holder = await holderOf(id);
    const inputs: [string, Record<string, unknown>][] = [
      ['verifyReport', verification(id)],
      ['disposeReport', { organisationId: stage.city }],
      ['returnReport', { reason: 'OTHER', text }],
      ['requestInformation', { text }],
      ['proposeClosing', { reason: text }],
      ['closeReport', { reason: text }],
      ['flagReport', { confidential: true, reason: text }],
      ['replyToReport', { text }],
      ['confirmReport', {}],
      ['withdrawReport', {}],
      ['handOverReport', { organisationId: stage.unit }],
      ['revokeHandOver', { organisationId: stage.unit }],
    ];
    for (const [mutation, input] of inputs)
      expect(
        await change(stage.harness, holder, mutation, { ...input, reportId: id }),
        mutation,
      ).toMatchObject({
        code: 'NOT_FOUND',
      });
    const revealed = await stage.harness.ask(
      holder,
      `mutation { revealIdentity(input: { reportId: "${id}", reason: "${text}" }) { __typename } }`,
    );
    expect(revealed.revealIdentity.__typename).toBe('NotFound');
    const { body: proof } = await stage.http.upload(holder, await photo('KanariExif'));
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
      organisation: { id: stage.unit },
    });
    const stored = await stage.harness.row(
      `select officer_id, actor_role, (select count(*)::int from attachment a where a.history_id = h.id) as files from history h
       where report_id = $1 and kind = 'RESULT'`,
      id,
    );
    expect(stored).toEqual({ officer_id: null, actor_role: 'AGENCY_HEAD', files: 1 });
  });

  it('gives the holder of a link the notes for the organisation, and no document of an anonymous reporter', async () => {
    const submissionKey = crypto.randomUUID();
    const upload = await stage.http.upload(actor.public, pdf(), {
      key: submissionKey,
      fileName: 'bukti.pdf',
    });
    const { id, number } = await disposed(
      stage.unit,
      { note: 'Catatan untuk unit.' },
      { isAnonymous: true, attachmentIds: [upload.body.id], submissionKey },
    );
    const holder = await holderOf(id);
    const { report } = await stage.harness.ask(
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
    await must(stage.harness, actor.officer('AGENCY_ADMIN', stage.city), 'revokeHandOver', {
      reportId: id,
      organisationId: stage.unit,
    });
    wrong.push(await open(token));
    stage.harness.clock.advance(30 * DAY);
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
      { ...grant, organisationId: stage.city },
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
    stage.harness.clock.advance(30 * DAY);
    expect(await answer(holder, id)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(desk, number)).handOvers[0]).toMatchObject({ state: 'EXPIRED', isOpen: false });
    await settle();
    const report = await ask(actor.citizen(REPORTER), number);
    expect(report.history[0]).toMatchObject({ kind: 'HAND_OVER_ENDED', reasonCode: 'EXPIRED' });
    expect(report.handOvers[0]).toMatchObject({ state: 'EXPIRED' });
    // The stand-in still answers, and may hand over once more.
    const admin = actor.officer('AGENCY_ADMIN', stage.city);
    await must(stage.harness, admin, 'handOverReport', { reportId: id, organisationId: stage.unit });
    expect((await answer(await holderOf(id), id)).__typename).toBe('ReportChanged');
  });

  it('needs a letter where no mail reaches the head, and the stand-in prints it', async () => {
    const { id, number } = await disposed();
    const handOver = await handOverOf(id);
    await carried('NO_ADDRESS', handOver.id);
    const admin = actor.officer('AGENCY_ADMIN', stage.city);
    expect((await ask(admin, number)).handOvers[0]).toMatchObject({
      state: 'LETTER_NEEDED',
      letterNeeded: true,
    });
    const list = await stage.harness.ask(
      admin,
      `{ stoodInReports(organisationId: "${stage.city}", letterNeeded: true) { edges { node { id } } } }`,
    );
    expect(list.stoodInReports.edges.map(({ node }: any) => node.id)).toEqual([id]);
    const print = async (viewer: Viewer) =>
      (await stage.harness.ask(viewer, PRINT, { input: { reportId: id, organisationId: stage.unit } }))
        .printHandOverLetter;
    const letter = await print(admin);
    expect(letter).toMatchObject({ __typename: 'HandOverLetter', report: { number } });
    expect(letter.path).toBe(`/instansi/serah-terima#${await linkOf(id)}`);
    expect(
      await stage.harness.row(
        `select actor_id, action, facts::text like '%#%' as tells from audit where report_id = $1 and action = 'HAND_OVER_LETTER_PRINTED'`,
        id,
      ),
    ).toEqual({ actor_id: admin.accountId, action: 'HAND_OVER_LETTER_PRINTED', tells: false });
    for (const viewer of [
      actor.public,
      actor.citizen(REPORTER),
      await holderOf(id),
      actor.officer('AGENCY_HEAD', stage.city),
      actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
      actor.officer('OMBUDSMAN', 'ombudsman'),
    ])
      expect(await print(viewer)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    await carried('SENT', handOver.id);
    expect((await ask(admin, number)).handOvers[0]).toMatchObject({ state: 'OPENED', letterNeeded: false });
  });

  it('is revoked and handed over by the stand-in of that organisation only', async () => {
    const second = `${stage.city}-lain`;
    await stage.tree.add(second, null);
    await stage.tree.add(`${second}-unit`, second, { isStaffed: false });
    const { id } = await disposed(stage.unit, { coHandlerIds: [`${second}-unit`] });
    const admin = actor.officer('AGENCY_ADMIN', stage.city);
    const revoke = (organisationId: string) =>
      change(stage.harness, admin, 'revokeHandOver', { reportId: id, organisationId });
    expect(await revoke(`${second}-unit`)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await revoke(stage.unit)).toMatchObject({ __typename: 'ReportChanged' });
    expect(await revoke(stage.unit)).toMatchObject({ code: 'NO_HAND_OVER' });
    // A helper's stand-in and head settle the helper's part only.
    const holder = await holderOf(id, `${second}-unit`);
    await answer(holder, id, 'RESULT');
    const told = (await stage.harness.events('report.transitioned')).at(-1)!.payload;
    expect(told).toMatchObject({ kind: 'RESULT', actorOrganisationId: `${second}-unit` });
    expect(await stage.harness.row('select last_result_at from report where id = $1', id)).toEqual({
      last_result_at: null,
    });
  });

  it('tells no channel the way when the hand-over has ended meanwhile', async () => {
    const { id } = await disposed();
    const handOver = await handOverOf(id);
    expect(await stage.harness.service.linkOfHandOver(handOver.id)).not.toBeNull();
    await stage.tree.change(stage.unit, { isStaffed: true });
    await settle();
    expect(await stage.harness.service.linkOfHandOver(handOver.id)).toBeNull();
  });
});
