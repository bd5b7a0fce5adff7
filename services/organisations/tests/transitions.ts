import { randomUUID } from 'node:crypto';

/** A transition as `reports` tells it, with what the test is about. */
export function transition({
  kind = 'DISPOSED',
  by = null as string | null,
  actorKind = 'OFFICER',
  byNationalDesk = false,
  at = '2026-11-20T02:40:00.000Z',
  handledBy = [] as string[],
  isConfidential = false,
} = {}): Record<string, unknown> {
  return {
    reportId: randomUUID(),
    sequence: 3,
    kind,
    at,
    actorKind,
    byNationalDesk,
    actorOrganisationId: by,
    toOrganisationId: null,
    stateBefore: 'DISPOSED',
    state: 'IN_PROGRESS',
    reasonCode: null,
    promisedOn: null,
    rating: null,
    assignments: handledBy.map((organisationId) => ({
      organisationId,
      role: 'LEAD',
      governmentId: organisationId,
      path: [organisationId],
      timeZone: 'Asia/Jakarta',
    })),
    reportKind: 'COMPLAINT',
    reportClass: 'GRIEVANCE',
    categoryId: null,
    regionCode: null,
    channel: 'WEB',
    submittedAt: at,
    isAnonymous: false,
    isConfidential,
    isPublished: false,
    returnCount: 0,
  };
}
