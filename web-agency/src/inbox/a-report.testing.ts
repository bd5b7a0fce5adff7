import type { Row } from './inbox-row.tsx';

/** A report of the box as the graph tells it, the more the number the later it is due. */
export const aReport = (place: number, part: Partial<Row> = {}): Row => ({
  id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
  number: String(10_000_000 + place),
  title: `Jalan berlubang ${place}`,
  state: 'DISPOSED',
  submittedAt: '2026-11-10T02:00:00Z',
  isAnonymous: false,
  isConfidential: false,
  returnCount: 0,
  nextDueAt: '2026-12-01T17:00:00Z',
  category: { id: 'jalan', name: 'Jalan berlubang' },
  handler: { id: 'opd-13-71-dpupr', name: 'Dinas PUPR', acronym: 'DPUPR' },
  region: { code: '13.71.09', name: 'Kuranji' },
  attachments: [],
  oversight: null,
  nextClock: {
    kind: 'FOLLOW_UP',
    status: 'RUNNING',
    urgency: 'ON_TIME',
    workingDaysLeft: 4,
    dueOn: '2026-12-01',
    timeZone: 'Asia/Jakarta',
    explanation: { unit: 'WORKING' },
  },
  ...part,
});

/** A page of the box. */
export const aPage = (rows: readonly Row[], next: string | null = null) => ({
  inbox: {
    __typename: 'ReportConnection',
    edges: rows.map((node) => ({ node: { __typename: 'Report', ...node } })),
    pageInfo: { hasNextPage: next !== null, endCursor: next },
  },
});
