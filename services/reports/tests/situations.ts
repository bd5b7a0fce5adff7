import type { Viewer } from '@lapor/viewer';
import type { Situation, ViewerName, Visibility } from './oracle/authority.ts';
import { actor, change, file, organisationEvents, verification, type Harness } from './harness.ts';

export const LEAD = 'opd-13-71-dpupr';
export const REPORTER = 'akun-pelapor';

const key = (viewer: Viewer, ...scopes: NonNullable<Viewer['apiKey']>['scopes']): Viewer => ({
  ...viewer,
  apiKey: { id: 'kunci', scopes },
});
const linkTo = (reportId: string, handOverId: string): Viewer => ({
  ...actor.public,
  handOverGrants: [{ handOverId, reportId, organisationId: LEAD }],
});
const NO_HAND_OVER = '018f0000-0000-7000-8000-000000000001';

/** The viewers of the matrix; `reportId` is what the grant opens, and the link of `handOverId` if there is one. */
export const viewerOf = (name: ViewerName, reportId: string, handOverId = NO_HAND_OVER): Viewer =>
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
    'holder of the link to the head of the lead unit': linkTo(reportId, handOverId),
    'holder of a link to another report': linkTo(reportId, '018f0000-0000-7000-8000-000000000002'),
    'API key of the lead unit that reads': key(
      actor.officer('LIAISON_OFFICER', LEAD),
      'graph:read',
      'reports:read',
    ),
    'API key of the lead unit that writes': key(
      actor.officer('LIAISON_OFFICER', LEAD),
      'reports:read',
      'graph:write',
    ),
    'API key of the reporter’s account': key(
      { ...actor.citizen(REPORTER), reportGrants: [reportId] },
      'graph:read',
      'reports:read',
    ),
    'API key of a national admin': key(actor.nationalAdmin(), 'graph:read', 'reports:read'),
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

/** Tells that somebody works at organisations, or nobody. */
async function staff(harness: Harness, ids: readonly string[], isStaffed: boolean) {
  const events = organisationEvents().filter(({ stream }) => ids.includes(stream));
  const round = ++staffed;
  const { failed } = await harness.service.receiveEvents(
    'organisations',
    events.map((event, index) => ({
      ...event,
      id: 100 * round + index,
      payload: { ...(event.payload as object), isStaffed, version: 1 + round },
    })),
  );
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}
let staffed = 0;

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
    case 'HANDED_OVER':
    case 'HANDED_OVER_NATIONALLY': {
      // Told to this service, and of the reports before nothing is done: the job that would is not run.
      const nobody = situation === 'HANDED_OVER' ? [LEAD] : [LEAD, 'pemkot-13-71'];
      await staff(harness, nobody, false);
      await dispose(harness, id);
      await staff(harness, nobody, true);
      break;
    }
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
