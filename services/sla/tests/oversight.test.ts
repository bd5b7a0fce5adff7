import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import {
  act,
  goTo as goToIn,
  HEAD_OF_CITY,
  KSP,
  OFFICE,
  OFFICE_ELSEWHERE,
  OMBUDSMAN,
  silentReport,
  tellOrganisations,
  TEXT,
  UNIT,
} from './a-case.ts';
import { aReport, at, BY_CITIZEN } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const REPORTER: Viewer = { kind: 'public', posts: [], reportGrants: ['report-1'] };

describe('a case of the Ombudsman', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-10-05 10:00'), {
      isReporter: async ({ reportGrants }, reportId) => reportGrants.includes(reportId),
    });
    await tellOrganisations(sla, ['ombudsman'], ['ombudsman', 'ombudsman-13'], ['ombudsman', 'ombudsman-31']);
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const goTo = (when: string) => goToIn(sla, when);
  const cases = async (viewer: Viewer, filter = ''): Promise<any[]> => {
    const { oversightCases } = await sla.query(
      `{ oversightCases(first: 50${filter}) { edges { node { id reportNumber state openedAt openedBy office { id } organisation { id }
         clarification { dueOn isMissed workingDaysLeft length countedDays policyVersion }
         viewerCanAskClarification viewerCanGiveClarification } } } }`,
      viewer,
    );
    return oversightCases.edges.map(({ node }: any) => node);
  };
  const entries = async (viewer: Viewer, id = 'report-1-1'): Promise<[string, string | null][]> => {
    const { oversightCase } = await sla.query(
      `query ($id: ID!) { oversightCase(id: $id) { entries { kind text wordsForReporter } } }`,
      viewer,
      { id },
    );
    return oversightCase?.entries.map(({ kind, text }: any) => [kind, text]) ?? null;
  };
  const reports = (viewer: Viewer, isReporter = false) =>
    sla.service.subgraph.schema && readOversight(sla, viewer, isReporter);

  test('opens by rule when the clock runs out, with its instant, at the office of the place, once', async () => {
    await sla.tell(silentReport().events);
    await goTo('2026-10-22 23:59');
    expect(await cases(OMBUDSMAN)).toEqual([]);
    await goTo('2026-10-27 10:00');
    expect(await cases(OMBUDSMAN)).toMatchObject([
      {
        id: 'report-1-1',
        reportNumber: '27509914',
        state: 'OPENED',
        openedAt: '2026-10-22T17:00:00.000Z',
        openedBy: 'RULE',
        office: { id: 'ombudsman-13' },
        organisation: { id: 'padang-pupr' },
        clarification: null,
      },
    ]);
    await goTo('2026-10-28 10:00');
    expect(await cases(OFFICE)).toHaveLength(1);
  });

  test('opens of a report that is stuck in verification as well, and asks the national desk', async () => {
    await sla.tell(aReport('2026-10-02 09:00', { number: '27509914' }).events);
    await goTo('2026-10-27 10:00');
    expect(await cases(OFFICE)).toMatchObject([{ organisation: null, state: 'OPENED' }]);
    await act(sla, OFFICE, 'askClarification', { caseId: 'report-1-1', text: TEXT });
    expect(await cases(DESK)).toMatchObject([{ viewerCanGiveClarification: true }]);
    expect(await act(sla, UNIT, 'giveClarification', { caseId: 'report-1-1', text: TEXT })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await act(sla, DESK, 'giveClarification', { caseId: 'report-1-1', text: TEXT })).toMatchObject({
      case: { state: 'CLARIFICATION_GIVEN' },
    });
  });

  test('opens in the order of the instants after the platform was away, and also when an answer came after the end', async () => {
    const late = silentReport('report-2').planned('2026-10-26 10:00', 'padang-pupr');
    await sla.tell(silentReport().events, late.events);
    await goTo('2026-11-30 10:00');
    expect((await cases(OMBUDSMAN)).map(({ id }) => id)).toEqual(['report-1-1', 'report-2-1']);
  });

  test('does not open when a plan came in time or the report ended', async () => {
    await sla.tell(
      silentReport().planned('2026-10-22 10:00', 'padang-pupr').events,
      silentReport('report-2').next('2026-10-20 10:00', 'WITHDRAWN', {
        actorKind: 'CITIZEN',
        state: 'ARCHIVED',
        reasonCode: 'WITHDRAWN',
      }).events,
    );
    await goTo('2026-11-30 10:00');
    expect(await cases(OMBUDSMAN)).toEqual([]);
  });

  test('goes its way, with words between Ombudsman and agency, and leaves the report as it is', async () => {
    await sla.tell(silentReport().events);
    await goTo('2026-10-27 10:00');
    const caseId = 'report-1-1';
    const refusedAt = async (mutation: string, input: object = { text: TEXT }) =>
      (await act(sla, OFFICE, mutation, { caseId, ...input })).code;
    expect((await act(sla, UNIT, 'giveClarification', { caseId, text: TEXT })).code).toBe(
      'NO_CLARIFICATION_PENDING',
    );
    await act(sla, OFFICE, 'askClarification', { caseId, text: 'Mengapa belum ada tanggapan?' });
    expect(await refusedAt('askClarification')).toBe('CLARIFICATION_PENDING');
    const [asked] = await cases(UNIT);
    expect(asked).toMatchObject({
      state: 'CLARIFICATION_ASKED',
      clarification: { dueOn: '2026-11-10', isMissed: false, workingDaysLeft: 10, length: 10 },
      viewerCanAskClarification: false,
      viewerCanGiveClarification: true,
    });
    expect(asked.clarification.countedDays).toHaveLength(10);
    await act(sla, UNIT, 'writeOversightMessage', { caseId, text: 'Kami sedang memeriksa.' });
    await act(sla, HEAD_OF_CITY, 'giveClarification', { caseId, text: 'Berkas ditemukan di gudang.' });
    await act(sla, OFFICE, 'recommend', {
      caseId,
      text: 'Selesaikan dalam lima hari.',
      wordsForReporter: 'Kami meminta instansi menyelesaikannya.',
    });
    await act(sla, OFFICE, 'closeOversight', { caseId, outcome: 'FOLLOWED_UP', text: TEXT });
    expect(await refusedAt('writeOversightMessage')).toBe('CASE_CLOSED');
    expect(await entries(UNIT)).toEqual([
      ['CASE_OPENED', null],
      ['CLARIFICATION_ASKED', 'Mengapa belum ada tanggapan?'],
      ['CASE_MESSAGE_WRITTEN', 'Kami sedang memeriksa.'],
      ['CLARIFICATION_GIVEN', 'Berkas ditemukan di gudang.'],
      ['CASE_RECOMMENDED', 'Selesaikan dalam lima hari.'],
      ['CASE_CLOSED', TEXT],
    ]);
    const [fact] = await sla.rows(`select state, sequence from report_fact where report_id = 'report-1'`);
    expect(fact).toEqual({ state: 'DISPOSED', sequence: 2 });
    expect(await cases(OFFICE, ', filter: { states: [OPENED, CLARIFICATION_ASKED] }')).toEqual([]);
    expect(await cases(OFFICE, ', filter: { states: [CLOSED], governmentId: "pemkot-padang" }')).toHaveLength(
      1,
    );
  });

  test('is given to another office, which works on it from then on; that of the place goes on reading', async () => {
    await sla.tell(silentReport().events);
    await goTo('2026-10-27 10:00');
    const caseId = 'report-1-1';
    expect(
      await act(sla, OFFICE, 'assignOversight', { caseId, officeId: 'kemenpu', reason: 'Uji' }),
    ).toMatchObject({ code: 'NOT_AN_OFFICE' });
    await act(sla, OFFICE, 'assignOversight', { caseId, officeId: 'ombudsman-31', reason: 'Kepentingan' });
    expect(await cases(OFFICE)).toMatchObject([
      { office: { id: 'ombudsman-31' }, viewerCanAskClarification: false },
    ]);
    expect(await cases(OFFICE_ELSEWHERE)).toMatchObject([{ viewerCanAskClarification: true }]);
    expect((await act(sla, OFFICE, 'askClarification', { caseId, text: TEXT })).code).toBe('NOT_FOUND');
  });

  test('is asked for by the reporter once it is late, and only once; the words are for the Ombudsman alone', async () => {
    await sla.tell(silentReport().events);
    const input = { reportId: 'report-1', reason: 'Sudah lama tidak ada kabar.' };
    expect((await act(sla, REPORTER, 'requestOversight', input)).code).toBe('NOT_LATE');
    expect((await reports(REPORTER, true)).viewerCanRequestOversight).toBe(false);
    await goTo('2026-10-13 10:00');
    expect((await reports(REPORTER, true)).viewerCanRequestOversight).toBe(true);
    expect((await act(sla, PUBLIC_VIEWER, 'requestOversight', input)).code).toBe('NOT_FOUND');
    expect(await act(sla, REPORTER, 'requestOversight', input)).toEqual({
      __typename: 'OversightChanged',
      case: null,
    });
    expect((await act(sla, REPORTER, 'requestOversight', input)).code).toBe('OVERSIGHT_RUNS');
    expect(await reports(REPORTER, true)).toMatchObject({
      viewerCanRequestOversight: false,
      oversight: { state: 'OPENED', openedBy: 'REPORTER', office: { id: 'ombudsman-13' }, case: null },
    });
    expect(await entries(OFFICE)).toEqual([['CASE_OPENED', input.reason]]);
    expect(await entries(UNIT)).toEqual([['CASE_OPENED', null]]);
    const log = await sla.rows<{ actor_id: string | null }>(
      `select actor_id from entry where actor_kind = 'REPORTER'`,
    );
    expect(log).toEqual([{ actor_id: null }]);
    await goTo('2026-10-27 10:00');
    expect(await cases(OMBUDSMAN)).toHaveLength(1);
  });

  test('is opened by the Ombudsman of its own accord, but not of a confidential report', async () => {
    await sla.tell(silentReport().events, silentReport('report-2', { isConfidential: true }).events);
    const open = (viewer: Viewer, reportId: string) =>
      act(sla, viewer, 'openOversight', { reportId, reason: TEXT });
    expect((await open(OFFICE_ELSEWHERE, 'report-1')).code).toBe('NOT_FOUND');
    expect((await open(OFFICE, 'report-2')).code).toBe('NOT_FOUND');
    expect(await open(OFFICE, 'report-1')).toMatchObject({ case: { state: 'OPENED' } });
    expect((await open(OMBUDSMAN, 'report-1')).code).toBe('OVERSIGHT_RUNS');
  });

  test('may be opened, and again after it was closed, by those whom the mutation lets; whoever asks is told so before', async () => {
    const ended = silentReport('report-3').next('2026-10-05 09:30', 'WITHDRAWN', {
      ...BY_CITIZEN,
      state: 'ARCHIVED',
    });
    await sla.tell(
      silentReport().events,
      silentReport('report-2', { isConfidential: true }).events,
      ended.events,
    );
    const key = { ...OFFICE, apiKey: { id: 'k', scopes: ['graph:write'] } } as Viewer;
    const viewers = [OFFICE, OMBUDSMAN, OFFICE_ELSEWHERE, UNIT, HEAD_OF_CITY, DESK, KSP, key, PUBLIC_VIEWER];
    const told = async (id: string) =>
      Promise.all(
        viewers.map(async (viewer) => (await readOversight(sla, viewer, false, id)).viewerCanOpenOversight),
      );
    const none = viewers.map(() => false);
    const theirs = [true, true, ...none.slice(2)];
    expect(await told('report-1')).toEqual(theirs);
    for (const id of ['report-2', 'report-3', 'report-nobody-knows'])
      expect([id, await told(id)]).toEqual([id, none]);
    await act(sla, OFFICE, 'openOversight', { reportId: 'report-1', reason: TEXT });
    expect(await told('report-1')).toEqual(none);
    await act(sla, OFFICE, 'closeOversight', {
      caseId: 'report-1-1',
      outcome: 'NO_MALADMINISTRATION',
      text: TEXT,
    });
    expect(await told('report-1')).toEqual(theirs);
    expect(await act(sla, OFFICE, 'openOversight', { reportId: 'report-1', reason: TEXT })).toMatchObject({
      case: { id: 'report-1-2', state: 'OPENED' },
    });
  });

  test('costs nobody but the Ombudsman a statement to know whether it may be opened', async () => {
    await sla.tell(silentReport().events);
    const statements = async (viewer: Viewer) =>
      (
        await sla.statementsOf(() =>
          sla.query(
            `{ _entities(representations: [{ __typename: "Report", id: "report-1" }]) { ... on Report { viewerCanOpenOversight } } }`,
            viewer,
          ),
        )
      ).length;
    expect([await statements(PUBLIC_VIEWER), await statements(DESK), await statements(OFFICE)]).toEqual([
      0, 0, 2,
    ]);
  });

  test('of a confidential report has its number and clocks, and leads nobody to the report who does not read it', async () => {
    await sla.tell(silentReport('report-1', { isConfidential: true }).events);
    await goTo('2026-10-27 10:00');
    const look = async (viewer: Viewer) =>
      (
        await sla.query(
          `{ oversightCase(id: "report-1-1") { reportNumber isConfidential report { id } clocks { kind } } }`,
          viewer,
        )
      ).oversightCase;
    expect(await look(OFFICE)).toMatchObject({
      reportNumber: '27509914',
      isConfidential: true,
      report: null,
    });
    expect((await look(OFFICE)).clocks.map(({ kind }: any) => kind)).toContain('OMBUDSMAN');
    for (const viewer of [UNIT, DESK])
      expect(await look(viewer)).toMatchObject({ report: { id: 'report-1' } });
    for (const viewer of [HEAD_OF_CITY, KSP, OFFICE_ELSEWHERE, PUBLIC_VIEWER])
      expect(await look(viewer)).toBeNull();
  });

  test('tells the reporter what was meant for the reporter, and nobody else anything', async () => {
    await sla.tell(silentReport().events);
    await goTo('2026-10-27 10:00');
    const caseId = 'report-1-1';
    await act(sla, OFFICE, 'askClarification', { caseId, text: 'Rahasia di antara kita berdua.' });
    expect(await reports(REPORTER, true)).toMatchObject({
      oversight: {
        state: 'CLARIFICATION_ASKED',
        clarificationDueOn: '2026-11-10',
        isClarificationMissed: false,
      },
    });
    await act(sla, OFFICE, 'recommend', { caseId, text: TEXT, wordsForReporter: 'Untuk pelapor.' });
    const told = await reports(REPORTER, true);
    expect(told.oversight.wordsForReporter).toEqual(['Untuk pelapor.']);
    expect(JSON.stringify(told)).not.toContain('Rahasia');
    for (const viewer of [
      PUBLIC_VIEWER,
      { ...OFFICE, apiKey: { id: 'k', scopes: ['reports:read'] } } as Viewer,
    ])
      expect((await reports(viewer)).oversight).toBeNull();
    // Somebody who only says so is not the reporter.
    expect((await reports(PUBLIC_VIEWER, true)).oversight).toBeNull();
    expect((await reports(KSP)).oversight).toMatchObject({ case: { id: caseId } });
  });

  test('counts a clarification that is waited for again after a new calendar, and leaves one that is over', async () => {
    await sla.tell(silentReport().events, silentReport('report-2').events);
    await goTo('2026-10-27 10:00');
    for (const caseId of ['report-1-1', 'report-2-1'])
      await act(sla, OFFICE, 'askClarification', { caseId, text: TEXT });
    await act(sla, UNIT, 'giveClarification', { caseId: 'report-2-1', text: TEXT });
    sla.clock.advance(60_000);
    const saved = await sla.query(
      `mutation { saveHoliday(input: { date: "2026-11-04", name: "Hari pemungutan suara", kind: NATIONAL, status: OFFICIAL, decree: "Keppres 1/2026" }) { __typename ... on UserError { code message } } }`,
      DESK,
    );
    expect(saved.saveHoliday.__typename).toBe('CalendarChanged');
    await sla.service.settle();
    const found = await cases(OMBUDSMAN);
    expect(found.map(({ clarification }) => clarification.dueOn)).toEqual(['2026-11-11', '2026-11-10']);
  });
});

/** `Report.oversight` as the gateway asks for it, with what `reports` says of the viewer. */
async function readOversight(
  sla: TestService,
  viewer: Viewer,
  viewerIsReporter: boolean,
  id = 'report-1',
): Promise<any> {
  const { _entities } = await sla.query(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Report {
       viewerCanRequestOversight viewerCanOpenOversight
       oversight { state openedBy office { id } clarificationDueOn isClarificationMissed letterSentOn outcome wordsForReporter case { id } }
     } } }`,
    viewer,
    {
      representations: [{ __typename: 'Report', id, viewerIsReporter, viewerAnswersByHandOver: false }],
    },
  );
  return _entities[0];
}
