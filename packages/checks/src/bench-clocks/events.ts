import type { DeliveredEvent, ReportTransitioned } from '@lapor/events';

const DAY_MILLISECONDS = 86_400_000;
const LAST = Date.parse('2026-11-23T08:00:00Z');

/** Submission and disposition of so many reports of the last ten days, in the order in which they came, as `reports` would bring them. */
export function eventsOf(reports: number, batchSize: number): DeliveredEvent[][] {
  const all = Array.from({ length: reports }, (_, index) => {
    const submittedAt = new Date(LAST - Math.floor((10 * DAY_MILLISECONDS * index) / reports));
    return lifeOf(`report-${String(index).padStart(6, '0')}`, submittedAt, index);
  })
    .flat()
    .sort((a, b) => a.at.localeCompare(b.at) || a.sequence - b.sequence);
  const events = all.map((payload, index): DeliveredEvent => ({
    id: index + 1,
    stream: payload.reportId,
    type: 'report.transitioned',
    payload,
    occurredAt: payload.at,
  }));
  return Array.from({ length: Math.ceil(events.length / batchSize) }, (_, index) =>
    events.slice(index * batchSize, (index + 1) * batchSize),
  );
}

function lifeOf(reportId: string, submittedAt: Date, index: number): ReportTransitioned[] {
  const government = `pemda-${index % 550}`;
  const unit = `${government}-opd-${index % 20}`;
  const first: ReportTransitioned = {
    reportId,
    number: String(10_000_000 + index),
    sequence: 1,
    kind: 'SUBMITTED',
    at: submittedAt.toISOString(),
    actorKind: 'CITIZEN',
    byNationalDesk: false,
    actorOrganisationId: null,
    toOrganisationId: null,
    stateBefore: null,
    state: 'SUBMITTED',
    reasonCode: null,
    promisedOn: null,
    rating: null,
    assignments: [],
    reportKind: 'COMPLAINT',
    reportClass: null,
    categoryId: `utama-${index % 35}`,
    regionCode: '13.71',
    channel: 'WEB',
    submittedAt: submittedAt.toISOString(),
    isAnonymous: false,
    isConfidential: index % 20 === 0,
    isPublished: false,
    returnCount: 0,
  };
  const disposed: ReportTransitioned = {
    ...first,
    sequence: 2,
    kind: 'VERIFIED',
    at: new Date(submittedAt.getTime() + 3_600_000).toISOString(),
    actorKind: 'OFFICER',
    byNationalDesk: true,
    stateBefore: 'SUBMITTED',
    state: 'DISPOSED',
    reportClass: 'DISPUTE_WITHOUT_INSPECTION',
    isPublished: !first.isConfidential,
    assignments: [
      {
        organisationId: unit,
        role: 'LEAD',
        governmentId: government,
        path: [government, unit],
        timeZone: 'Asia/Jakarta',
      },
    ],
  };
  return [first, disposed];
}
