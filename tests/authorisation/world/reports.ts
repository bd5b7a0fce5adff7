import { randomUUID } from 'node:crypto';
import type { Tokens } from '@lapor/viewer';
import { SUPPORTED } from '../oracle/fields.ts';
import { REPORTS, type ReportName } from '../oracle/reports.ts';
import { must } from './acts.ts';
import type { Browser } from './browser.ts';
import { pdf, png } from './files.ts';
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
}
export interface MadeReports {
  byName: Record<ReportName, MadeReport>;
  /** Opens 'filed without account'. */
  accessCode: string;
  /** Opens 'handed over'. */
  handOverToken: string;
}

/** Who acts while reports are made. */
export interface ReportActors {
  reporter: Browser;
  supporter: Browser;
  otherCitizen: Browser;
  stranger: Browser;
  desk: Browser;
  city: Browser;
  unit: Browser;
  coHandlingUnit: Browser;
  otherCitysUnit: Browser;
}

export const CATEGORY = 'pekerjaan-umum-dan-penataan-ruang.jalan-berlubang';
export const HEAD_OF_UNSTAFFED_UNIT = 'kepala-dinsos@matriks.contoh.go.id';
const DOOR = { point: { latitude: -0.905, longitude: 100.39 }, regionCode: '13.71.09' } as const;

export async function makeReports(
  actors: ReportActors,
  places: PlaceIds,
  tokens: Tokens,
  settle: () => Promise<void>,
): Promise<MadeReports> {
  const { reporter, supporter, otherCitizen, stranger, desk, city, unit, coHandlingUnit, otherCitysUnit } =
    actors;
  const made: Partial<Record<ReportName, { id: string; number: string }>> = {};
  let accessCode = '';

  const attach = async (by: Browser, name: string, type: string, content: Buffer, key?: string) => {
    if (key) by.credentials['submission-key'] = key;
    const { status, body } = await by.upload('/files', { name, type, content });
    delete by.credentials['submission-key'];
    if (status !== 201) throw new Error(`No upload: ${status} ${JSON.stringify(body)}`);
    return body.id as string;
  };
  const filers = { account: reporter, 'other account': otherCitizen, code: stranger };
  for (const name of Object.keys(REPORTS) as ReportName[]) {
    const { isAnonymous, isConfidential, filedBy } = REPORTS[name];
    // Each from a network of its own: no limit is what this is about.
    const by = filers[filedBy].copy();
    const submissionKey = randomUUID();
    const attachmentIds =
      REPORTS[name].handlers.length > 0
        ? [
            await attach(by, 'photo.png', 'image/png', png(), submissionKey),
            ...(filedBy === 'code'
              ? []
              : [await attach(by, 'surat.pdf', 'application/pdf', pdf(), submissionKey)]),
          ]
        : [];
    const submitted = await must(
      by,
      'submitReport',
      {
        submissionKey,
        kind: 'COMPLAINT',
        title: `Jalan berlubang, ${name}`,
        text: 'Jalan di depan pasar kecamatan kami sudah berlubang sejak dua bulan lalu.',
        ...DOOR,
        categoryId: CATEGORY,
        isAnonymous,
        isConfidential,
        attachmentIds,
        ...(filedBy === 'code' ? { reporter: { email: 'tanpa-akun@warga.contoh.id' } } : {}),
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
        attachmentIds: [
          await attach(by, 'bukti.png', 'image/png', png()),
          await attach(by, 'bukti.pdf', 'application/pdf', pdf()),
        ],
      });
    await answer(coHandlingUnit, 'PLAN', 'answer of the co-handler');
    await answer(unit, 'RESULT', 'answer of the lead');
  }
  await must(supporter, 'supportReport', { reportId: idOf(SUPPORTED) });
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

  const opened = await must(
    stranger.copy(),
    'openReport',
    { number: made['filed without account']!.number, accessCode },
    'grant',
  );
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
          },
        ];
      }),
    ),
  ) as Record<ReportName, MadeReport>;
  return { byName, accessCode, handOverToken: tokenOf.get(idOf('handed over'))! };
}

/** The links as they came by mail to the head. */
async function readHandOverTokens(by: Browser): Promise<string[]> {
  const { body } = await by.send('GET', `/mailbox/messages?to=${encodeURIComponent(HEAD_OF_UNSTAFFED_UNIT)}`);
  return [...JSON.stringify(body).matchAll(/serah-terima#([\w.~-]+)/g)].map(([, token]) => token!);
}
