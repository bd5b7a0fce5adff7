import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { applyRetention, countRetention } from '../src/modules/retention/index.ts';
import { listRetentionRuns } from '../src/modules/retention/repository.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { answer, dispose, must, REPORTER } from './situations.ts';

const DAY = 86_400_000;
const RULE = 'identity-of-complaints';
const REASON = 'Keputusan menteri tentang masa simpan.';
const FIELDS = `name action kinds ends days since planned { days startsOn } changes { days startsOn reason decree by { id } }`;
const RULES = `{ retentionRules { ${FIELDS} } }`;
const PREVIEW = `query ($input: PreviewRetentionInput!) { previewRetentionChange(input: $input) { __typename
  ... on RetentionPreviewed { effect { count countWithout daysWithout } } ... on InvalidInput { fields { path code } } } }`;
const CHANGE = `mutation ($input: ChangeRetentionInput!) { changeRetention(input: $input) { __typename
  ... on RetentionChanged { rule { ${FIELDS} } } ... on InvalidInput { fields { path code } } } }`;
const RUNS = `query ($after: String, $first: Int!) { retentionRuns(first: $first, after: $after) { edges { node { day rule since count } } pageInfo { hasNextPage endCursor } } }`;

describe('another length of retention', () => {
  let harness: Harness;
  const desk = actor.nationalAdmin();
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness[Symbol.asyncDispose]());

  const rules = async (viewer: Viewer = desk) => (await harness.ask(viewer, RULES)).retentionRules;
  const rule = async () => (await rules()).find(({ name }: any) => name === RULE);
  const preview = async (input: Record<string, unknown> = {}, viewer: Viewer = desk) =>
    (
      await harness.ask(viewer, PREVIEW, {
        input: { rule: RULE, days: 60, startsOn: '2026-11-27', ...input },
      })
    ).previewRetentionChange;
  const change = async (input: Record<string, unknown> = {}, viewer: Viewer = desk) =>
    (
      await harness.ask(viewer, CHANGE, {
        input: {
          rule: RULE,
          days: 60,
          startsOn: '2026-11-27',
          reason: REASON,
          expectedCount: 0,
          ...input,
        },
      })
    ).changeRetention;
  const faultsOf = (result: any) => result.fields.map(({ path, code }: any) => `${path} ${code}`);
  const count = async (table: string) =>
    (await harness.row(`select count(*)::int as count from ${table}`)).count as number;

  async function completed() {
    const report = await file(harness, actor.citizen(REPORTER), {
      reporter: { email: 'kanari.masa@contoh.test' },
    });
    await dispose(harness, report.id);
    await answer(harness, report.id, 'RESULT');
    await must(harness, actor.withGrant(report.id), 'confirmReport', { reportId: report.id });
  }

  it('is counted before, and on its day that many are erased', async () => {
    for (let index = 0; index < 3; index++) await completed();
    harness.clock.advance(100 * DAY);
    await completed();
    // Friday, 20 November 2026 and 100 days.
    const startsOn = '2027-03-10';
    const before = await count('audit');
    expect(await preview({ startsOn })).toEqual({
      __typename: 'RetentionPreviewed',
      effect: { count: 3, countWithout: 0, daysWithout: 730 },
    });
    expect(await count('audit')).toBe(before);
    expect(await count('retention_change')).toBe(0);
    expect(await change({ startsOn, expectedCount: 3, decree: 'Permen 9/2027' })).toMatchObject({
      __typename: 'RetentionChanged',
      rule: {
        days: 730,
        since: '2026-01-01',
        planned: { days: 60, startsOn },
        changes: [
          { days: 60, startsOn, reason: REASON, decree: 'Permen 9/2027', by: { id: desk.accountId } },
        ],
      },
    });
    expect(await applyRetention(harness.deps)).toBe(0);
    harness.clock.advance(10 * DAY);
    expect(await rule()).toMatchObject({ days: 60, since: startsOn, planned: null });
    const counts = await countRetention(harness.deps);
    expect(counts.find((one) => one.rule === RULE)).toEqual({
      rule: RULE,
      days: 60,
      since: startsOn,
      count: 3,
    });
    await applyRetention(harness.deps);
    expect(await harness.row(`select count(*)::int as count from report where has_identity`)).toEqual({
      count: 1,
    });
    const { edges } = (await harness.ask(desk, RUNS, { first: 20 })).retentionRuns;
    expect(edges.map(({ node }: any) => node)).toContainEqual({
      day: '2027-03-10',
      rule: RULE,
      since: startsOn,
      count: 3,
    });
  });

  it('is refused when it would erase more than was looked at', async () => {
    await completed();
    harness.clock.advance(100 * DAY);
    expect(faultsOf(await change({ startsOn: '2027-03-10', expectedCount: 0 }))).toEqual([
      'input.expectedCount CHANGED',
    ]);
    expect(await count('retention_change')).toBe(0);
    expect(await change({ startsOn: '2027-03-10', expectedCount: 1 })).toMatchObject({
      __typename: 'RetentionChanged',
    });
  });

  it('begins on a day to come, is long enough to object, and is another one', async () => {
    for (const [input, fault] of [
      [{ startsOn: '2026-11-20' }, 'input.startsOn INVALID'],
      [{ startsOn: '2028-11-20' }, 'input.startsOn INVALID'],
      // What is erased cannot be brought back: a shorter length waits for a week.
      [{ startsOn: '2026-11-26' }, 'input.startsOn TOO_SOON'],
      [{ days: 29 }, 'input.days INVALID'],
      [{ days: 730 }, 'input.days UNCHANGED'],
      [{ rule: 'nothing' }, 'input.rule NOT_FOUND'],
    ] as const) {
      expect(faultsOf(await preview(input)).map((one: string) => one.split(' ')[0])).toEqual([
        fault.split(' ')[0],
      ]);
      expect(faultsOf(await change(input)).map((one: string) => one.split(' ')[0])).toEqual([
        fault.split(' ')[0],
      ]);
    }
    expect(faultsOf(await change({ reason: 'pendek' }))).toEqual(['input.reason TOO_SHORT']);
    expect(await count('retention_change')).toBe(0);
  });

  it('may begin the next day when it keeps longer, and be taken back until its day', async () => {
    expect(await change({ days: 800, startsOn: '2026-11-21' })).toMatchObject({
      rule: { planned: { days: 800, startsOn: '2026-11-21' } },
    });
    await change();
    harness.clock.advance(6 * DAY);
    expect(await change({ days: 800 })).toMatchObject({ rule: { days: 800, planned: null } });
  });

  it('takes the place of one that was planned for the same day', async () => {
    await change();
    expect(await change({ days: 90 })).toMatchObject({ rule: { planned: { days: 90 } } });
    // Back to the length of today: nothing is planned any more, and both stay in the list.
    expect(await change({ days: 730 })).toMatchObject({ rule: { days: 730, planned: null } });
    expect((await rule()).changes).toHaveLength(3);
  });

  it('happens once for a repeated request, with one row of the audit that says what it was', async () => {
    const requestKey = randomUUID();
    const results = await Promise.all(Array.from({ length: 4 }, () => change({ requestKey })));
    expect(new Set(results.map(({ __typename }) => __typename))).toEqual(new Set(['RetentionChanged']));
    expect(await count('retention_change')).toBe(1);
    const { rows } = await harness.test.database.pool.query(
      `select actor_id, report_id, subject_id, facts from audit where action = 'RETENTION_CHANGED'`,
    );
    expect(rows).toEqual([
      {
        actor_id: desk.accountId,
        report_id: null,
        subject_id: RULE,
        facts: { rule: RULE, days: 60, daysBefore: 730, startsOn: '2026-11-27', count: 0 },
      },
    ]);
    await expect(harness.test.database.pool.query('update retention_change set days = 1')).rejects.toThrow();
  });

  it('is the national desk’s alone, people and no keys', async () => {
    const key = { ...desk, apiKey: { id: 'kunci', scopes: ['graph:write' as const] } };
    for (const viewer of [
      actor.public,
      actor.citizen('siapa'),
      actor.officer('AGENCY_ADMIN', 'kemenpanrb'),
      actor.officer('OMBUDSMAN', 'ombudsman'),
      actor.officer('KSP_MONITOR', 'ksp'),
      key,
    ]) {
      expect(await rules(viewer)).toEqual([]);
      expect((await harness.ask(viewer, RUNS, { first: 5 })).retentionRuns.edges).toEqual([]);
      expect(await preview({}, viewer)).toEqual({ __typename: 'NotFound' });
      expect(await change({}, viewer)).toEqual({ __typename: 'NotFound' });
    }
    expect(await count('retention_change')).toBe(0);
  });

  it('shows the ledger by day and rule, page by page', async () => {
    const runs = [
      ['2026-11-18T20:00:00Z', 'originals', 100],
      ['2026-11-18T20:00:01Z', 'originals', 7],
      ['2026-11-18T20:00:02Z', 'fingerprints', 4],
      ['2026-11-16T20:00:00Z', 'junk-words', 1],
    ] as const;
    for (const [at, name, number] of runs)
      await harness.test.database.pool.query(
        `insert into retention_run (id, at, rule, rule_version, count) values ($1, $2, $3, '2026-01-01', $4)`,
        [randomUUID(), at, name, number],
      );
    const page = async (after: string | null) =>
      (await harness.ask(desk, RUNS, { first: 2, after })).retentionRuns;
    const first = await page(null);
    expect(
      first.edges.map(({ node: { day, rule: name, count: number } }: any) => [day, name, number]),
    ).toEqual([
      ['2026-11-19', 'originals', 107],
      ['2026-11-19', 'fingerprints', 4],
    ]);
    const next = await page(first.pageInfo.endCursor);
    expect(next.edges.map(({ node }: any) => node.rule)).toEqual(['junk-words']);
    expect(next.pageInfo.hasNextPage).toBe(false);
    expect((await page('no cursor')).edges).toHaveLength(2);
  });

  it('reads no more of the ledger than a page', async () => {
    const { pool } = harness.test.database;
    await pool.query(
      `insert into retention_run (id, at, rule, rule_version, count)
       select gen_random_uuid(), timestamptz '2020-01-01' + i * interval '1 hour', 'originals', '2026-01-01', 1 from generate_series(1, 50000) i`,
    );
    await pool.query('analyze retention_run');
    const asked: string[] = [];
    await listRetentionRuns(
      {
        query: async (_name: string, text: string, values: unknown[]) => {
          const { rows } = await pool.query(`explain ${text}`, values);
          asked.push(...rows.map((row: object) => String(Object.values(row)[0])));
          return [];
        },
      } as never,
      { day: '2024-05-01', rule: 'originals' },
      21,
    );
    expect(asked.join('\n')).toContain('retention_run_by_day');
    expect(asked.join('\n')).not.toMatch(/Sort|HashAggregate|Seq Scan/);
  });
});
