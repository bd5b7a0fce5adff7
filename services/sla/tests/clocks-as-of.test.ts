import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PUBLIC_VIEWER, type Viewer } from '@lapor/viewer';
import { aReport, at, BY_CITIZEN } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';
import { policyOf2025 } from './rules.ts';

const CLOCKS = `kind status dueOn dueAt isEstimated
  explanation { length countedDays skippedDays { date reason } pauses { from until reason } policyVersion calendarVersion }`;
const SAVE = `mutation ($input: SaveHolidayInput!) { result: saveHoliday(input: $input) { __typename } }`;

describe('a deadline as it was', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-23 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };
  const ask = async (field: string, viewer: Viewer = DESK, id = 'report-1') => {
    const { _entities, errors } = await sla.query(
      `query ($id: ID!) { _entities(representations: [{ __typename: "Report", id: $id, viewerIsReporter: false, viewerAnswersByHandOver: false }]) {
         ... on Report { found: ${field} { ${CLOCKS} } } } }`,
      viewer,
      { id },
    );
    expect(errors).toBeUndefined();
    return _entities[0].found;
  };
  const asOf = (when: Date, viewer?: Viewer) => ask(`clocksAsOf(at: "${when.toISOString()}")`, viewer);
  const saveDay = async (date: string) => {
    const input = { date, name: 'Libur tambahan', kind: 'NATIONAL', status: 'OFFICIAL', decree: 'Keppres 1' };
    expect((await sla.query(SAVE, DESK, { input })).result.__typename).toBe('CalendarChanged');
    await settle();
  };

  test('is told again to the day, with its days and its versions, whatever was changed since', async () => {
    const report = aReport('2026-11-20 19:00').disposed('2026-11-23 07:40', ['padang-pupr'], {
      reportClass: 'GRIEVANCE',
    });
    await sla.tell(report.events);
    const seen = new Map<Date, unknown>();
    const remember = async () => {
      seen.set(sla.clock.now(), await ask('clocks'));
    };
    await remember();

    sla.clock.set(at('2026-11-24 08:00'));
    await saveDay('2026-11-26');
    await remember();

    sla.clock.set(at('2026-11-24 10:00'));
    const closing = [{ date: '2026-11-27', name: 'Hari Jadi', decree: 'SK 1' }];
    await sla.deliver('organisations', 'organisation.calendar-changed', [
      { organisationId: 'pemkot-padang', year: 2026, days: closing, version: 1 },
    ]);
    await settle();
    await remember();

    sla.clock.set(at('2026-11-25 09:00'));
    await sla.tell(report.asked('2026-11-25 09:00', 'padang-pupr').events.slice(-1));
    await remember();

    sla.clock.set(at('2026-11-30 09:00'));
    await sla.tell(report.next('2026-11-30 09:00', 'REPLIED', BY_CITIZEN).events.slice(-1));
    await remember();

    const limits = policyOf2025.limits.map(({ rule, reportClass, limit }) => ({
      rule,
      reportClass,
      days: rule === 'FOLLOW_UP' ? 9 : (limit?.days ?? null),
      unit: limit?.unit ?? null,
    }));
    await sla.query(
      `mutation ($input: SavePolicyInput!) { savePolicy(input: $input) { __typename } }`,
      DESK,
      {
        input: { effectiveFrom: '2026-12-01', decree: 'Permen 1', limits },
      },
    );
    sla.clock.set(at('2026-12-01 09:00'));
    const migrated = await sla.query(
      `mutation ($input: MigrateRunningClocksInput!) { result: migrateRunningClocks(input: $input) { __typename } }`,
      DESK,
      { input: { policyVersion: '2026-12-01', kinds: ['FOLLOW_UP'], dryRun: false, reason: 'Permen baru' } },
    );
    expect(migrated.result.__typename).toBe('ClocksMigrated');
    await settle();
    await remember();

    const dueOn = (clocks: any) => clocks.find(({ kind }: any) => kind === 'FOLLOW_UP').dueOn;
    // Each of the six changes moved it.
    expect(new Set([...seen.values()].map(dueOn)).size).toBe(6);
    sla.clock.set(at('2026-12-20 09:00'));
    for (const [when, clocks] of seen) expect(await asOf(when), when.toISOString()).toEqual(clocks);
  });

  test('is nothing before the report, the present one from now on, and open to whom the clocks are', async () => {
    await sla.tell(aReport('2026-11-20 19:00').events);
    expect(await asOf(at('2026-11-20 18:59'))).toEqual([]);
    expect(await asOf(at('2027-11-20 19:00'))).toEqual(await ask('clocks'));
    expect(await asOf(at('2026-11-22 19:00'), PUBLIC_VIEWER)).toBeNull();
  });
});
