import { describe, expect, test } from 'vitest';
import { aReport, assigned, BY_CITIZEN, BY_DESK, BY_SYSTEM, byUnit } from '../../../tests/a-report.ts';
import { disposed, dueAt, FILED, filed, lines } from '../../../tests/read-clocks.ts';
import { rules } from '../../../tests/rules.ts';
import { deriveClocks } from './derive-clocks.ts';

const papua = () => filed().disposed('2026-11-23 09:40', ['jayapura-pupr']);

describe('a report filed on Friday evening', () => {
  test('has its verification, first response, Ombudsman and outer limit counted from Monday, at Jakarta', () => {
    expect(lines(filed(), 'VERIFICATION', FILED)).toEqual(['2026-11-25 desk RUNNING']);
    expect(dueAt(filed(), 'VERIFICATION')).toBe('2026-11-25T17:00:00.000Z');
    expect(lines(filed(), 'FIRST_RESPONSE', FILED)).toEqual(['2026-11-25 desk RUNNING']);
    expect(lines(filed(), 'OMBUDSMAN', FILED)).toEqual(['2026-12-10 desk RUNNING']);
    expect(lines(filed(), 'OUTER_LIMIT', FILED)).toEqual(['2027-01-19 desk RUNNING']);
    expect(deriveClocks(filed().events, rules).clocks).toHaveLength(4);
  });

  test('belongs to Saturday when Jakarta writes Saturday, whatever the zone of the place', () => {
    expect(lines(aReport('2026-11-23 00:30 WIT'), 'VERIFICATION', FILED)).toEqual([
      '2026-11-25 desk RUNNING',
    ]);
    expect(lines(aReport('2026-11-23 02:30 WIT'), 'VERIFICATION', FILED)).toEqual([
      '2026-11-26 desk RUNNING',
    ]);
  });

  test.each([
    [
      'desk',
      {
        desk: {
          organisationId: 'pemkot-makassar',
          path: ['pemkot-makassar'],
          timeZone: 'Asia/Makassar',
        },
      },
    ],
    ['assignment', { assignments: assigned('makassar') }],
  ])(
    'on the page of an agency with direct verification waits for that agency, in its zone: %s',
    (_by, said) => {
      const direct = aReport('2026-11-24 23:30', said);
      expect(lines(direct, 'VERIFICATION', FILED)).toEqual(['2026-11-30 pemkot-makassar RUNNING']);
      expect(dueAt(direct, 'VERIFICATION')).toBe('2026-11-30T16:00:00.000Z');
      expect(lines(direct, 'FIRST_RESPONSE', FILED)).toEqual(['2026-11-27 desk RUNNING']);
      expect(lines(direct, 'FOLLOW_UP', FILED)).toEqual([]);
    },
  );
});

