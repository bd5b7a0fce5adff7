import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCalendars, createClosingDays } from '../src/modules/calendar/index.ts';
import { readPolicies } from '../src/modules/policy/index.ts';
import { rebuildReports } from '../src/modules/report/index.ts';
import { readRuleBook } from '../src/rule-book.ts';
import { aReport, at } from './a-report.ts';
import { startTestService, type TestService } from './a-service.ts';
import { randomHistory } from './random-history.ts';
import { policyOf2025 } from './rules.ts';

const STATE = {
  clocks: 'select * from clock order by id',
  facts: 'select * from report_fact order by report_id',
};
const stateOf = async (sla: TestService) => ({
  clocks: await sla.rows(STATE.clocks),
  facts: await sla.rows(STATE.facts),
});
const histories = (count: number, seed: number) =>
  fc
    .sample(fc.tuple(...Array.from({ length: count }, (_, index) => randomHistory(`report-${index}`))), {
      seed,
      numRuns: 1,
    })
    .flat();

describe('transitions of reports', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const rebuild = async (batchSize?: number) =>
    rebuildReports(
      sla.database,
      await readRuleBook(sla.database, createCalendars(sla.database), createClosingDays(sla.database)),
      sla.clock.now(),
      batchSize,
    );

  test('keep the policy that the migration wrote to the numbers of the regulation', async () => {
    const [policy, ...more] = await readPolicies(sla.database);
    expect(more).toEqual([]);
    const sorted = (limits: typeof policyOf2025.limits) =>
      limits
        .map((limit) => JSON.stringify([limit.rule, limit.reportClass, limit.limit?.days, limit.limit?.unit]))
        .sort();
    const { version, effectiveFrom, limits } = policy!;
    expect({ version, effectiveFrom, limits: sorted(limits) }).toEqual({
      ...policyOf2025,
      limits: sorted(policyOf2025.limits),
    });
  });

  test('told one by one, as a batch, twice or in another order give the same clocks', async () => {
    const all = histories(25, 7);
    for (const events of all) for (const event of events) await sla.tell([event]);
    const oneByOne = await stateOf(sla);
    await using other = await startTestService(at('2026-11-25 10:00'));
    await other.tell(...all.map((events) => events.toReversed()));
    await other.tell(...all);
    expect(await stateOf(other)).toEqual(oneByOne);
    expect(oneByOne.clocks.length).toBeGreaterThan(100);
  });

  test('derived again from what was received give exactly the live state, also when it was lost', async () => {
    const all = histories(40, 11);
    for (const events of all) for (const event of events) await sla.tell([event]);
    const live = await stateOf(sla);
    expect(await rebuild(7)).toBe(40);
    expect(await stateOf(sla)).toEqual(live);

    await sla.rows('truncate clock, report_fact, timer');
    expect(await rebuild(7)).toBe(40);
    expect(await stateOf(sla)).toEqual(live);

    await sla.rows(`update clock set due_at = due_at + interval '1 day', pauses = '[]'`);
    await sla.rows(`insert into clock select 'report-1:REPLY_TURN:99', report_id, 'REPLY_TURN', 99, organisation_id, started_at, counted_from,
      stopped_at, outcome, time_zone, length, unit, pauses, cap_on, policy_version, calendar_id, due_at from clock where report_id = 'report-1' limit 1`);
    await rebuild();
    expect(await stateOf(sla)).toEqual(live);
  });

  test('tell what lists show, when it changes and only then', async () => {
    const report = aReport('2026-11-20 19:00').disposed('2026-11-23 09:40', ['padang-pupr']);
    await sla.tell(report.events.slice(0, 1));
    await sla.tell(report.events.slice(1));
    await sla.tell([report.next('2026-11-24 10:00', 'FLAGGED').events.at(-1)!]);
    await sla.tell([report.result('2026-11-24 11:00', 'padang-pupr').events.at(-1)!]);
    const none = { closesAutomaticallyAt: null };
    const verified = {
      kind: 'VERIFICATION',
      ordinal: 1,
      path: [],
      endedAt: '2026-11-23T02:40:00.000Z',
      isOnTime: true,
    };
    const byPupr = { ordinal: 1, path: ['pemkot-padang', 'padang-pupr'], isOnTime: true };
    expect(await sla.told('clock.next-due-changed')).toEqual([
      {
        reportId: 'report-1',
        sequence: 1,
        nextDueClock: 'VERIFICATION',
        nextDueAt: '2026-11-25T17:00:00.000Z',
        steps: [],
        ...none,
      },
      {
        reportId: 'report-1',
        sequence: 2,
        nextDueClock: 'FOLLOW_UP',
        nextDueAt: '2026-11-30T17:00:00.000Z',
        steps: [verified],
        ...none,
      },
      {
        reportId: 'report-1',
        sequence: 4,
        nextDueClock: 'AUTO_CLOSE',
        nextDueAt: '2026-12-08T17:00:00.000Z',
        closesAutomaticallyAt: '2026-12-08T17:00:00.000Z',
        steps: [
          verified,
          { ...byPupr, kind: 'FOLLOW_UP', endedAt: '2026-11-24T04:00:00.000Z' },
          { ...byPupr, kind: 'RESOLUTION', endedAt: '2026-11-24T04:00:00.000Z' },
        ],
      },
    ]);
    await rebuild();
    expect(await sla.told('clock.next-due-changed')).toHaveLength(3);
  });

  test('take as many statements for five hundred events as for one', async () => {
    // Every write goes through the connection of the ORM; BEGIN and COMMIT are not counted, nor is the prepared one that appends events.
    const connection = sla.database.orm.em.getConnection();
    const count = async (work: () => Promise<void>) => {
      const executed = vi.spyOn(connection, 'execute');
      await work();
      const writes = executed.mock.calls.length;
      executed.mockRestore();
      return writes;
    };
    const one = await count(() => sla.tell(aReport('2026-11-20 19:00', { reportId: 'single' }).events));
    const many = await count(() =>
      sla.tell(
        ...Array.from(
          { length: 500 },
          (_, index) => aReport('2026-11-20 19:00', { reportId: `many-${index}` }).events,
        ),
      ),
    );
    expect(many).toBe(one);
    // Three more than of reports that are known: the ids of new ones are locked, and looked for once more, before they are made; and the
    // transaction says that nobody waits for it.
    expect(one).toBe(11);
    expect(await sla.rows('select 1 from report_fact')).toHaveLength(501);
  });
});
