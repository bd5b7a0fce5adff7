import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER } from '@lapor/viewer';
import { aReport, at, BY_DESK } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';

const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Report {
  id
  clocks {
    id kind status startedAt stoppedAt dueAt dueOn timeZone timeZoneLabel isEstimated urgency workingDaysLeft organisation { id }
    explanation { startEvent startedOn length unit countedDays skippedDays { date reason } pauses { from until reason }
      policyVersion calendarVersion cappedByOuterLimit
      sentence inEnglish: sentence(language: EN) }
  }
  nextClock { kind dueOn }
} } }`;
const references = (...ids: string[]) => ({
  representations: ids.map((id) => ({ __typename: 'Report', id, viewerIsReporter: false })),
});

describe('Report.clocks', () => {
  let sla: TestService;
  beforeAll(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
    await sla.tell(
      aReport('2026-11-20 19:00')
        .disposed('2026-11-23 09:40', ['padang-pupr'])
        .asked('2026-11-24 10:00', 'padang-pupr').events,
      ...Array.from(
        { length: 30 },
        (_, index) =>
          aReport('2026-11-20 19:00', { reportId: `page-${index}` }).disposed('2026-11-23 09:40', [
            'jayapura-pupr',
          ]).events,
      ),
    );
  });
  afterAll(() => sla[Symbol.asyncDispose]());

  test('explains each deadline', async () => {
    const { _entities, errors } = await sla.query(ENTITIES, DESK, references('report-1'));
    expect(errors).toBeUndefined();
    const [report] = _entities;
    expect(report.clocks.map(({ kind, status }: any) => `${kind} ${status}`)).toEqual([
      'VERIFICATION MET',
      'FIRST_RESPONSE MET',
      'FOLLOW_UP PAUSED',
      'RESOLUTION PAUSED',
      'OUTER_LIMIT RUNNING',
      'OMBUDSMAN RUNNING',
    ]);
    const version = (await sla.rows<{ version: string }>('select version from calendar_version'))[0]!.version;
    expect(report.clocks[2]).toEqual({
      id: 'report-1:FOLLOW_UP:1',
      kind: 'FOLLOW_UP',
      status: 'PAUSED',
      startedAt: '2026-11-23T02:40:00.000Z',
      stoppedAt: null,
      dueAt: '2026-12-14T17:00:00.000Z',
      dueOn: '2026-12-14',
      timeZone: 'Asia/Jakarta',
      timeZoneLabel: 'WIB',
      isEstimated: false,
      urgency: 'ON_TIME',
      workingDaysLeft: 4,
      organisation: { id: 'padang-pupr' },
      explanation: {
        startEvent: 'DISPOSITION',
        startedOn: '2026-11-23',
        length: 5,
        unit: 'WORKING',
        countedDays: ['2026-11-24', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14'],
        skippedDays: [
          ...['2026-11-25', '2026-11-26', '2026-11-27'].map((date) => ({ date, reason: 'PAUSED' })),
          ...['2026-11-28', '2026-11-29'].map((date) => ({ date, reason: 'WEEKEND' })),
          ...['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04'].map((date) => ({
            date,
            reason: 'PAUSED',
          })),
          ...['2026-12-05', '2026-12-06'].map((date) => ({ date, reason: 'WEEKEND' })),
          ...['2026-12-07', '2026-12-08'].map((date) => ({ date, reason: 'PAUSED' })),
          ...['2026-12-12', '2026-12-13'].map((date) => ({ date, reason: 'WEEKEND' })),
        ],
        pauses: [{ from: '2026-11-24T03:00:00.000Z', until: null, reason: 'INFORMATION_REQUESTED' }],
        policyVersion: 'permen-panrb-5-2025',
        calendarVersion: version,
        cappedByOuterLimit: false,
        sentence:
          'Tindak lanjut pertama: dihitung sejak laporan didisposisikan pada Senin, 23 November 2026, selama 5 hari kerja, ' +
          'sampai Senin, 14 Desember 2026 pukul 24.00 WIB. Tidak dihitung: 6 hari akhir pekan. ' +
          'Berhenti sejak 24 November 2026 (menunggu jawaban pelapor); tenggat dihitung dengan jeda terpanjang. ' +
          'Aturan: Permen PANRB 5/2025; kalender: 2026.',
        inEnglish:
          'First follow-up: counted from Monday, 23 November 2026, when the report was passed on; 5 working days, ' +
          'until Monday, 14 December 2026 at 24:00 WIB. Not counted: 6 weekend days. ' +
          'Stands still since 24 November 2026 (waiting for the reporter’s answer); counted with the longest pause. ' +
          'Rules: Permen PANRB 5/2025; calendar: 2026.',
      },
    });
    expect(report.nextClock).toEqual({ kind: 'FOLLOW_UP', dueOn: '2026-12-14' });
  });

  test('takes one statement for a page of reports, and is null for one that is not known', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `page-${index}`);
    let answer: any;
    const statements = await sla.statementsOf(async () => {
      answer = await sla.query(ENTITIES, PUBLIC_VIEWER, references('unknown', ...ids));
    });
    expect(statements).toHaveLength(1);
    expect(answer._entities[0]).toEqual({ id: 'unknown', clocks: null, nextClock: null });
    expect(answer._entities.slice(1).every(({ clocks }: any) => clocks.length === 6)).toBe(true);
    expect(answer._entities[1].nextClock).toEqual({ kind: 'FOLLOW_UP', dueOn: '2026-11-30' });
  });

  test.each([
    ['2026-11-23 10:00', 'ON_TIME', 2],
    ['2026-11-24 11:59', 'ON_TIME', 1],
    ['2026-11-24 12:00', 'SOON', 1],
    ['2026-11-25 00:00', 'LAST_DAY', 0],
    ['2026-11-25 23:59', 'LAST_DAY', 0],
    ['2026-11-26 00:00', 'OVERDUE', -1],
    ['2026-11-29 12:00', 'OVERDUE', -2],
  ])(
    'at %s WIB the verification of Friday’s report is %s with %i working days left',
    async (now, urgency, left) => {
      await using other = await startTestService(at(now), { importReferenceData: true });
      await other.tell(aReport('2026-11-20 19:00').events);
      const { _entities } = await other.query(ENTITIES, DESK, references('report-1'));
      expect(_entities[0].clocks[0]).toMatchObject({ kind: 'VERIFICATION', urgency, workingDaysLeft: left });
    },
  );

  test('past the decrees a deadline is marked as estimated', async () => {
    await sla.tell(
      aReport('2026-12-28 10:00', { reportId: 'new-year' }).next('2026-12-29 10:00', 'VERIFIED', BY_DESK)
        .events,
    );
    const { _entities } = await sla.query(ENTITIES, DESK, references('new-year'));
    const estimated = _entities[0].clocks.map(({ kind, isEstimated }: any) => `${kind} ${isEstimated}`);
    expect(estimated).toEqual([
      'VERIFICATION false',
      'FIRST_RESPONSE false',
      'OUTER_LIMIT false',
      'OMBUDSMAN true',
    ]);
  });
});
