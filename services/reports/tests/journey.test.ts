import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyHistory } from '../src/index.ts';
import { actor, change, file, startHarness, verification, type Harness } from './harness.ts';

describe('the way of a report', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('leads from a citizen through desk, agency and unit to its end, each step in history and events', async () => {
    const report = await file(harness);
    const citizen = actor.withGrant(report.id);
    const desk = actor.nationalAdmin();
    const agency = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
    const unit = actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr');
    const day = () => harness.clock.advance(86_400_000);

    expect(await change(harness, desk, 'verifyReport', verification(report.id))).toMatchObject({
      report: { state: 'DISPOSED', handler: { id: 'pemkot-13-71' }, isPublished: true },
    });
    day();
    expect(
      await change(harness, agency, 'disposeReport', {
        reportId: report.id,
        organisationId: 'opd-13-71-dpupr',
      }),
    ).toMatchObject({ report: { state: 'DISPOSED', handler: { id: 'opd-13-71-dpupr' } } });
    day();
    expect(
      await change(harness, unit, 'answerReport', {
        reportId: report.id,
        kind: 'ACKNOWLEDGEMENT',
        text: 'Laporan Anda sudah kami terima.',
      }),
    ).toMatchObject({ report: { state: 'DISPOSED' } });
    expect(
      await change(harness, unit, 'answerReport', {
        reportId: report.id,
        kind: 'PLAN',
        text: 'Penambalan dijadwalkan hari Senin.',
        promisedOn: '2026-11-30',
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    day();
    expect(
      await change(harness, citizen, 'replyToReport', {
        reportId: report.id,
        text: 'Terima kasih, kami tunggu.',
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    day();
    expect(
      await change(harness, unit, 'answerReport', {
        reportId: report.id,
        kind: 'RESULT',
        text: 'Jalan sudah ditambal seluruhnya.',
      }),
    ).toMatchObject({ report: { state: 'IN_PROGRESS' } });
    expect(await change(harness, citizen, 'confirmReport', { reportId: report.id })).toMatchObject({
      report: { state: 'COMPLETED' },
    });
    expect(await change(harness, citizen, 'rateReport', { reportId: report.id, score: 5 })).toMatchObject({
      report: { state: 'COMPLETED' },
    });

    expect(await verifyHistory(harness.test.database, harness.deps.chain, report.id)).toBeNull();
    const events = await harness.events('report.transitioned');
    expect(events.map(({ payload }) => [payload.sequence, payload.kind, payload.state])).toEqual([
      [1, 'SUBMITTED', 'SUBMITTED'],
      [2, 'DISPOSED', 'DISPOSED'],
      [3, 'DISPOSED', 'DISPOSED'],
      [4, 'ACKNOWLEDGED', 'DISPOSED'],
      [5, 'PLANNED', 'IN_PROGRESS'],
      [6, 'REPLIED', 'IN_PROGRESS'],
      [7, 'RESULT', 'IN_PROGRESS'],
      [8, 'CONFIRMED', 'COMPLETED'],
      [9, 'RATED', 'COMPLETED'],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/pasar kecamatan|ditambal|Terima kasih/);

    const { report: seen } = await harness.ask(
      actor.public,
      `{ report(number: "${report.number}") { state rating handler { id } history { kind text } } }`,
    );
    expect(seen).toMatchObject({ state: 'COMPLETED', rating: 5, handler: { id: 'opd-13-71-dpupr' } });
    expect(seen.history.map((entry: { kind: string }) => entry.kind).toReversed()).toEqual(
      events.map(({ payload }) => payload.kind),
    );
    expect(seen.history.find((entry: { kind: string }) => entry.kind === 'RESULT').text).toContain(
      'ditambal',
    );
    expect(seen.history.find((entry: { kind: string }) => entry.kind === 'REPLIED').text).toBeNull();
  });

  it('opens with the access code, and answers alike to wrong, foreign and unknown ones', async () => {
    const [mine, other] = [await file(harness), await file(harness)];
    const open = (number: string, accessCode: string) =>
      harness.ask(
        actor.public,
        `mutation ($input: OpenReportInput!) { openReport(input: $input) { __typename ... on ReportOpened { grant report { id viewerIsReporter } } ... on UserError { code message } } }`,
        { input: { number, accessCode } },
      );
    const opened = await open(
      `${mine.number.slice(0, 4)} ${mine.number.slice(4)}`,
      mine.accessCode.replace(/(\d{4})/g, '$1 '),
    );
    expect(opened.openReport.report).toEqual({ id: mine.id, viewerIsReporter: true });
    expect(await harness.deps.tokens.verifyReportGrant(opened.openReport.grant)).toBe(mine.id);
    const refusals = [
      await open(mine.number, '0000000000000000'),
      await open(mine.number, other.accessCode),
      await open('00000000', mine.accessCode),
      await open('', ''),
    ];
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0].openReport.code).toBe('NOT_FOUND');
  });

  it('is postponed for missing data, completed, and archived by the clock when nobody completes it', async () => {
    const desk = actor.nationalAdmin();
    const [first, second] = [await file(harness), await file(harness)];
    for (const { id } of [first, second]) {
      expect(
        await change(harness, desk, 'postponeReport', {
          reportId: id,
          missingData: 'Sebutkan nama jalan dan foto.',
        }),
      ).toMatchObject({ report: { state: 'POSTPONED' } });
    }
    expect(
      await change(harness, actor.withGrant(first.id), 'completeReportData', {
        reportId: first.id,
        text: 'Jalan Raya Kuranji.',
      }),
    ).toMatchObject({ report: { state: 'SUBMITTED', missingData: null } });
    const due = new Date(harness.clock.now().getTime() + 31 * 86_400_000);
    harness.clock.set(due);
    for (const { id } of [first, second]) {
      await harness.service.receiveEvents('sla', [
        {
          id: Number(id === first.id) + 1,
          stream: id,
          type: 'clock.due-reached',
          occurredAt: due.toISOString(),
          payload: { reportId: id, clock: 'POSTPONEMENT', dueAt: due.toISOString(), sequence: 2 },
        },
      ]);
    }
    const state = async (id: string) =>
      (
        await harness.test.database.query<{ state: string }>('s', 'select state from report where id = $1', [
          id,
        ])
      )[0]!.state;
    expect([await state(first.id), await state(second.id)]).toEqual(['SUBMITTED', 'ARCHIVED']);
    expect(
      await change(harness, actor.withGrant(second.id), 'appealArchive', {
        reportId: second.id,
        text: 'Saya sakit, mohon dibuka lagi.',
      }),
    ).toMatchObject({ report: { state: 'SUBMITTED' } });
  });

  it('closes by itself after a result, unless somebody spoke in between', async () => {
    const ids: string[] = [];
    for (const speaks of [false, true]) {
      const { id } = await file(harness);
      ids.push(id);
      await change(
        harness,
        actor.nationalAdmin(),
        'verifyReport',
        verification(id, { leadOrganisationId: 'opd-13-71-dpupr' }),
      );
      await change(harness, actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr'), 'answerReport', {
        reportId: id,
        kind: 'RESULT',
        text: 'Sudah kami kerjakan.',
      });
      if (speaks)
        await change(harness, actor.withGrant(id), 'replyToReport', {
          reportId: id,
          text: 'Belum beres, Pak.',
        });
    }
    const due = new Date(harness.clock.now().getTime() + 15 * 86_400_000);
    const batch = ids.map((id, index) => ({
      id: 100 + index,
      stream: id,
      type: 'clock.due-reached',
      occurredAt: due.toISOString(),
      payload: { reportId: id, clock: 'AUTO_CLOSE', dueAt: due.toISOString(), sequence: 3 },
    }));
    await harness.service.receiveEvents('sla', batch);
    await harness.service.receiveEvents('sla', batch);
    const rows = await harness.test.database.query(
      'c',
      'select state, closing_code, ended_at from report where id = any($1::uuid[]) order by array_position($1::uuid[], id)',
      [ids],
    );
    expect(rows).toEqual([
      { state: 'COMPLETED', closing_code: 'AUTOMATIC', ended_at: due },
      { state: 'IN_PROGRESS', closing_code: null, ended_at: null },
    ]);
    expect(await verifyHistory(harness.test.database, harness.deps.chain, ids[0]!)).toBeNull();
  });

  it('goes back at most three times, then only the national desk routes it', async () => {
    const { id } = await file(harness);
    const agency = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
    const giveBack = (viewer = actor.officer('LIAISON_OFFICER', 'opd-13-71-dpupr')) =>
      change(harness, viewer, 'returnReport', {
        reportId: id,
        reason: 'NOT_OUR_TASK',
        text: 'Ini jalan nasional, bukan jalan kota.',
      });
    const route = (viewer = actor.nationalAdmin()) =>
      change(
        harness,
        viewer,
        'verifyReport',
        verification(id, {
          leadOrganisationId: 'opd-13-71-dpupr',
          mustTakeReason: 'Menurut peta jalan, ruas ini milik kota.',
        }),
      );
    await route();
    expect(await giveBack()).toMatchObject({ report: { state: 'SUBMITTED', returnCount: 1 } });
    expect(await route(agency)).toMatchObject({ report: { state: 'DISPOSED' } });
    await giveBack();
    expect(await route(actor.officer('AGENCY_ADMIN', 'pemkot-13-77'))).toMatchObject({ code: 'NOT_FOUND' });
    await route(agency);
    await giveBack();
    expect(await route(agency)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await route()).toMatchObject({ report: { state: 'DISPOSED' } });
    expect(await giveBack()).toMatchObject({ __typename: 'TransitionRefused', code: 'RETURNS_EXHAUSTED' });
  });
});
