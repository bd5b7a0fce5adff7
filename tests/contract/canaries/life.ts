import { randomUUID } from 'node:crypto';
import { must } from '../../authorisation/world/acts.ts';
import type { Browser } from '../../authorisation/world/browser.ts';
import { CATEGORY, HEAD_OF_UNSTAFFED_UNIT } from '../../authorisation/world/reports.ts';
import { accountId } from '../../authorisation/world/people.ts';
import type { World } from '../../authorisation/world/start.ts';
import type { PersonName } from '../../authorisation/oracle/people.ts';
import { pdf, photo } from '../../../services/reports/tests/files.ts';
import type { As } from './listening.ts';
import { describeSubject, type Subject } from './subject.ts';

const REASON = 'Alasan yang cukup panjang untuk semua.';

/** Whoever acts as the reporter of a subject. */
export interface Reporter {
  name: PersonName;
  browser: Browser;
  /** Opens the report, where no account does. */
  grant: Record<string, string>;
}

export type Stage = (subject: Subject, reporter: Reporter) => Promise<void>;

/** The life of a confidential report, in stages; every role does its part, over HTTP. */
export function livesIn(world: World, as: As) {
  const { places } = world;
  const by = (name: PersonName): Browser => world.credentials.get(name)![0]!;
  const act = (name: PersonName, mutation: string, input: Record<string, unknown>, selection?: string) =>
    as(name, () => must(by(name), mutation, input, selection));

  /** As the reporter, with the grant where there is no account. */
  const report = (
    { name, browser, grant }: Reporter,
    mutation: string,
    input: Record<string, unknown>,
    selection?: string,
  ) =>
    as(name, () =>
      must(
        { graph: (query, variables) => browser.graph(query, variables, grant) },
        mutation,
        input,
        selection,
      ),
    );

  const send = async (
    who: string,
    browser: Browser,
    headers: Record<string, string>,
    { exif, content }: Pick<Subject, 'exif' | 'content'>,
  ) => {
    const sender = browser.copy();
    Object.assign(sender.credentials, headers);
    const ids: string[] = [];
    for (const [name, bytes] of [
      [`${content.fileName}.jpg`, await photo(exif)],
      [`${content.fileName}.pdf`, pdf(`/Author(${content.document})`)],
    ] as const) {
      const { status, body } = await as(who, () => sender.upload('/files', { name, content: bytes }));
      if (status !== 201) throw new Error(`No upload: ${status} ${JSON.stringify(body)}`);
      ids.push(body.id);
    }
    return ids;
  };

  async function submit(label: string, index: number, hasAccount: boolean): Promise<[Subject, Reporter]> {
    const about = describeSubject(label, index);
    const { person, content } = about;
    const name: PersonName = hasAccount ? 'reporter' : 'reporter by access code';
    const browser = hasAccount ? by('reporter').copy() : world.open();
    const submissionKey = randomUUID();
    const attachmentIds = await send(name, browser, { 'submission-key': submissionKey }, about);
    const submitted = await as(name, () =>
      must(
        browser,
        'submitReport',
        {
          submissionKey,
          kind: 'COMPLAINT',
          title: `Pungutan ${content.title}`,
          text: `Petugas meminta uang di kantor itu: ${content.narrative}.`,
          regionCode: '13.71.09',
          placeText: `Loket ${content.place}`,
          categoryId: 'kependudukan.ktp-kartu-tanda-penduduk',
          isAnonymous: false,
          isConfidential: true,
          reporter: { ...person, phone: `0${person.phone}` },
          attachmentIds,
        },
        'accessCode report { id number }',
      ),
    );
    const subject: Subject = {
      ...about,
      hasAccount,
      ...submitted.report,
      accessCode: submitted.accessCode,
      submissionKey,
    };
    const opened = hasAccount
      ? null
      : await as(name, () =>
          must(browser, 'openReport', { number: subject.number, accessCode: subject.accessCode }, 'grant'),
        );
    return [subject, { name, browser, grant: opened ? { 'report-grant': opened.grant } : {} }];
  }

  const verify = (reportId: string, leadOrganisationId: string) =>
    act('national admin', 'verifyReport', {
      reportId,
      class: 'GRIEVANCE',
      categoryId: CATEGORY,
      leadOrganisationId,
      safeToPublish: true,
    });
  const answer = (reportId: string, kind: string) =>
    act('liaison officer of the unit', 'answerReport', {
      reportId,
      kind,
      text: REASON,
      promisedOn: '2026-12-15',
      outcome: 'SOLVED',
      noProofReason: REASON,
    });

  const toTheUnit: Stage = async (subject, reporter) => {
    const { id: reportId, content } = subject;
    await act('national admin', 'postponeReport', { reportId, missingData: REASON });
    await report(reporter, 'completeReportData', {
      reportId,
      text: `Kelengkapan: ${content.addition}.`,
      attachmentIds: await send(reporter.name, reporter.browser, reporter.grant, subject),
    });
    await verify(reportId, places.unit);
    await answer(reportId, 'ACKNOWLEDGEMENT');
    await act('liaison officer of the unit', 'requestInformation', { reportId, text: REASON });
    await report(reporter, 'replyToReport', {
      reportId,
      text: `Jawaban: ${content.reply}.`,
      attachmentIds: await send(reporter.name, reporter.browser, reporter.grant, subject),
    });
    await act('liaison officer of the unit', 'writeToReporter', { reportId, text: REASON });
    await report(reporter, 'replyPrivately', { reportId, text: `Pribadi: ${content.privately}.` });
    await act('liaison officer of the unit', 'addNote', {
      reportId,
      text: `Untuk rekan: ${subject.note}.`,
      mentionedOfficerIds: [accountId('national admin')],
    });
    const { workOrder } = await act(
      'liaison officer of the unit',
      'createWorkOrder',
      {
        reportId,
        organisationId: places.unit,
        task: 'Lihat loket dan foto papan tarif.',
        placeText: 'Kantor di depan pasar',
        dueOn: '2026-11-25',
        fieldOfficerId: accountId('field officer of the unit'),
      },
      'path workOrder { id }',
    );
    await act('field officer of the unit', 'addWorkOrderEvidence', {
      workOrderId: workOrder.id,
      note: REASON,
    });
    for (const who of ['liaison officer of the unit', 'national admin'] as const)
      await act(
        who,
        'revealIdentity',
        { reportId, reason: REASON, requestKey: randomUUID() },
        'name nik phone email address',
      );
    await answer(reportId, 'PLAN');
    await report(reporter, 'exportOwnData', { reportId }, 'content');
    if (!subject.hasAccount)
      await as(reporter.name, () =>
        must(
          world.open(),
          'requestNewAccessCode',
          { number: subject.number, contact: subject.person.email },
          'validMinutes',
        ),
      );
  };

  const toItsEnd: Stage = async ({ id: reportId }, reporter) => {
    await answer(reportId, 'RESULT');
    await report(reporter, 'confirmReport', { reportId });
    await report(reporter, 'rateReport', { reportId, score: 1, text: REASON });
    await answer(reportId, 'RESULT');
    await act('national admin', 'closeReport', { reportId, reason: REASON });
    await report(reporter, 'disputeReport', { reportId, text: REASON });
    // Whoever loses sight of a report by the change itself is told that it was made, and nothing of the report.
    const returned = await as('liaison officer of the unit', () =>
      by('liaison officer of the unit').graph(
        'mutation ($input: ReturnReportInput!) { result: returnReport(input: $input) { __typename } }',
        { input: { reportId, reason: 'OTHER', text: REASON } },
      ),
    );
    if (returned.data?.['result'].__typename !== 'ReportOutOfSight')
      throw new Error(`The unit still reads what it returned: ${JSON.stringify(returned)}`);
    // Nobody works there: its head gets a link by mail.
    await verify(reportId, places['unstaffed unit']);
  };

  /** The head answers by the link; gives the grant that it opens with. */
  async function handledByTheHead({ id: reportId }: Subject): Promise<Record<string, string>> {
    const head = world.open();
    const name = 'holder of the hand-over';
    const { body } = await head.send(
      'GET',
      `/mailbox/messages?to=${encodeURIComponent(HEAD_OF_UNSTAFFED_UNIT)}`,
    );
    for (const [, token] of JSON.stringify(body).matchAll(/serah-terima#([\w.~-]+)/g)) {
      const opened = await must(head, 'openHandOver', { token: token! }, 'grant report { id }').catch(
        () => null,
      );
      if (opened?.report.id !== reportId) continue;
      const grant = { 'hand-over-grant': opened.grant as string };
      await as(name, () =>
        must({ graph: (query, variables) => head.graph(query, variables, grant) }, 'answerReport', {
          reportId,
          kind: 'PLAN',
          text: REASON,
          promisedOn: '2026-12-15',
        }),
      );
      return grant;
    }
    throw new Error('No link came to the head');
  }

  const over: Stage = async ({ id: reportId }, reporter) => {
    await act('national admin', 'returnReport', { reportId, reason: 'OTHER', text: REASON });
    await act('national admin', 'archiveReport', { reportId, code: 'REFERRED_OUTSIDE', text: REASON });
    await report(reporter, 'appealArchive', { reportId, text: REASON });
    await report(reporter, 'withdrawReport', { reportId, reason: REASON });
  };

  return { submit, toTheUnit, toItsEnd, handledByTheHead, over };
}
