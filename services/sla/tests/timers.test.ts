import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportTransitioned } from '@lapor/events';
import { findDue } from '../src/jobs/find-due.ts';
import { tellRunOut } from '../src/modules/report/index.ts';
import { storeTimers, type DueTimer, type Timer } from '../src/modules/timer/index.ts';
import { aReport, at } from './a-report.ts';
import { startTestService, type TestService } from './a-service.ts';
import { randomHistory } from './random-history.ts';

const histories = (count: number, seed: number): ReportTransitioned[][] =>
  fc
    .sample(fc.tuple(...Array.from({ length: count }, (_, index) => randomHistory(`report-${index}`))), {
      seed,
      numRuns: 1,
    })
    .flat();
const byTime = (a: ReportTransitioned, b: ReportTransitioned) =>
  a.at.localeCompare(b.at) || a.reportId.localeCompare(b.reportId) || a.sequence - b.sequence;
const reached = (sla: TestService) =>
  sla.rows(
    `select to_jsonb(t) - 'reached_at' as timer from timer t where reached order by due_at, clock_id, kind`,
  );
const waiting = (sla: TestService) =>
  sla.rows(`select * from timer where not reached order by due_at, clock_id, kind`);
const END = at('2027-03-01 09:00');

describe('timers', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-01-02 08:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  /** Lives through the events at their own times; looks for what is due at each of them and at midnight, unless it is stopped then. */
  async function live(service: TestService, events: ReportTransitioned[], isStopped: (now: Date) => boolean) {
    let kept: ReportTransitioned[] = [];
    const catchUp = async () => {
      if (kept.length > 0) await service.tell(kept);
      kept = [];
      await service.service.settle();
    };
    for (const event of events) {
      const now = new Date(event.at);
      if (now > service.clock.now()) service.clock.set(now);
      kept.push(event);
      if (!isStopped(now)) await catchUp();
    }
    service.clock.set(END);
    await catchUp();
  }

  test('of a service that was stopped for days again and again are those of one that never was', async () => {
    const events = histories(14, 5).flat().sort(byTime);
    await live(sla, events, () => false);
    await using other = await startTestService(at('2026-01-02 08:00'));
    // Away for nine days of every fortnight, and from October on.
    await live(
      other,
      events,
      (now) => (now.getTime() / 86_400_000) % 14 < 9 || now > new Date('2026-10-01T00:00:00Z'),
    );
    const [one, two] = [await reached(sla), await reached(other)];
    expect(one.length).toBeGreaterThan(50);
    expect(two).toEqual(one);
    expect(await waiting(other)).toEqual(await waiting(sla));
    // What the service that was away tells late bears its instant: of clocks that ran out in both lives it is the same.
    const facts = 'select * from report_fact order by report_id';
    expect(await other.rows(facts)).toEqual(await sla.rows(facts));
  });

  test('are reached in the order of their instants, once, also by three replicas that are killed midway', async () => {
    await sla.tell(...histories(80, 9));
    sla.clock.set(END);
    const seen: DueTimer[] = [];
    let calls = 0;
    const dies = async () => {
      calls += 1;
      if (calls % 3 === 0) throw new Error('killed');
    };
    const replica = async () => {
      for (let quiet = 0; quiet < 5;) {
        try {
          const found = await findDue(
            sla.database,
            [dies, tellRunOut, async (_, due) => void seen.push(...due)],
            END,
            11,
          );
          quiet = found > 0 ? 0 : quiet + 1;
        } catch (error) {
          expect((error as Error).message).toBe('killed');
        }
      }
    };
    await Promise.all([replica(), replica(), replica()]);
    const keys = seen.map(({ clockId, kind }) => `${clockId} ${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe((await reached(sla)).length);
    expect(keys.length).toBeGreaterThan(200);
    expect(seen.map(({ dueAt }) => dueAt.getTime())).toEqual(
      seen.map(({ dueAt }) => dueAt.getTime()).sort((a, b) => a - b),
    );
    const left = `select 1 from timer where not reached and due_at <= '${END.toISOString()}'`;
    expect(await sla.rows(left)).toEqual([]);
  });

  test('wait again when their instant moves on, and stay reached when it moves within the past', async () => {
    await sla.tell(aReport('2026-11-20 19:00').events);
    const timer = (dueAt: string): Timer => ({
      reportId: 'report-1',
      clockId: 'case-1',
      clockKind: 'CLARIFICATION',
      kind: 'CLARIFICATION',
      dueAt: at(dueAt),
      organisationId: null,
      runs: true,
    });
    const set = (...timers: Timer[]) =>
      sla.database.transaction((em) => storeTimers(em, 'CASE', ['report-1'], timers, sla.clock.now()));
    const state = async () =>
      (await sla.rows<{ reached: boolean }>(`select reached from timer where source = 'CASE'`)).map(
        (row) => row.reached,
      );
    const look = async () => {
      const seen: string[] = [];
      await findDue(
        sla.database,
        [async (_, due) => void seen.push(...due.map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`))],
        sla.clock.now(),
      );
      return seen.filter((line) => line.startsWith('CLARIFICATION'));
    };
    sla.clock.set(at('2026-11-25 00:00'));
    await set(timer('2026-11-25 00:00'));
    expect(await look()).toEqual(['CLARIFICATION 2026-11-24T17:00:00.000Z']);
    await set(timer('2026-11-24 00:00'));
    expect(await look()).toEqual([]);
    await set(timer('2026-11-26 00:00'));
    expect(await state()).toEqual([false]);
    sla.clock.set(at('2026-11-26 00:00'));
    expect(await look()).toEqual(['CLARIFICATION 2026-11-25T17:00:00.000Z']);
    // Deriving the report's clocks leaves alone what a case has set, and a case may take its own away.
    await sla.tell(aReport('2026-11-20 19:00').disposed('2026-11-23 09:40', ['padang-pupr']).events.slice(1));
    expect(await state()).toEqual([true]);
    await set();
    expect(await state()).toEqual([]);
    expect((await sla.rows(`select 1 from timer where source = 'CLOCK'`)).length).toBeGreaterThan(3);
  });

  test('are set for reports that a release before has derived', async () => {
    await sla.tell(...histories(12, 3));
    sla.clock.set(END);
    await sla.service.settle();
    const [before, told] = [await reached(sla), await sla.told('clock.due-reached')];
    await sla.rows(
      `update report_fact set figures_version = 0, lead_path = '{}', hops = '[]', rating = null`,
    );
    await sla.rows('truncate timer');
    while ((await sla.service.settle()) > 0);
    expect(await reached(sla)).toEqual(before);
    expect(await sla.told('clock.due-reached')).toEqual(told);
    expect(await sla.rows('select 1 from report_fact where figures_version = 0')).toEqual([]);
  });

  test('are found by the index of those that wait, however many have been reached', async () => {
    await sla.tell(aReport('2026-11-20 19:00').events);
    await sla.rows(`insert into timer (clock_id, kind, report_id, clock_kind, due_at, organisation_id, runs, reached, source)
      select 'x' || n, 'HALF', 'report-1', 'FOLLOW_UP', timestamptz '2026-01-01' + n * interval '1 minute', null, true, n % 1000 <> 0, 'CLOCK'
      from generate_series(1, 200000) n`);
    await sla.rows('analyze timer');
    const rows = await sla.rows(
      `explain (format json) select clock_id from timer t join report_fact f using (report_id)
       where not t.reached and t.due_at <= '2026-02-01' order by t.due_at, t.clock_id, t.kind limit 500`,
    );
    const plan = JSON.stringify(rows);
    expect(plan).toContain('timer_waiting');
    expect(plan).not.toContain('"Node Type":"Sort"');
  });
});