describe('verification', () => {
  test('is met by disposition, postponement and archive, and missed when they come late', () => {
    expect(lines(disposed(), 'VERIFICATION', '2026-11-23 10:00')).toEqual(['2026-11-25 desk MET']);
    expect(
      lines(filed().disposed('2026-11-26 00:00', ['padang']), 'VERIFICATION', '2026-11-26 10:00'),
    ).toEqual(['2026-11-25 desk MISSED']);
    expect(lines(filed(), 'VERIFICATION', '2026-11-25 23:59')).toEqual(['2026-11-25 desk RUNNING']);
    expect(lines(filed(), 'VERIFICATION', '2026-11-26 00:00')).toEqual(['2026-11-25 desk MISSED']);
    const archived = filed().next('2026-11-24 10:00', 'ARCHIVED', {
      ...BY_DESK,
      state: 'ARCHIVED',
      reasonCode: 'SPAM',
    });
    expect(lines(archived, 'VERIFICATION', '2026-12-30 10:00')).toEqual(['2026-11-25 desk MET']);
    const withdrawn = filed().next('2026-11-24 10:00', 'WITHDRAWN', { ...BY_CITIZEN, state: 'ARCHIVED' });
    expect(lines(withdrawn, 'VERIFICATION', '2026-12-30 10:00')).toEqual(['2026-11-25 desk CANCELLED']);
  });

  test('starts again after a return and after the completion of data', () => {
    const returned = disposed().returned('2026-11-25 15:00', 'padang-pupr');
    expect(lines(returned, 'VERIFICATION', '2026-11-25 16:00')).toEqual([
      '2026-11-25 desk MET',
      '2026-11-30 desk RUNNING',
    ]);
    const completed = filed()
      .next('2026-11-24 10:00', 'POSTPONED', { ...BY_DESK, state: 'POSTPONED' })
      .next('2026-12-01 10:00', 'COMPLETED_DATA', { ...BY_CITIZEN, state: 'SUBMITTED' });
    expect(lines(completed, 'VERIFICATION', '2026-12-01 16:00')).toEqual([
      '2026-11-25 desk MET',
      '2026-12-04 desk RUNNING',
    ]);
  });

  test('of a report that a unit returned to the level above is that level’s, through a postponement too', () => {
    const back = papua().next('2026-11-25 23:30', 'RETURNED', {
      ...byUnit('jayapura-pupr'),
      state: 'SUBMITTED',
      assignments: [],
      toOrganisationId: 'pemkot-jayapura',
    });
    // Thursday at Jayapura already: Friday, Monday, Tuesday.
    expect(lines(back, 'VERIFICATION', '2026-11-26 16:00').at(-1)).toBe('2026-12-01 pemkot-jayapura RUNNING');
    expect(lines(back, 'FOLLOW_UP', '2026-11-26 16:00')).toEqual(['2026-11-30 pemkot-jayapura RUNNING']);
    expect(deriveClocks(back.events, rules).history.verifier?.path).toEqual(['pemkot-jayapura']);
    const postponed = back
      .next('2026-11-26 10:00', 'POSTPONED', { ...byUnit('jayapura-pupr'), state: 'POSTPONED' })
      .next('2026-11-30 10:00', 'COMPLETED_DATA', { ...BY_CITIZEN, state: 'SUBMITTED' });
    expect(lines(postponed, 'POSTPONEMENT', '2026-11-30 16:00')).toEqual(['2026-12-26 pemkot-jayapura MET']);
    expect(lines(postponed, 'VERIFICATION', '2026-11-30 16:00').at(-1)).toBe(
      '2026-12-03 pemkot-jayapura RUNNING',
    );
    const archived = postponed.next('2026-12-01 10:00', 'ARCHIVED', { ...BY_DESK, state: 'ARCHIVED' });
    const appealed = archived.next('2026-12-02 10:00', 'APPEALED', { ...BY_CITIZEN, state: 'SUBMITTED' });
    expect(lines(appealed, 'VERIFICATION', '2026-12-02 16:00').at(-1)).toBe('2026-12-07 desk RUNNING');
  });

  test('that is passed on to the national desk starts again there', () => {
    const back = disposed().next('2026-11-25 15:00', 'RETURNED', {
      ...byUnit('padang-pupr'),
      state: 'SUBMITTED',
      assignments: assigned('padang'),
      toOrganisationId: 'pemkot-padang',
    });
    expect(lines(back, 'VERIFICATION', '2026-11-25 16:00').at(-1)).toBe('2026-11-30 pemkot-padang RUNNING');
    const further = back.next('2026-11-26 15:00', 'RETURNED', {
      ...byUnit('padang'),
      state: 'SUBMITTED',
      assignments: [],
    });
    expect(lines(further, 'VERIFICATION', '2026-11-26 16:00')).toEqual([
      '2026-11-25 desk MET',
      '2026-11-30 pemkot-padang CANCELLED',
      '2026-12-01 desk RUNNING',
    ]);
  });
});

test('the first response is the first disposition, and does not start again after a return', () => {
  const returned = disposed()
    .returned('2026-11-25 15:00', 'padang-pupr')
    .disposed('2026-12-08 10:00', ['makassar']);
  expect(lines(returned, 'FIRST_RESPONSE', '2026-12-08 10:00')).toEqual(['2026-11-25 desk MET']);
});

