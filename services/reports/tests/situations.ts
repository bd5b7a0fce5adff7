import type { Viewer } from '@lapor/viewer';
import type { Situation, ViewerName, Visibility } from './oracle/authority.ts';
import { actor, change, file, verification, type Harness } from './harness.ts';

export const LEAD = 'opd-13-71-dpupr';
export const REPORTER = 'akun-pelapor';

/** The viewers of the matrix; `reportId` is what the grant opens. */
export const viewerOf = (name: ViewerName, reportId: string): Viewer =>
  ({
    public: actor.public,
    'foreign citizen': {
      ...actor.citizen('akun-lain'),
      reportGrants: ['018f0000-0000-7000-8000-000000000000'],
    },
    'reporter by account': actor.citizen(REPORTER),
    'reporter by grant': actor.withGrant(reportId),
    'national admin': actor.nationalAdmin(),
    'agency admin of the handling government': actor.officer('AGENCY_ADMIN', 'pemkot-13-71'),
    'agency admin of another government': actor.officer('AGENCY_ADMIN', 'pemkot-13-77'),
    'agency admin of a sibling unit': actor.officer('AGENCY_ADMIN', 'opd-13-71-dishub'),
    'agency head of the handling government': actor.officer('AGENCY_HEAD', 'pemkot-13-71'),
    'agency head of the lead unit': actor.officer('AGENCY_HEAD', LEAD),
    'liaison officer of the lead unit': actor.officer('LIAISON_OFFICER', LEAD),
    'liaison officer of a unit below': actor.officer('LIAISON_OFFICER', 'unit-bina-marga'),
    'liaison officer of a sibling unit': actor.officer('LIAISON_OFFICER', 'opd-13-71-dishub'),
    'field officer of the lead unit': actor.officer('FIELD_OFFICER', LEAD),
    Ombudsman: actor.officer('OMBUDSMAN', 'ombudsman'),
    'KSP monitor': actor.officer('KSP_MONITOR', 'ksp'),
    analyst: actor.officer('ANALYST', 'kemenpanrb'),
  })[name];

/** A change that must succeed. */
export async function must(
  harness: Harness,
  viewer: Viewer,
  mutation: string,
  input: Record<string, unknown>,
) {
  const result = await change(harness, viewer, mutation, input);
  if (result.__typename !== 'ReportChanged') throw new Error(`${mutation}: ${JSON.stringify(result)}`);
  return result.report;
}

/** Disposed to the lead unit by the national desk. */
export const dispose = (harness: Harness, id: string, overrides: Record<string, unknown> = {}) =>
  must(
    harness,
    actor.nationalAdmin(),
    'verifyReport',
    verification(id, { leadOrganisationId: LEAD, ...overrides }),
  );

export const answer = (harness: Harness, id: string, kind: string, unit = LEAD) =>
  must(harness, actor.officer('LIAISON_OFFICER', unit), 'answerReport', {
    reportId: id,
    kind,
    text: 'Jawaban unit kepada pelapor.',
    promisedOn: '2027-06-30',
  });

/** A report that stands as asked, made by the use cases alone, filed with an account. */
export async function reportIn(
  harness: Harness,
  situation: Situation,
  visibility: Visibility,
  overrides: Record<string, unknown> = {},
) {
  const report = await file(harness, actor.citizen(REPORTER), {
    isAnonymous: visibility === 'anonymous' || visibility === 'both',
    isConfidential: visibility === 'confidential' || visibility === 'both',
    ...overrides,
  });
  const { id } = report;
  const desk = actor.nationalAdmin();
  const text = 'Alasan yang cukup panjang.';
  switch (situation) {
    case 'SUBMITTED':
      break;
    case 'POSTPONED':
      await must(harness, desk, 'postponeReport', { reportId: id, missingData: text });
      break;
    case 'ARCHIVED':
      await must(harness, desk, 'archiveReport', { reportId: id, code: 'SPAM', text });
      break;
    case 'WITHHELD':
      await dispose(harness, id, { safeToPublish: false, withholdReason: text });
      break;
    case 'RETURNED':
      await dispose(harness, id);
      await change(harness, actor.officer('LIAISON_OFFICER', LEAD), 'returnReport', {
        reportId: id,
        reason: 'NOT_OUR_TASK',
        text,
      });
      break;
    default:
      await dispose(harness, id);
      if (situation !== 'DISPOSED') await answer(harness, id, 'RESULT');
      if (situation === 'COMPLETED')
        await must(harness, actor.withGrant(id), 'confirmReport', { reportId: id });
  }
  return report;
}
