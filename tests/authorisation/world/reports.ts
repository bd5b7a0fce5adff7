import { randomUUID } from 'node:crypto';
import type { Tokens } from '@lapor/viewer';
import { ATTENDED, DRAFTED, LEASED, ORDERED, PROPOSED, SUPPORTED } from '../oracle/fields.ts';
import { OVERSEEN } from '../oracle/oversight.ts';
import { MENTIONED } from '../oracle/queries.ts';
import { FOLLOWED, REPORTS, type ReportName } from '../oracle/reports.ts';
import { must } from './acts.ts';
import type { Browser } from './browser.ts';
import { pdf, png, wav } from './files.ts';
import { accountId } from './people.ts';
import type { PlaceIds } from './places.ts';
import { words } from './words.ts';

/** A report of the matrix, with what opens it. */
export interface MadeReport {
  id: string;
  number: string;
  /** By which its reporter acts without an account. */
  reportGrant: string;
  /** By which the head of the handling organisation answers: a true one where it was handed over, else one that nobody ever gave. */
  handOverGrant: string;
  /** From the link of its work order, or of one that nobody ever gave. */
  workOrderGrant: string;
  /** A photo that came with it, where one did. */
  photoId: string | null;
}
export interface MadeReports {
  byName: Record<ReportName, MadeReport>;
  /** Opens 'filed without account'. */
  accessCode: string;
  /** Of junk that waits with the others. */
  junkGroupId: string;
  /** Gives another code to 'filed without account'. */
  lostCodeToken: string;
  /** Of an area that somebody follows. */
  followId: string;
  /** That an officer keeps. */
  filterId: string;
  /** Opens 'handed over'. */
  handOverToken: string;
  /** A priority programme to which every report belongs. */
  programmeId: string;
  /** Work orders, by the report. */
  workOrders: Partial<Record<ReportName, string>>;
  /** Opens the one of 'with the unit'. */
  workOrderToken: string;
  /** Of an answer that was taken back. */
  undoneKey: string;
  /** The answer that waits for approval. */
  proposalId: string;
  /** Templates of the city, of the unit, and for every agency. */
  templates: Record<'city' | 'unit' | 'national', string>;
  /** The lead's answer, where there is one. */
  answers: Partial<Record<ReportName, string>>;
}

/** Who acts while reports are made. */
export interface ReportActors {
  reporter: Browser;
  supporter: Browser;
  otherCitizen: Browser;
  stranger: Browser;
  desk: Browser;
  ombudsman: Browser;
  monitor: Browser;
  city: Browser;
  otherCity: Browser;
  unit: Browser;
  coHandlingUnit: Browser;
  otherCitysUnit: Browser;
}

export const CATEGORY = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';
export const HEAD_OF_UNSTAFFED_UNIT = 'kepala-dinsos@matriks.contoh.go.id';
const LOST_CODE_ADDRESS = 'tanpa-akun@warga.contoh.id';
const DOOR = { point: { latitude: -0.905, longitude: 100.39 }, regionCode: '13.71.09' } as const;