describe('follow-up', () => {
  test('has five working days from the disposition, until the first plan or result', () => {
    expect(lines(disposed(), 'FOLLOW_UP', '2026-11-23 10:00')).toEqual(['2026-11-30 padang-pupr RUNNING']);
    const planned = disposed().planned('2026-11-30 23:59', 'padang-pupr');
    expect(lines(planned, 'FOLLOW_UP', '2026-12-30 10:00')).toEqual(['2026-11-30 padang-pupr MET']);
    const late = disposed().result('2026-12-01 00:00', 'padang-pupr');
    expect(lines(late, 'FOLLOW_UP', '2026-12-30 10:00')).toEqual(['2026-11-30 padang-pupr MISSED']);
  });

  test('is not stopped by acknowledgement, obstacle or a request for information', () => {
    const answered = disposed()
      .next('2026-11-24 08:00', 'ACKNOWLEDGED', byUnit('padang-pupr'))
      .next('2026-11-24 09:00', 'OBSTACLE', byUnit('padang-pupr'));
    expect(lines(answered, 'FOLLOW_UP', '2026-11-25 10:00')).toEqual(['2026-11-30 padang-pupr RUNNING']);
    expect(lines(answered.asked('2026-11-25 10:00', 'padang-pupr'), 'FOLLOW_UP', '2026-11-26 10:00')).toEqual(
      ['2026-12-14 padang-pupr PAUSED'],
    );
  });

  test('is counted in the zone of the agency', () => {
    const late = filed().disposed('2026-11-23 22:30', ['jayapura-pupr']);
    // Half past midnight on Tuesday at Jayapura: Wednesday to Tuesday.
    expect(lines(late, 'FOLLOW_UP', '2026-11-24 10:00')).toEqual(['2026-12-01 jayapura-pupr RUNNING']);
    expect(dueAt(late, 'FOLLOW_UP')).toBe('2026-12-01T15:00:00.000Z');
  });

  test('goes on when the report moves inside one government', () => {
    const down = disposed().next('2026-11-25 10:00', 'DISPOSED', {
      assignments: assigned('padang-pupr-jalan'),
    });
    expect(lines(down, 'FOLLOW_UP', '2026-11-25 11:00')).toEqual(['2026-11-30 padang-pupr-jalan RUNNING']);
    const sideways = down
      .next('2026-11-26 10:00', 'RETURNED', {
        ...byUnit('padang-pupr-jalan'),
        state: 'SUBMITTED',
        assignments: assigned('padang'),
      })
      .disposed('2026-11-27 10:00', ['padang-dlh']);
    expect(lines(sideways, 'FOLLOW_UP', '2026-11-27 11:00')).toEqual(['2026-11-30 padang-dlh RUNNING']);
  });

  test('starts afresh for another government; what the former one missed stays missed', () => {
    const moved = disposed()
      .returned('2026-11-25 15:00', 'padang-pupr')
      .disposed('2026-11-26 10:00', ['makassar']);
    expect(lines(moved, 'FOLLOW_UP', '2026-11-26 11:00')).toEqual([
      '2026-11-30 padang-pupr CANCELLED',
      '2026-12-03 pemkot-makassar RUNNING',
    ]);
    const tooLate = disposed()
      .returned('2026-12-02 15:00', 'padang-pupr')
      .disposed('2026-12-03 10:00', ['makassar']);
    expect(lines(tooLate, 'FOLLOW_UP', '2026-12-03 11:00')[0]).toBe('2026-11-30 padang-pupr MISSED');
  });

  test('of a government that gets its returned report back goes on with what was left', () => {
    const again = disposed() // counted: 24, 25 | back on the 25th, again on the 30th | then 1, 2, 3 December
      .returned('2026-11-25 15:00', 'padang-pupr')
      .disposed('2026-11-30 10:00', ['padang-pupr']);
    expect(lines(again, 'FOLLOW_UP', '2026-11-30 11:00')).toEqual(['2026-12-03 padang-pupr RUNNING']);
  });

  test('is owed by every co-handler on its own; the lead’s answer settles the lead’s only', () => {
    const shared = filed()
      .disposed('2026-11-23 09:40', ['padang-pupr', 'padang-dlh', 'makassar'])
      .planned('2026-11-24 10:00', 'padang-pupr');
    expect(lines(shared, 'FOLLOW_UP', '2026-11-24 11:00')).toEqual([
      '2026-11-30 padang-pupr MET',
      '2026-11-30 padang-dlh RUNNING',
      '2026-11-30 pemkot-makassar RUNNING',
    ]);
    const joined = disposed().next('2026-11-25 10:00', 'DISPOSED', {
      assignments: assigned('padang-pupr', 'makassar'),
    });
    expect(lines(joined, 'FOLLOW_UP', '2026-11-25 11:00')).toEqual([
      '2026-11-30 padang-pupr RUNNING',
      '2026-12-02 pemkot-makassar RUNNING',
    ]);
  });

  test('a co-handler’s result resolves nothing and does not start the auto-close', () => {
    const shared = filed()
      .disposed('2026-11-23 09:40', ['padang-pupr', 'makassar'])
      .result('2026-11-24 10:00', 'makassar');
    expect(lines(shared, 'FOLLOW_UP', '2026-11-24 11:00')).toEqual([
      '2026-11-30 padang-pupr RUNNING',
      '2026-11-30 pemkot-makassar MET',
    ]);
    expect(lines(shared, 'RESOLUTION', '2026-11-24 11:00')).toEqual(['2026-12-11 padang-pupr RUNNING']);
    expect(lines(shared, 'OMBUDSMAN', '2026-11-24 11:00')).toEqual(['2026-12-10 desk RUNNING']);
    expect(lines(shared, 'AUTO_CLOSE', '2026-11-24 11:00')).toEqual([]);
  });
});

