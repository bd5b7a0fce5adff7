import { describe, expect, it } from 'vitest';
import { reportAddress, OPEN_STATES, type BehindFigure } from '../situation/address/report-address.ts';
import { NAMES, readFilter, type Name } from './read-filter.ts';

/** What the list asks for when a link of the room is followed. */
function followed(figure: BehindFigure) {
  const query = new URLSearchParams(reportAddress(figure).split('?')[1]);
  const values = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? '']));
  expect([...query.keys()].every((name) => (NAMES as readonly string[]).includes(name))).toBe(true);
  const filter = readFilter(values as Record<Name, string>);
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}

describe('a link of the room and the list behind it', () => {
  it('mean the same: days, states, place', () =>
    expect(
      followed({
        period: { from: '2026-11-01', to: '2026-11-22' },
        states: OPEN_STATES,
        regionCode: '13.71',
        categoryId: 'pekerjaan-umum',
        overdue: true,
      }),
    ).toEqual({
      from: '2026-11-01',
      until: '2026-11-22',
      states: ['SUBMITTED', 'POSTPONED', 'DISPOSED', 'IN_PROGRESS'],
      regionCode: '13.71',
      categoryId: 'pekerjaan-umum',
      overdue: true,
    }));

  it('mean the same: archive code, ratings, what happened, who gave it back', () => {
    expect(followed({ states: ['ARCHIVED'], archiveCode: 'SPAM', organisationId: 'pln' })).toEqual({
      states: ['ARCHIVED'],
      archiveCode: 'SPAM',
      organisationId: 'pln',
    });
    expect(
      followed({
        ratings: [4, 5],
        happened: 'DISPUTED',
        kind: 'COMPLAINT',
        channel: 'SMS',
        class: 'GRIEVANCE',
      }),
    ).toEqual({
      ratings: [4, 5],
      happened: 'DISPUTED',
      kind: 'COMPLAINT',
      channel: 'SMS',
      class: 'GRIEVANCE',
    });
    expect(
      followed({ returned: { byId: 'pemkot-13-71', period: { from: '2026-11-01', to: '2026-11-30' } } }),
    ).toEqual({ returnedById: 'pemkot-13-71', returnedFrom: '2026-11-01', returnedUntil: '2026-11-30' });
  });

  it('mean the same: a step that ended in time or late, of a kind, by an organisation, in some days', () => {
    const period = { from: '2026-11-01', to: '2026-11-22' };
    expect(
      followed({ regionCode: '13', step: { onTime: false, kind: 'FOLLOW_UP', ofId: 'pln', period } }),
    ).toEqual({
      regionCode: '13',
      stepOnTime: false,
      stepKind: 'FOLLOW_UP',
      stepOfId: 'pln',
      stepFrom: '2026-11-01',
      stepUntil: '2026-11-22',
    });
    expect(followed({ step: { onTime: true } })).toEqual({ stepOnTime: true });
  });

  it('mean the same: how long overdue, without something, completed since', () =>
    expect(
      followed({
        overdueDays: { from: 7, to: 30 },
        without: ['CLASS', 'REGION'],
        completed: { from: '2026-11-01', to: '2026-11-30' },
      }),
    ).toEqual({
      overdueAtLeastDays: 7,
      overdueLessThanDays: 30,
      without: ['CLASS', 'REGION'],
      completedFrom: '2026-11-01',
      completedUntil: '2026-11-30',
    }));

  it('leave out what means nothing', () => {
    const values = Object.fromEntries(NAMES.map((name) => [name, 'x'])) as Record<Name, string>;
    expect(
      readFilter({ ...values, nilai: '0,6,a', dari: '2026-13-01', sampai: '2026-02-30', keadaan: 'OPEN' }),
    ).toMatchObject({
      from: null,
      until: null,
      states: null,
      kind: null,
      ratings: null,
      overdue: null,
      archiveCode: null,
      stepOnTime: null,
      stepKind: null,
      stepFrom: null,
      overdueAtLeastDays: null,
      without: null,
      completedUntil: null,
    });
  });
});
