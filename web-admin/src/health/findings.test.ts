import { expect, test } from 'vitest';
import { findingOf } from './findings.ts';
import type { JobState, ServiceState } from './read-health.ts';

const now = '2026-11-20T03:00:00.000Z';
const job: JobState = {
  name: 'find-due',
  lastEndedAt: now,
  lastFailedAt: null,
  lastFailureCode: null,
  lateSeconds: 0,
  givenUp: 0,
};
const service = (parts: Partial<ServiceState>): ServiceState => ({
  name: 'reports',
  answers: true,
  jobs: [job],
  outbox: [{ subscriber: 'sla', undelivered: 0, oldestAt: null, heldStreams: 0 }],
  waiting: [{ name: 'SCANS', waiting: 3, failed: 0, oldestAt: now }],
  ...parts,
});
const outbox = { subscriber: 'sla', undelivered: 1, oldestAt: '2026-11-20T02:59:00.000Z', heldStreams: 0 };

test.each<[string, Partial<ServiceState>, string]>([
  ['everything runs', {}, 'WELL'],
  ['an event is on its way', { outbox: [outbox] }, 'WELL'],
  ['a failure that was followed by a good run', { jobs: [{ ...job, lastFailedAt: now }] }, 'WELL'],
  ['it does not answer', { answers: false }, 'SILENT'],
  ['the last run failed', { jobs: [{ ...job, lastFailureCode: 'Error 40001' }] }, 'TROUBLED'],
  ['a look is late', { jobs: [{ ...job, lateSeconds: 121 }] }, 'TROUBLED'],
  ['a job was given up', { jobs: [{ ...job, givenUp: 1 }] }, 'TROUBLED'],
  ['a stream is held', { outbox: [{ ...outbox, heldStreams: 1 }] }, 'TROUBLED'],
  ['an event waits', { outbox: [{ ...outbox, oldestAt: '2026-11-20T02:54:00.000Z' }] }, 'TROUBLED'],
  [
    'a mail did not arrive',
    { waiting: [{ name: 'MESSAGES', waiting: 0, failed: 1, oldestAt: null }] },
    'TROUBLED',
  ],
])('%s', (_what, parts, finding) => expect(findingOf(service(parts), now)).toBe(finding));
