import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import {
  act,
  directory,
  goTo as goToIn,
  HEAD_OF_CITY,
  KSP,
  missClarification,
  OFFICE,
  OFFICE_ELSEWHERE,
  OMBUDSMAN,
  silentReport,
  tellOrganisations,
  TEXT,
  UNIT,
} from './a-case.ts';
import { at } from './a-report.ts';
import { startServer, type TestServer } from './a-server.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';

const CASE = 'report-1-1';
const LETTER = 'report-1-1-1';

describe('a letter to the head', () => {
  let sla: TestService;
  let server: TestServer;
  beforeEach(async () => {
    sla = await startTestService(at('2026-10-05 10:00'), { directory });
    await tellOrganisations(sla, ['ombudsman'], ['ombudsman', 'ombudsman-13']);
    server = await startServer(sla);
  });
  afterEach(async () => {
    await server[Symbol.asyncDispose]();
    await sla[Symbol.asyncDispose]();
  });

  const goTo = (when: string) => goToIn(sla, when);
  const missed = (report = silentReport()) => missClarification(sla, report);
  const letters = async (who: Viewer): Promise<any[]> => {
    const { oversightLetters } = await sla.query(
      `{ oversightLetters(first: 10) { edges { node { caseId reportNumber letter { id state number addressee { id } draftedAt approvedAt
         sentAt replyBy failure reply pdfPath viewerCanApprove viewerCanRecordReply } } } } }`,
      who,
    );
    return oversightLetters.edges.map(({ node }: any) => node.letter);
  };
  const approve = (who: Viewer, letterId = LETTER) => act(sla, who, 'approveLetter', { letterId });
  const asked = () => sla.told('notification.requested');
  const ended = (outcome: string, attempt = 1) =>
    sla.deliver('channels', 'letter.ended', [
      {
        notificationId: `${LETTER}:${attempt}`,
        letterId: LETTER,
        outcome,
        at: sla.clock.now().toISOString(),
      },
    ]);
  const download = (who: Viewer, id = LETTER) => server.get(who, `/surat/${id}.pdf`);

  test('is drafted at the instant at which the clarification is missed, to the highest official, once', async () => {
    await missed();
    expect(await letters(OFFICE)).toMatchObject([
      {
        id: LETTER,
        state: 'DRAFT',
        number: null,
        addressee: { id: 'pemkot-padang' },
        draftedAt: '2026-11-10T17:00:00.000Z',
        viewerCanApprove: true,
        viewerCanRecordReply: false,
      },
    ]);
    await goTo('2026-11-13 08:00');
    expect(await letters(KSP)).toHaveLength(1);
    expect(await asked()).toEqual([]);
  });

  test('is not drafted when the clarification came in time, or a plan did', async () => {
    await sla.tell(silentReport().events, silentReport('report-2').events);
    await goTo('2026-10-27 10:00');
    for (const caseId of [CASE, 'report-2-1'])
      await act(sla, OFFICE, 'askClarification', { caseId, text: TEXT });
    await act(sla, UNIT, 'giveClarification', { caseId: CASE, text: TEXT });
    await goTo('2026-11-09 10:00');
    await sla.tell([silentReport('report-2').planned('2026-11-09 10:00', 'padang-pupr').events.at(-1)!]);
    await goTo('2026-11-20 10:00');
    expect(await letters(OMBUDSMAN)).toEqual([]);
  });

  test('of a confidential report goes to the head of the unit, for nobody above may know', async () => {
    await missed(silentReport('report-1', { isConfidential: true }));
    expect(await letters(OFFICE)).toMatchObject([{ addressee: { id: 'padang-pupr' } }]);
    expect(await letters(KSP)).toEqual([]);
    expect((await approve(KSP)).code).toBe('NOT_FOUND');
    expect(await approve(OFFICE)).toMatchObject({ letter: { state: 'APPROVED' } });
    expect(await letters(HEAD_OF_CITY)).toEqual([]);
    expect(await letters(officer('AGENCY_HEAD', 'padang-pupr'))).toHaveLength(1);
  });

  test('goes to whoever has to answer when it is approved, not to whoever had when it was drafted', async () => {
    const report = await missed();
    expect(await letters(OFFICE)).toMatchObject([{ addressee: { id: 'pemkot-padang' } }]);
    report.next('2026-11-11 07:00', 'FLAGGED_CONFIDENTIAL', { isConfidential: true, isPublished: false });
    await sla.tell([report.events.at(-1)!]);
    expect(await letters(OFFICE)).toMatchObject([{ state: 'DRAFT', addressee: { id: 'padang-pupr' } }]);
    expect(await approve(OFFICE)).toMatchObject({ letter: { state: 'APPROVED' } });
    expect(await asked()).toMatchObject([{ recipient: { organisationId: 'padang-pupr' } }]);
    expect(await letters(HEAD_OF_CITY)).toEqual([]);
    expect((await download(HEAD_OF_CITY)).statusCode).toBe(404);
    expect(await letters(officer('AGENCY_HEAD', 'padang-pupr'))).toMatchObject([
      { addressee: { id: 'padang-pupr' } },
    ]);
  });

  test('that was sent is closed to a head above once the report is confidential', async () => {
    const report = await missed();
    await approve(OFFICE);
    await ended('SENT');
    expect((await download(HEAD_OF_CITY)).statusCode).toBe(200);
    report.next('2026-11-11 09:00', 'FLAGGED_CONFIDENTIAL', { isConfidential: true, isPublished: false });
    await sla.tell([report.events.at(-1)!]);
    expect((await download(HEAD_OF_CITY)).statusCode).toBe(404);
    expect(await letters(HEAD_OF_CITY)).toEqual([]);
  });

  test('that could not be delivered is not sent again when the report has gone to somebody else', async () => {
    const report = await missed();
    await approve(OFFICE);
    await ended('NO_ADDRESS');
    report.next('2026-11-11 09:00', 'FLAGGED_CONFIDENTIAL', { isConfidential: true, isPublished: false });
    await sla.tell([report.events.at(-1)!]);
    expect((await approve(OFFICE)).code).toBe('LETTER_NOT_NEEDED');
    expect(await asked()).toHaveLength(1);
  });

  test('is seen by the agency once a person of the Ombudsman or KSP has approved it, and by nobody else', async () => {
    await missed();
    for (const who of [UNIT, HEAD_OF_CITY, DESK]) expect(await letters(who)).toEqual([]);
    for (const who of [UNIT, HEAD_OF_CITY, DESK, OFFICE_ELSEWHERE])
      expect((await approve(who)).code).toBe('NOT_FOUND');
    const key: Viewer = { ...OMBUDSMAN, apiKey: { id: 'key', scopes: ['graph:write', 'reports:read'] } };
    expect((await approve(key)).code).toBe('NOT_FOUND');
    expect(await approve(KSP)).toMatchObject({
      letter: { state: 'APPROVED', number: '0001/LAPOR/XI/2026' },
    });
    expect((await approve(OFFICE)).code).toBe('LETTER_STATE');
    for (const who of [UNIT, HEAD_OF_CITY, DESK]) expect(await letters(who)).toHaveLength(1);
    for (const who of [OFFICE_ELSEWHERE, PUBLIC_VIEWER, key]) expect(await letters(who)).toEqual([]);
  });

  test('asks for a mail to the head with ids and numbers alone, and says what became of it', async () => {
    await missed();
    await approve(OFFICE);
    expect(await asked()).toEqual([
      {
        notificationId: `${LETTER}:1`,
        recipient: { kind: 'LETTER', letterId: LETTER, organisationId: 'pemkot-padang' },
        template: 'oversight-letter',
        facts: { number: '27509914', letterNumber: '0001/LAPOR/XI/2026' },
        at: sla.clock.now().toISOString(),
      },
    ]);
    await ended('NO_ADDRESS');
    expect(await letters(OFFICE)).toMatchObject([
      { state: 'FAILED', failure: 'NO_ADDRESS', viewerCanApprove: true, viewerCanRecordReply: true },
    ]);
    sla.clock.advance(86_400_000);
    const again = await approve(OFFICE);
    expect(again).toMatchObject({ letter: { state: 'APPROVED', number: '0001/LAPOR/XI/2026' } });
    expect((await asked()).map(({ notificationId }) => notificationId)).toEqual([
      `${LETTER}:1`,
      `${LETTER}:2`,
    ]);
    await ended('SENT', 2);
    await ended('SENT', 2);
    expect(await letters(HEAD_OF_CITY)).toMatchObject([
      { state: 'SENT', replyBy: '2026-11-18', failure: null },
    ]);
    const log = await sla.rows(`select kind from entry where kind = 'LETTER_SENT'`);
    expect(log).toHaveLength(1);
  });

  test('is not approved when there is a plan by now', async () => {
    const report = await missed();
    await sla.tell([report.planned('2026-11-11 07:00', 'padang-pupr').events.at(-1)!]);
    expect((await approve(OFFICE)).code).toBe('LETTER_NOT_NEEDED');
  });

  test('has numbers without gaps, also when many are approved at once', async () => {
    const reports = Array.from({ length: 6 }, (_, index) => `report-${index + 1}`);
    await sla.tell(...reports.map((id) => silentReport(id).events));
    await goTo('2026-10-27 10:00');
    for (const id of reports) await act(sla, OFFICE, 'askClarification', { caseId: `${id}-1`, text: TEXT });
    await goTo('2026-11-11 08:00');
    const approved = await Promise.all(reports.map((id) => approve(OFFICE, `${id}-1-1`)));
    expect(approved.map(({ letter }) => letter.number.slice(0, 4)).sort()).toEqual([
      '0001',
      '0002',
      '0003',
      '0004',
      '0005',
      '0006',
    ]);
  });

  test('is replied to by the head in the console, or from paper by the Ombudsman, once', async () => {
    await missed();
    const reply = (who: Viewer, repliedOn = '2026-11-11') =>
      act(sla, who, 'recordLetterReply', { letterId: LETTER, repliedOn, text: 'Sudah kami perintahkan.' });
    expect((await reply(OFFICE)).code).toBe('LETTER_STATE');
    await approve(OFFICE);
    expect((await reply(UNIT)).code).toBe('NOT_FOUND');
    expect(await reply(HEAD_OF_CITY, '2026-11-12')).toMatchObject({
      __typename: 'InvalidInput',
      fields: [{ path: 'input.repliedOn' }],
    });
    expect(await reply(HEAD_OF_CITY)).toMatchObject({ letter: { state: 'REPLIED' } });
    expect((await reply(OFFICE)).code).toBe('LETTER_STATE');
    expect(await letters(OFFICE)).toMatchObject([{ state: 'REPLIED', reply: 'Sudah kami perintahkan.' }]);
    await ended('SENT');
    expect(await letters(OFFICE)).toMatchObject([{ state: 'REPLIED' }]);
  });

  test('is downloaded as PDF by those who may read it, a draft too by those who approve it', async () => {
    await missed();
    expect((await download(UNIT)).statusCode).toBe(404);
    const draft = await download(KSP);
    expect(draft.statusCode).toBe(200);
    expect(draft.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="surat-rancangan.pdf"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(draft.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    await approve(OFFICE);
    const letter = await download(HEAD_OF_CITY);
    expect(letter.headers['content-disposition']).toBe('attachment; filename="surat-0001-LAPOR-XI-2026.pdf"');
    // The same words give the same bytes, to whoever downloads it and to the mail.
    expect((await download(UNIT)).rawPayload.equals(letter.rawPayload)).toBe(true);
    expect((await sla.service.pdfOfLetter(LETTER))!.pdf.equals(letter.rawPayload)).toBe(true);
    for (const who of [PUBLIC_VIEWER, OFFICE_ELSEWHERE, officer('AGENCY_HEAD', 'pemkot-makassar')])
      expect((await download(who)).statusCode).toBe(404);
    expect((await download(OFFICE, '../../etc/passwd')).statusCode).toBe(404);
    expect((await download(OFFICE, 'report-1-1-9')).body).toBe((await download(PUBLIC_VIEWER)).body);
  });

  test('has only facts of the case and its clocks in what is kept of it', async () => {
    await missed();
    await approve(OFFICE);
    const [row] = await sla.rows<{ content: object }>('select content from oversight_letter');
    expect(row!.content).toEqual({
      number: '0001/LAPOR/XI/2026',
      datedOn: '2026-11-11',
      officeName: 'Kantor ombudsman-13',
      addressee: { title: 'Wali Kota', organisationName: 'Pemerintah Kota Padang', address: null },
      reportNumber: '27509914',
      unitName: 'Kantor padang-pupr',
      isConfidential: false,
      submittedOn: '2026-10-02',
      disposedOn: '2026-10-05',
      followUpDueOn: '2026-10-12',
      openedOn: '2026-10-23',
      openedBy: 'RULE',
      clarification: { askedOn: '2026-10-27', length: 10, unit: 'WORKING', dueOn: '2026-11-10' },
      replyBy: '2026-11-18',
    });
  });
});