export async function makeReports(
  actors: ReportActors,
  places: PlaceIds,
  tokens: Tokens,
  settle: () => Promise<void>,
): Promise<MadeReports> {
  const {
    reporter,
    supporter,
    otherCitizen,
    stranger,
    desk,
    ombudsman,
    monitor,
    city,
    otherCity,
    unit,
    coHandlingUnit,
    otherCitysUnit,
  } = actors;
  const made: Partial<Record<ReportName, { id: string; number: string }>> = {};
  const photoIds: Partial<Record<ReportName, string>> = {};
  const answers: MadeReports['answers'] = {};
  let accessCode = '';

  const attach = async (by: Browser, name: string, content: Buffer, key?: string) => {
    if (key) by.credentials['submission-key'] = key;
    const { status, body } = await by.upload('/files', { name, content });
    delete by.credentials['submission-key'];
    if (status !== 201) throw new Error(`No upload: ${status} ${JSON.stringify(body)}`);
    return body.id as string;
  };
  // At a counter: there is no account behind it, and the code is all that the reporter gets.
  const filers = { account: reporter, 'other account': otherCitizen, code: desk };
  for (const name of Object.keys(REPORTS) as ReportName[]) {
    const { isAnonymous, isConfidential, filedBy } = REPORTS[name];
    // Each from a network of its own: no limit is what this is about.
    const by = filers[filedBy].copy();
    const onBehalf =
      filedBy === 'code' ? { onBehalf: { consentRecordedAs: 'SPOKEN', note: 'Loket 2.' } } : {};
    const submissionKey = randomUUID();
    const attachmentIds =
      REPORTS[name].handlers.length > 0
        ? [
            (photoIds[name] = await attach(by, 'photo.png', png(), submissionKey)),
            ...(filedBy === 'code'
              ? []
              : [
                  await attach(by, 'surat.pdf', pdf(), submissionKey),
                  await attach(by, 'rekaman.wav', wav(), submissionKey),
                ]),
          ]
        : [];
    const submitted = await must(
      by,
      'submitReport',
      {
        submissionKey,
        kind: 'COMPLAINT',
        title: `Jalan berlubang, ${name}`,
        // Words of their own: many with the same would look like junk. One does.
        text:
          name === 'waiting'
            ? 'https://promosi.contoh.id/satu https://promosi.contoh.id/dua'
            : `Jalan di depan pasar kecamatan kami sudah berlubang sejak dua bulan lalu: ${name}.`,
        ...DOOR,
        categoryId: CATEGORY,
        isAnonymous,
        isConfidential,
        attachmentIds,
        ...(filedBy === 'code' ? { reporter: { email: LOST_CODE_ADDRESS } } : {}),
        ...onBehalf,
        ...(name === SUPPORTED ? { excludedOrganisationIds: [places.province] } : {}),
      },
      'accessCode report { id number }',
    );
    made[name] = submitted.report;
    if (filedBy === 'code') accessCode = submitted.accessCode;
  }
  const idOf = (name: ReportName) => made[name]!.id;

  for (const name of Object.keys(REPORTS) as ReportName[]) {
    const { handlers, isPublished, isConfidential } = REPORTS[name];
    if (handlers.length === 0) continue;
    const [lead, ...coHandlers] = handlers.map((place) => places[place]);
    const isHeldBack = !isPublished && !isConfidential;
    await must(desk, 'verifyReport', {
      reportId: idOf(name),
      class: 'GRIEVANCE',
      categoryId: CATEGORY,
      leadOrganisationId: lead,
      coHandlerIds: coHandlers,
      safeToPublish: !isHeldBack,
      note: words('note to the unit'),
      ...(isHeldBack ? { withholdReason: words('reason for holding back') } : {}),
    });
  }
  await must(desk, 'verifyReport', {
    reportId: idOf('waiting for data'),
    class: 'GRIEVANCE',
    categoryId: CATEGORY,
    leadOrganisationId: places.city,
    safeToPublish: true,
  });
  await must(city, 'returnReport', {
    reportId: idOf('waiting for data'),
    reason: 'OTHER',
    text: words('reason of the return'),
  });
  await must(desk, 'postponeReport', {
    reportId: idOf('waiting for data'),
    missingData: words('question of the desk'),
  });
  await must(desk, 'archiveReport', {
    reportId: idOf('archived'),
    code: 'SPAM',
    text: words('reason of the archive'),
  });
  for (const name of ['answered by the unit', 'completed', 'filed without account'] as const) {
    const answer = async (by: Browser, kind: string, label: Parameters<typeof words>[0]) =>
      must(by, 'answerReport', {
        reportId: idOf(name),
        kind,
        text: words(label),
        promisedOn: '2026-12-15',
        outcome: 'SOLVED',
        attachmentIds: [await attach(by, 'bukti.png', png()), await attach(by, 'bukti.pdf', pdf())],
      });
    await answer(coHandlingUnit, 'PLAN', 'answer of the co-handler');
    await answer(unit, 'RESULT', 'answer of the lead');
    const { data } = await unit.graph(`{ report(number: "${made[name]!.number}") { history { id kind } } }`);
    answers[name] = data!.report.history.find(({ kind }: { kind: string }) => kind === 'RESULT').id;
  }
  await must(unit, 'correctAnswer', {
    reportId: idOf('answered by the unit'),
    entryId: answers['answered by the unit'],
    text: words('corrected answer of the lead'),
  });
  for (const [name, by] of [
    ['with the unit', unit],
    ['confidential, with the unit', unit],
    ['waiting', desk],
    ['handed over', desk],
  ] as const)
    await must(by, 'addNote', {
      reportId: idOf(name),
      text: 'Catatan antarpetugas yang tidak boleh terbaca di luar.',
      mentionedOfficerIds: (MENTIONED[name] ?? []).map(accountId),
    });
  await must(unit, 'writeToReporter', {
    reportId: idOf('with the unit'),
    text: words('private message'),
  });
  await must(
    stranger.copy(),
    'requestNewAccessCode',
    { number: made['filed without account']!.number, contact: LOST_CODE_ADDRESS },
    'validMinutes',
  );
  const asOtherCity = { organisationId: places['other city'] };
  await must(otherCity, 'setAnswerApproval', { ...asOtherCity, mode: 'ALL' });
  await must(otherCitysUnit, 'answerReport', {
    reportId: idOf(PROPOSED),
    kind: 'PLAN',
    text: words('answer that waits for approval'),
    promisedOn: '2026-12-15',
  });
  const waiting = await otherCitysUnit.graph(
    `{ report(number: "${made[PROPOSED]!.number}") { answerProposals { id } } }`,
  );
  const proposalId = waiting.data!.report.answerProposals[0].id as string;
  await must(otherCitysUnit, 'answerReport', {
    reportId: idOf('of another agency'),
    kind: 'ACKNOWLEDGEMENT',
    text: words('answer of the lead'),
  });
  const waitingAck = await otherCitysUnit.graph(
    `{ report(number: "${made['of another agency']!.number}") { answerProposals { id } } }`,
  );
  await must(otherCity, 'approveAnswer', {
    reportId: idOf('of another agency'),
    proposalId: waitingAck.data!.report.answerProposals[0].id,
  });
  await must(otherCity, 'setAnswerApproval', { ...asOtherCity, mode: 'NONE' });
  const workOrders: MadeReports['workOrders'] = {};
  let workOrderToken = '';
  for (const name of ORDERED) {
    const by = name === 'of another agency' ? otherCitysUnit : unit;
    const { workOrder, path } = await must(
      by,
      'createWorkOrder',
      {
        reportId: idOf(name),
        organisationId: places[REPORTS[name].handlers[0]!],
        task: 'Ukur dan foto lubang di badan jalan.',
        placeText: 'Depan pasar',
        dueOn: '2026-11-25',
        ...(name === 'with the unit' ? { fieldOfficerId: accountId('field officer of the unit') } : {}),
      },
      'path workOrder { id }',
    );
    workOrders[name] = workOrder.id;
    if (name === 'with the unit') workOrderToken = path.split('#')[1];
    await must(by, 'addWorkOrderEvidence', {
      workOrderId: workOrder.id,
      note: 'Sudah diukur.',
      attachmentIds: [await attach(by, 'lapangan.png', png())],
    });
  }
  const template = async (by: Browser, place: 'city' | 'unit' | 'ministry of the desk', isNational = false) =>
    (
      await must(
        by,
        'saveAnswerTemplate',
        {
          organisationId: places[place],
          isNational,
          kind: 'RESULT',
          title: `Hasil dari ${place}`,
          text: 'Laporan {nomor} sudah ditangani {unit} sebelum {tenggat}.',
        },
        'template { id }',
      )
    ).template.id as string;
  const templates = {
    city: await template(city, 'city'),
    unit: await template(city, 'unit'),
    national: await template(desk, 'ministry of the desk', true),
  };
  await must(desk, 'leaseReport', { reportId: idOf(LEASED) });
  await must(unit, 'markPresence', { reportId: idOf(ATTENDED), activity: 'READING' });
  await must(unit, 'saveAnswerDraft', { reportId: idOf(DRAFTED), kind: 'PLAN', text: 'Kami rencanakan …' });
  const undoneKey = randomUUID();
  await must(
    unit,
    'answerReport',
    {
      reportId: idOf(DRAFTED),
      requestKey: undoneKey,
      undoSeconds: 10,
      kind: 'ACKNOWLEDGEMENT',
      text: 'Terlalu cepat dikirim.',
    },
    'appliesAt',
  );
  await must(unit, 'undoChange', { reportId: idOf(DRAFTED), requestKey: undoneKey });
  await must(supporter, 'supportReport', { reportId: idOf(SUPPORTED) });
  await must(reporter, 'eraseOwnData', { reportId: idOf('with the unit') });
  await must(supporter, 'followReport', { reportId: idOf(FOLLOWED) });
  const { follow } = await must(supporter, 'followArea', { regionCode: '13.71' }, 'follow { id }');
  const { filter } = await must(
    unit,
    'saveFilter',
    { kind: 'INBOX', name: 'Terlambat', values: { overdue: true } },
    'filter { id }',
  );
  await must(reporter, 'confirmReport', { reportId: idOf('completed') });
  const reveal = (by: Browser, name: ReportName) =>
    must(by, 'revealIdentity', {
      reportId: idOf(name),
      reason: words('reason of the reveal'),
      requestKey: randomUUID(),
    });
  await reveal(unit, 'with the unit');
  await reveal(unit, 'confidential, with the unit');
  await reveal(desk, 'anonymous, with the unit');
  await reveal(otherCitysUnit, 'of another agency');
  await settle();

  for (const name of OVERSEEN)
    await must(ombudsman, 'openOversight', { reportId: idOf(name), reason: 'Perlu dilihat sendiri.' });
  const { programme } = await must(
    monitor,
    'savePriorityProgramme',
    { name: 'Jalan desa', categoryIds: [CATEGORY], regionCodes: [], words: [] },
    'programme { id }',
  );
  await settle();

  const opened = await must(
    stranger.copy(),
    'openReport',
    { number: made['filed without account']!.number, accessCode },
    'grant',
  );
  const lostCodeToken = await readLostCodeToken(stranger);
  const { data: junk } = await desk.graph('{ junkGroups(first: 1) { edges { node { id } } } }');
  const junkGroupId: string = junk!.junkGroups.edges[0].node.id;
  const handOverTokens = await readHandOverTokens(stranger);
  const handOverGrants = new Map<string, string>();
  const tokenOf = new Map<string, string>();
  for (const token of handOverTokens) {
    const { report, grant } = await must(stranger.copy(), 'openHandOver', { token }, 'grant report { id }');
    handOverGrants.set(report.id, grant);
    tokenOf.set(report.id, token);
  }
  for (const name of ['handed over', 'confidential, handed over'] as const)
    if (!handOverGrants.has(idOf(name))) throw new Error(`No link came for the report that is ${name}`);

  const soon = new Date(Date.now() + 3_600_000);
  const byName = Object.fromEntries(
    await Promise.all(
      (Object.keys(REPORTS) as ReportName[]).map(async (name): Promise<[ReportName, MadeReport]> => {
        const { id, number } = made[name]!;
        return [
          name,
          {
            id,
            number,
            // Filed with an account there is no code to open it with; the grant is what a code would give.
            reportGrant:
              name === 'filed without account' ? opened.grant : await tokens.signReportGrant(id, soon),
            workOrderGrant: await tokens.signWorkOrderGrant(workOrders[name] ?? randomUUID(), soon),
            handOverGrant:
              handOverGrants.get(id) ??
              (await tokens.signHandOverGrant(
                {
                  handOverId: randomUUID(),
                  reportId: id,
                  organisationId: places[REPORTS[name].handlers[0] ?? 'city'],
                },
                soon,
              )),
            photoId: photoIds[name] ?? null,
          },
        ];
      }),
    ),
  ) as Record<ReportName, MadeReport>;
  return {
    byName,
    proposalId,
    workOrderToken,
    undoneKey,
    workOrders,
    accessCode,
    junkGroupId,
    programmeId: programme.id,
    followId: follow.id,
    filterId: filter.id,
    lostCodeToken,
    answers,
    templates,
    handOverToken: tokenOf.get(idOf('handed over'))!,
  };
}

/** The link as it came by mail to whoever lost a code. */
async function readLostCodeToken(by: Browser): Promise<string> {
  const { body } = await by.send('GET', `/mailbox/messages?to=${encodeURIComponent(LOST_CODE_ADDRESS)}`);
  const [, token] = /lacak#kode-([a-z2-7]+)/.exec(JSON.stringify(body)) ?? [];
  if (!token) throw new Error('No link to a new code came');
  return token;
}

/** The links as they came by mail to the head. */
async function readHandOverTokens(by: Browser): Promise<string[]> {
  const { body } = await by.send('GET', `/mailbox/messages?to=${encodeURIComponent(HEAD_OF_UNSTAFFED_UNIT)}`);
  return [...JSON.stringify(body).matchAll(/serah-terima#([\w.~-]+)/g)].map(([, token]) => token!);
}
