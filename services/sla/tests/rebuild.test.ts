import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendars, createClosingDays } from '../src/modules/calendar/index.ts';
import { DERIVED_TABLES, rebuildEverything } from '../src/rebuild-everything.ts';
import { directory } from './a-case.ts';
import { at } from './a-report.ts';
import { DESK, startTestService, type TestService } from './a-service.ts';
import { policyOf2025 } from './rules.ts';
import { playOversight } from './play-oversight.ts';
import { randomHistory } from './random-history.ts';

/** What people enter and what others tell before the live state is compared; each module adds what it lets people do. */
const SCENES: Readonly<Record<string, (sla: TestService) => Promise<void>>> = {
  async 'reports go through their lives'(sla) {
    const histories = fc.sample(
      fc.tuple(...Array.from({ length: 40 }, (_, index) => randomHistory(`report-${index}`))),
      { seed: 23, numRuns: 1 },
    );
    // Told one by one and with the clock at each event, so that the live state comes about step by step.
    const events = histories.flat(2).sort((a, b) => a.at.localeCompare(b.at) || a.sequence - b.sequence);
    for (const event of events) {
      const now = new Date(event.at);
      if (now > sla.clock.now()) sla.clock.set(now);
      await sla.tell([{ ...event, categoryId: 'infrastruktur.jalan' }]);
      await sla.service.settle();
    }
  },
  async 'calendar and policies are changed by people'(sla) {
    const enter = async (operation: string, input: string, type: string) => {
      const source = `mutation ($input: ${type}!) { result: ${operation}(input: $input) { __typename ... on UserError { code message } } }`;
      const { result } = await sla.query(source, DESK, { input: JSON.parse(input) });
      expect(result, operation).not.toHaveProperty('code');
    };
    const later = (days: number) => new Date(sla.clock.now().getTime() + days * 86_400_000);
    const dayIn = (days: number) => later(days).toISOString().slice(0, 10);
    const limits = (followUp: number) =>
      policyOf2025.limits.map(({ rule, reportClass, limit }) => ({
        rule,
        reportClass,
        days: rule === 'FOLLOW_UP' ? followUp : (limit?.days ?? null),
        unit: limit?.unit ?? null,
      }));
    const save = (date: string, name: string) =>
      enter(
        'saveHoliday',
        JSON.stringify({ date, name, kind: 'NATIONAL', status: 'OFFICIAL', decree: 'Keppres 1' }),
        'SaveHolidayInput',
      );
    const policy = (effectiveFrom: string, followUp: number) =>
      enter(
        'savePolicy',
        JSON.stringify({ effectiveFrom, decree: 'Permen 1', limits: limits(followUp) }),
        'SavePolicyInput',
      );
    const date = dayIn(4);
    await save(date, 'Pemilihan');
    await save(date, 'Pemilihan Serentak');
    await save(dayIn(6), 'Libur');
    await enter(
      'removeHoliday',
      JSON.stringify({ date: dayIn(6), decree: 'Keppres 2' }),
      'RemoveHolidayInput',
    );
    await policy(dayIn(2), 3);
    await policy(dayIn(2), 4);
    sla.clock.set(later(3));
    const { policies } = await sla.query('{ policies { version state } }');
    const inForce = policies.find(({ state }: any) => state === 'IN_FORCE').version;
    await enter(
      'migrateRunningClocks',
      JSON.stringify({
        policyVersion: inForce,
        kinds: ['OMBUDSMAN', 'OUTER_LIMIT'],
        dryRun: false,
        reason: 'Permen baru',
      }),
      'MigrateRunningClocksInput',
    );
    while ((await sla.service.settle()) > 0);
  },
  'the Ombudsman oversees': playOversight,
};

async function stateOf(sla: TestService): Promise<Record<string, object[]>> {
  const tables = Object.entries(DERIVED_TABLES).map(async ([table, { except = [] }]) => {
    const rows = await sla.rows<{ row: object }>(
      `select to_jsonb(t) - array[${except.map((column) => `'${column}'`).join(', ')}]::text[] as row from ${table} t order by 1`,
    );
    return [table, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

test('what is derived again from events and entries equals the live state, also from nothing', async () => {
  await using sla = await startTestService(at('2026-01-02 08:00'), { directory });
  for (const play of Object.values(SCENES)) await play(sla);
  // Never back: each scene goes on from where the one before has ended.
  sla.clock.set(new Date(sla.clock.now().getTime() + 20 * 86_400_000));
  while ((await sla.service.settle()) > 0);
  const live = await stateOf(sla);
  for (const [table, rows] of Object.entries(live)) expect(rows, `${table} is empty`).not.toEqual([]);

  /** Table by table, so that a failure names the rows. */
  async function expectSame() {
    for (const [table, rows] of Object.entries(await stateOf(sla))) {
      const before = new Set(live[table]!.map((row) => JSON.stringify(row)));
      const after = new Set(rows.map((row) => JSON.stringify(row)));
      expect(
        {
          missing: [...before].filter((row) => !after.has(row)),
          added: [...after].filter((row) => !before.has(row)),
        },
        table,
      ).toEqual({ missing: [], added: [] });
      expect(rows.length, table).toBe(live[table]!.length);
    }
  }
  const settle = async () => {
    while ((await sla.service.settle()) > 0);
  };
  const deps = {
    database: sla.database,
    calendars: createCalendars(sla.database),
    closingDays: createClosingDays(sla.database),
    clock: sla.clock,
  };
  const told = await sla.rows('select id, type, payload from event order by id');
  await rebuildEverything(deps);
  await expectSame();

  await rebuildEverything(deps, true);
  await settle();
  await expectSame();
  const dueAgain = await sla.rows(`select 1 from event where type = 'clock.due-reached'`);
  expect(dueAgain).toHaveLength(told.filter(({ type }: any) => type === 'clock.due-reached').length);
});
