import { randomUUID } from 'node:crypto';
import type { Viewer } from '@lapor/viewer';
import { aReport, at, type ReportHistory } from './a-report.ts';
import { officer, type TestService } from './a-service.ts';

export const OMBUDSMAN = officer('OMBUDSMAN', 'ombudsman');
export const OFFICE = officer('OMBUDSMAN', 'ombudsman-13');
export const OFFICE_ELSEWHERE = officer('OMBUDSMAN', 'ombudsman-31');
export const KSP = officer('KSP_MONITOR', 'ksp');
export const HEAD_OF_CITY = officer('AGENCY_HEAD', 'pemkot-padang');
export const UNIT = officer('LIAISON_OFFICER', 'padang-pupr');
export const TEXT = 'Kata-kata yang cukup panjang untuk dibaca.';

/** Filed on Friday, 2 October 2026, disposed on Monday; nobody follows it up. The Ombudsman's clock runs out with 22 October. */
export const silentReport = (reportId = 'report-1', change = {}): ReportHistory =>
  aReport('2026-10-02 09:00', { reportId, number: '27509914', ...change }).disposed('2026-10-05 09:00', [
    'padang-pupr',
  ]);

/** Time goes on to a moment at Jakarta, and everything that is due by then happens. */
export async function goTo(sla: TestService, when: string): Promise<void> {
  sla.clock.set(at(when));
  await sla.service.settle();
}

/** The case that opens by rule is asked about on 27 October, and the clarification is missed at the end of 10 November: a letter is drafted. */
export async function missClarification(
  sla: TestService,
  report: ReportHistory = silentReport(),
): Promise<ReportHistory> {
  await sla.tell(report.events);
  await goTo(sla, '2026-10-27 10:00');
  await act(sla, OFFICE, 'askClarification', { caseId: 'report-1-1', text: TEXT });
  await goTo(sla, '2026-11-11 08:00');
  return report;
}

const CASE = `__typename ... on OversightChanged { case { id state } } ... on UserError { code message }
  ... on InvalidInput { fields { path code } }`;
const FIELDS = '{ id state number version isEdited paragraphs }';
const LETTER = `__typename ... on OversightLetterChanged { letter ${FIELDS} } ... on LetterStale { letter ${FIELDS} }
  ... on UserError { code message } ... on InvalidInput { fields { path code message } }`;

/** Asks for a change as somebody; answers the member of the union. */
export async function act(
  sla: TestService,
  viewer: Viewer,
  mutation: string,
  input: object,
): Promise<Record<string, any>> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const selection = mutation.endsWith('Letter') || mutation.endsWith('LetterReply') ? LETTER : CASE;
  const { result, errors } = await sla.query(
    `mutation ($input: ${type}!) { result: ${mutation}(input: $input) { ${selection} } }`,
    viewer,
    { input: { requestKey: randomUUID(), ...input } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return result;
}

/** Tells of the organisations that offices and paths are judged by. */
export const tellOrganisations = (sla: TestService, ...paths: string[][]): Promise<void> =>
  sla.deliver(
    'organisations',
    'organisation.changed',
    paths.map((path) => ({
      organisationId: path.at(-1),
      name: `Nama ${path.at(-1)}`,
      acronym: null,
      kind: path.length > 1 ? 'OPD' : 'AGENCY',
      status: 'ACTIVE',
      parentId: path.at(-2) ?? null,
      governmentId: path[0],
      path,
      regionCode: null,
      timeZone: 'Asia/Jakarta',
      isStaffed: true,
      unitKeys: [],
      hasDirectVerification: false,
      successorIds: [],
      version: 1,
    })),
  );

/** What a letter is told of offices. */
export const directory = {
  partyOf: async (organisationId: string) => ({
    organisationName:
      organisationId === 'pemkot-padang' ? 'Pemerintah Kota Padang' : `Kantor ${organisationId}`,
    title: organisationId === 'pemkot-padang' ? 'Wali Kota' : 'Kepala',
    address: null,
  }),
};