describe('resolution', () => {
  test.each([
    ['INFORMATION_REQUEST', '2026-11-30'],
    ['ASPIRATION', '2026-11-30'],
    ['GRIEVANCE', '2026-11-30'],
    ['DISPUTE_WITHOUT_INSPECTION', '2026-12-11'],
    ['DISPUTE_WITH_INSPECTION', '2027-01-19'],
  ] as const)('of %s ends on %s', (reportClass, dueOn) => {
    const report = filed().disposed('2026-11-23 09:40', ['padang-pupr'], { reportClass });
    expect(lines(report, 'RESOLUTION', '2026-11-23 10:00')).toEqual([`${dueOn} padang-pupr RUNNING`]);
  });

  test('is met by the result, not by the plan', () => {
    const planned = disposed().planned('2026-11-24 10:00', 'padang-pupr');
    expect(lines(planned, 'RESOLUTION', '2026-11-24 11:00')).toEqual(['2026-12-11 padang-pupr RUNNING']);
    const resolved = planned.result('2026-12-01 10:00', 'padang-pupr');
    expect(lines(resolved, 'RESOLUTION', '2027-03-01 11:00')).toEqual(['2026-12-11 padang-pupr MET']);
  });

  test('is counted anew from its old start when the class changes, and both are kept', () => {
    const reclassified = disposed().next('2026-11-27 10:00', 'RECLASSIFIED', { reportClass: 'GRIEVANCE' });
    expect(lines(reclassified, 'RESOLUTION', '2026-11-27 11:00')).toEqual([
      '2026-12-11 padang-pupr CANCELLED',
      '2026-11-30 padang-pupr RUNNING',
    ]);
    const [old, anew] = deriveClocks(reclassified.events, rules).clocks.filter(
      ({ kind }) => kind === 'RESOLUTION',
    );
    expect(anew!.startedAt).toEqual(old!.startedAt);
  });

  test('goes on for another agency, from the first disposition', () => {
    const moved = disposed()
      .returned('2026-11-25 15:00', 'padang-pupr')
      .disposed('2026-12-08 10:00', ['kemenpu']);
    expect(lines(moved, 'RESOLUTION', '2026-12-08 10:00')).toEqual(['2026-12-11 kemenpu RUNNING']);
  });

  test('resumes on a dispute with the days that were left', () => {
    const disputed = disposed() // counted: 24, 25, 26 | result on the 26th, dispute on 1 December | 11 more
      .result('2026-11-26 10:00', 'padang-pupr')
      .next('2026-12-01 10:00', 'DISPUTED', BY_CITIZEN);
    expect(lines(disputed, 'RESOLUTION', '2026-12-01 11:00')).toEqual(['2026-12-16 padang-pupr RUNNING']);
  });

  test('resumes when a completed report is reopened by a low rating', () => {
    const reopened = disposed()
      .result('2026-11-26 10:00', 'padang-pupr')
      .next('2026-12-10 00:01', 'COMPLETED', { ...BY_SYSTEM, state: 'COMPLETED', reasonCode: 'AUTOMATIC' })
      .next('2026-12-15 10:00', 'RATED', { ...BY_CITIZEN, state: 'IN_PROGRESS', rating: 1 });
    // 11 left from the 16th; 24 and 25 are joint leave and Christmas, 1 January a holiday.
    expect(lines(reopened, 'RESOLUTION', '2026-12-15 11:00')).toEqual(['2027-01-04 padang-pupr RUNNING']);
    expect(lines(reopened, 'FOLLOW_UP', '2026-12-15 11:00')).toEqual(['2026-11-30 padang-pupr MET']);
  });

  test('resumes when the report goes to another government after a result', () => {
    const result = () => disposed().result('2026-11-26 10:00', 'padang-pupr'); // counted: 24, 25, 26 | 11 more
    const direct = result().next('2026-12-01 10:00', 'DISPOSED', {
      ...BY_DESK,
      assignments: assigned('kemenpu'),
    });
    expect(lines(direct, 'RESOLUTION', '2026-12-01 11:00')).toEqual(['2026-12-16 kemenpu RUNNING']);
    const returned = result().returned('2026-12-01 10:00', 'padang-pupr');
    expect(lines(returned, 'RESOLUTION', '2026-12-01 11:00')).toEqual(['2026-12-16 desk RUNNING']);
  });

  test('is capped by the outer limit', () => {
    const late = filed().disposed('2027-01-11 10:00', ['padang-pupr']);
    expect(lines(late, 'RESOLUTION', '2027-01-11 11:00')).toEqual(['2027-01-19 padang-pupr RUNNING']);
    const reopened = disposed()
      .result('2026-11-26 10:00', 'padang-pupr')
      .next('2027-01-18 10:00', 'DISPUTED', BY_CITIZEN);
    expect(lines(reopened, 'RESOLUTION', '2027-01-18 11:00')).toEqual(['2027-01-19 padang-pupr RUNNING']);
    expect(lines(reopened, 'OUTER_LIMIT', '2027-01-18 11:00')).toEqual(['2027-01-19 desk RUNNING']);
  });
});
