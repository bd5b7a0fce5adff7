import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { isOverdue, TIMER_CLOCKS } from '@lapor/events';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { CLOCK_KINDS } from '../src/modules/clock/index.ts';
import { aReport, at, BY_DESK } from './a-report.ts';
import { DESK, officer, startTestService, type TestService } from './a-service.ts';
import { randomHistory } from './random-history.ts';

const ANALYST: Viewer = { ...officer('ANALYST', 'ksp'), apiKey: { id: 'key', scopes: ['graph:read'] } };

describe('overdue', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());
  const open = async (rest: string, viewer: Viewer = DESK) => {
    const { openFigures, errors } = await sla.query(
      `{ openFigures(${rest}) { edges { node { key region { code } organisation { id } open overdue overdueLonger } } } }`,
      viewer,
    );
    if (errors) throw new Error(errors[0].message);
    return openFigures.edges.map(({ node }: any) => node) as any[];
  };

  test('is what has a duty whose end has come: of each clock figure and definition agree', () => {
    const now = at('2026-11-25 10:00');
    for (const kind of CLOCK_KINDS) {
      const isTimer = (TIMER_CLOCKS as readonly string[]).includes(kind);
      expect([kind, isOverdue(kind, now, now)]).toEqual([kind, !isTimer]);
      expect(isOverdue(kind, new Date(now.getTime() + 1), now)).toBe(false);
    }
    expect(isOverdue(null, null, now)).toBe(false);
  });

  test('counts no report whose auto-close or postponement has run out, and no chip says that it is late', async () => {
    const answered = aReport('2026-10-01 10:00', { reportId: 'answered' })
      .disposed('2026-10-02 10:00', ['padang-pupr'])
      .result('2026-10-05 10:00', 'padang-pupr');
    const postponed = aReport('2026-10-01 10:00', { reportId: 'postponed' }).next(
      '2026-10-02 10:00',
      'POSTPONED',
      {
        ...BY_DESK,
        state: 'POSTPONED',
      },
    );
    const late = aReport('2026-10-01 10:00', { reportId: 'late' });
    await sla.tell(answered.events, postponed.events, late.events);
    expect(await open('by: TOTAL')).toMatchObject([{ open: 3, overdue: 1 }]);
    expect(await open('by: REGION')).toMatchObject([
      { key: '13', region: { code: '13' }, open: 3, overdue: 1 },
    ]);
    const chips = await sla.query(
      `{ a: _entities(representations: [{ __typename: "Report", id: "answered" }, { __typename: "Report", id: "late" }]) { ... on Report { nextClock { kind urgency } } } }`,
      DESK,
    );
    expect(chips.a.map(({ nextClock }: any) => `${nextClock.kind} ${nextClock.urgency}`)).toEqual([
      'AUTO_CLOSE LAST_DAY',
      'VERIFICATION OVERDUE',
    ]);
  });

  test('is counted by province, regency and district as the facts say', async () => {
    const regions = ['13.71.03.1002', '13.71', '73.71.05', null];
    const histories = Array.from({ length: 60 }, (_none, index) =>
      fc
        .sample(randomHistory(`report-${index}`), { numRuns: 1, seed: 900 + index })[0]!
        .map((event) => ({ ...event, regionCode: regions[index % 4]! })),
    );
    await sla.tell(...histories);
    const direct = await sla.rows<{ code: string; overdue: number; open: number }>(
      `select array_to_string((string_to_array(region_code, '.'))[:level], '.') as code,
         count(*) filter (where next_due_at <= '2026-11-25 10:00+07' and next_due_clock not in ('AUTO_CLOSE', 'POSTPONEMENT'))::int as overdue,
         count(*)::int as open
       from report_fact, generate_series(1, least(3, cardinality(string_to_array(region_code, '.')))) as level
       where region_code is not null and state not in ('COMPLETED', 'ARCHIVED') group by 1`,
    );
    expect(direct.some(({ overdue }) => overdue > 0)).toBe(true);
    const told = [
      ...(await open('by: REGION, first: 100')),
      ...(await open('by: REGION, regionCode: "13"')),
      ...(await open('by: REGION, regionCode: "73"')),
      ...(await open('by: REGION, regionCode: "13.71"')),
      ...(await open('by: REGION, regionCode: "73.71"')),
    ];
    const byCode = (rows: { code: string }[]) => rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    expect(
      byCode(told.map(({ key: code, overdue, open: count }) => ({ code, overdue, open: count }))),
    ).toEqual(byCode(direct));
    const [total] = await open('by: TOTAL, regionCode: "13"');
    expect(total.overdue).toBe(direct.find(({ code }) => code === '13')!.overdue);
  });

  test('by region is told like other figures, and crosses no agency', async () => {
    await sla.tell(
      ...Array.from(
        { length: 9 },
        (_none, index) =>
          aReport('2026-10-01 10:00', {
            reportId: `r-${index}`,
            regionCode: index < 7 ? '13.71.03' : '73.71',
          }).events,
      ),
    );
    expect(await open('by: REGION', ANALYST)).toMatchObject([
      { key: '13', overdue: null },
      { key: '73', overdue: null },
    ]);
    expect(await open('by: REGION, regionCode: "13.71"', ANALYST)).toMatchObject([
      { key: '13.71.03', overdue: 7 },
    ]);
    await expect(open('by: REGION, regionCode: "13.71"', PUBLIC_VIEWER)).rejects.toThrow('no districts');
    await expect(open('by: UNIT, organisationId: "a", regionCode: "13"')).rejects.toThrow('No table crosses');
    await expect(open('by: GOVERNMENT, regionCode: "13"')).rejects.toThrow('No table crosses');
    await expect(open('by: REGION, regionCode: "13.71.03"')).rejects.toThrow('end with the district');
  });
});
