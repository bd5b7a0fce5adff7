import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReportTransitioned } from '@lapor/events';
import { envelope } from './envelope.ts';
import { tell, type Listener } from './recipients.ts';

const transition = (given: Partial<ReportTransitioned> = {}): ReportTransitioned & { number: string } => ({
  reportId: 'report-1',
  sequence: 4,
  kind: 'PLANNED',
  at: '2026-11-20T02:40:00.000Z',
  actorKind: 'OFFICER',
  byNationalDesk: false,
  actorOrganisationId: 'opd-13-71-dpupr',
  toOrganisationId: null,
  stateBefore: 'DISPOSED',
  state: 'IN_PROGRESS',
  reasonCode: null,
  promisedOn: '2026-12-01',
  rating: null,
  assignments: [
    {
      organisationId: 'opd-13-71-dpupr',
      role: 'LEAD',
      governmentId: 'pemkot-13-71',
      path: ['pemkot-13-71', 'opd-13-71-dpupr'],
      timeZone: 'Asia/Jakarta',
    },
  ],
  reportKind: 'COMPLAINT',
  reportClass: 'GRIEVANCE',
  categoryId: 'jalan-rusak',
  regionCode: '13.71.09',
  channel: 'WEB',
  submittedAt: '2026-11-18T02:40:00.000Z',
  isAnonymous: false,
  isConfidential: false,
  isPublished: true,
  returnCount: 0,
  desk: null,
  ...given,
  number: '48213097',
});

const listener = (organisationId: string | null, more: Partial<Listener> = {}): Listener => ({
  id: organisationId ?? 'national',
  organisationId,
  eventTypes: [],
  holds: false,
  ...more,
});
const said = (event: ReportTransitioned, ...listeners: Listener[]) =>
  tell(event, listeners).map(({ listenerId, saying, holds }) => [listenerId, saying, holds]);

describe('who is told of a transition', () => {
  const unit = listener('opd-13-71-dpupr');
  const city = listener('pemkot-13-71');
  const other = listener('pemkot-13-72');
  const national = listener(null);

  it('tells the unit, whoever is above it, and the national listener once it is published', () => {
    expect(said(transition(), unit, city, other, national)).toEqual([
      ['opd-13-71-dpupr', 'WHOLE', true],
      ['pemkot-13-71', 'WHOLE', true],
      ['national', 'WHOLE', true],
    ]);
    expect(said(transition({ isPublished: false }), city, national)).toEqual([
      ['pemkot-13-71', 'WHOLE', true],
    ]);
  });

  it('tells of a confidential report to the handling organisation itself only, and not what happened', () => {
    expect(said(transition({ isConfidential: true }), unit, city, national)).toEqual([
      ['opd-13-71-dpupr', 'CONFIDENTIAL', true],
    ]);
  });

  it('tells whoever had a report that it left, and once that it became confidential', () => {
    const had = [listener('pemkot-13-71', { holds: true }), listener(null, { holds: true })];
    const gone = transition({ kind: 'RETURNED', assignments: [], isPublished: true, state: 'SUBMITTED' });
    expect(said(gone, ...had)).toEqual([
      ['pemkot-13-71', 'LEFT', false],
      ['national', 'WHOLE', true],
    ]);
    expect(said(transition({ kind: 'FLAGGED', isConfidential: true }), ...had)).toEqual([
      ['pemkot-13-71', 'CONFIDENTIAL', false],
      ['national', 'CONFIDENTIAL', false],
    ]);
  });

  it('tells of what waits at the desk of an organisation', () => {
    const desk = { organisationId: 'pemkot-13-72', path: ['pemkot-13-72'] };
    const waiting = transition({
      kind: 'SUBMITTED',
      state: 'SUBMITTED',
      assignments: [],
      desk,
      isPublished: false,
    });
    expect(said(waiting, other, city)).toEqual([['pemkot-13-72', 'WHOLE', true]]);
  });

  it('says nothing of a type that was not chosen, of what is internal, and of an identity that was read', () => {
    const chosen = (...eventTypes: string[]) => listener('pemkot-13-71', { eventTypes });
    expect(said(transition(), chosen('id.go.lapor.report.planned'))[0]![1]).toBe('WHOLE');
    expect(said(transition(), chosen('id.go.lapor.report.result'))[0]![1]).toBeNull();
    expect(said(transition({ kind: 'MESSAGE' }), city, national)).toEqual([
      ['pemkot-13-71', 'WHOLE', true],
      ['national', null, true],
    ]);
    for (const isConfidential of [true, false])
      expect(said(transition({ kind: 'IDENTITY_REVEALED', isConfidential }), unit)[0]![1]).toBeNull();
  });

  it('writes of a confidential report nothing but number and state, whatever else is known', () => {
    fc.assert(
      fc.property(
        fc.record({
          kind: fc.constantFrom('PLANNED', 'RESULT', 'FLAGGED', 'DISPOSED'),
          state: fc.constantFrom('DISPOSED' as const, 'IN_PROGRESS' as const, 'COMPLETED' as const),
          promisedOn: fc.constantFrom(null, '2026-12-24'),
          categoryId: fc.constantFrom(null, 'kekerasan'),
          isPublished: fc.boolean(),
        }),
        (given) => {
          const event = transition({ ...given, isConfidential: true });
          const listeners = [listener('opd-13-71-dpupr'), listener('pemkot-13-71', { holds: true })];
          for (const { saying } of tell(event, listeners)) {
            const { data, type, subject, id } = JSON.parse(
              envelope('msg_1', saying!, event, 'https://lapor.example'),
            ) as Record<string, unknown>;
            expect(data).toEqual({ number: '48213097', state: event.state, isConfidential: true });
            expect([type, subject, id]).toEqual(['id.go.lapor.report.changed', '48213097', 'msg_1']);
          }
        },
      ),
    );
  });

  it('writes a CloudEvent with ids and facts', () => {
    expect(JSON.parse(envelope('msg_1', 'WHOLE', transition(), 'https://lapor.example'))).toEqual({
      specversion: '1.0',
      id: 'msg_1',
      source: 'https://lapor.example',
      type: 'id.go.lapor.report.planned',
      subject: '48213097',
      time: '2026-11-20T02:40:00.000Z',
      datacontenttype: 'application/json',
      data: {
        number: '48213097',
        kind: 'PLANNED',
        state: 'IN_PROGRESS',
        at: '2026-11-20T02:40:00.000Z',
        isConfidential: false,
        organisationIds: ['opd-13-71-dpupr'],
        promisedOn: '2026-12-01',
        link: 'https://lapor.example/laporan/48213097',
      },
    });
  });
});
