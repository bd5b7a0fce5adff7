import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReportTransitioned } from '@lapor/events';
import { differences, type RowChange } from '../src/modules/figure/differences.ts';
import { ROLLUP_TABLES } from '../src/modules/figure/tables.ts';
import type { CountedReport } from '../src/modules/figure/index.ts';
import { at } from './a-report.ts';
import { startTestService, type TestService } from './a-service.ts';
import { randomHistory } from './random-history.ts';

const CATEGORIES = ['agama', 'agama.haji-dan-umroh', 'infrastruktur.jalan.rusak', null];
const REGIONS = ['13', '13.71', '13.71.03', '13.71.03.1002', '73.71.01', null];

/** Reports that differ in all that figures part them by, and change between events in some of it. */
const histories = (count: number, seed: number): ReportTransitioned[][] => {
  const pick = fc.record({
    categoryId: fc.constantFrom(...CATEGORIES),
    regionCode: fc.constantFrom(...REGIONS),
    reportKind: fc.constantFrom('COMPLAINT', 'ASPIRATION', 'INFORMATION_REQUEST'),
    channel: fc.constantFrom('WEB', 'SMS'),
    isConfidential: fc.boolean(),
    changesAt: fc.nat(8),
    other: fc.constantFrom(...CATEGORIES),
  });
  return Array.from({ length: count }, (_, index) => {
    const [history] = fc.sample(randomHistory(`report-${index}`), { numRuns: 1, seed: seed + index });
    const [facts] = fc.sample(pick, { numRuns: 1, seed: seed + index });
    const { changesAt, other, isConfidential, ...rest } = facts!;
    return history!.map((event, place) => ({
      ...event,
      ...(rest as Partial<ReportTransitioned>),
      ...(place >= changesAt ? { categoryId: other, isConfidential } : {}),
      ...(event.kind === 'RATED' ? { rating: 1 + (index % 5) } : {}),
      ...(event.kind === 'PLANNED' ? { promisedOn: event.at.slice(0, 10) } : {}),
    }));
  });
};

describe('the tables of figures', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-11-25 10:00'));
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const facts = async (): Promise<CountedReport[]> =>
    (
      await sla.rows<Record<string, any>>(
        `select report_id as "reportId", state, report_kind as "reportKind", report_class as "reportClass", channel,
           category_id as "categoryId", region_code as "regionCode", lead_path as "leadPath",
           is_confidential as "isConfidential", submitted_at as "submittedAt", first_follow_up_at as "firstFollowUpAt",
           completed_at as "completedAt", archived_at as "archivedAt", handed_over_at as "handedOverAt",
           next_due_at as "nextDueAt", next_due_clock as "nextDueClock", rating, dispute_count as "disputeCount",
           reopen_count as "reopenCount", obstacle_count as "obstacleCount", promises_kept as "promisesKept",
           promises_broken as "promisesBroken", archive_reason as "archiveReason", hops, steps, figures_version as "figuresVersion"
         from report_fact`,
      )
    ).map((row) => ({
      ...(row as CountedReport),
      hops: row.hops.map((hop: { at: string }) => ({ ...hop, at: new Date(hop.at) })),
      steps: row.steps.map((step: { endedAt: string }) => ({ ...step, endedAt: new Date(step.endedAt) })),
    }));

  /** Every row of every table, without the numbers that are zero. */
  async function stored(): Promise<Record<string, RowChange[]>> {
    const tables = await Promise.all(
      ROLLUP_TABLES.map(async ({ name, key, numbers, histograms }) => {
        const rows = await sla.rows<Record<string, any>>(`select * from ${name}`);
        const changes = rows.map((row) => ({
          key: Object.fromEntries(
            Object.keys(key).map((column) => [
              column,
              row[column] instanceof Date ? row[column].toISOString() : row[column],
            ]),
          ),
          measures: Object.fromEntries(
            [...numbers, ...histograms].flatMap((column) =>
              row[column] === null || row[column] === 0 ? [] : [[column, row[column]]],
            ),
          ),
        }));
        return [name, sorted(changes)] as const;
      }),
    );
    return Object.fromEntries(tables);
  }
  const sorted = (rows: RowChange[]) =>
    rows.toSorted((a, b) => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1));
  const recounted = async (): Promise<Record<string, RowChange[]>> => {
    const counted = new Map(
      differences([], await facts()).map(({ table, changes }) => [table.name, changes]),
    );
    return Object.fromEntries(ROLLUP_TABLES.map(({ name }) => [name, sorted(counted.get(name) ?? [])]));
  };

  test('equal a full recount after random histories that come in pieces', async () => {
    const all = histories(60, 11);
    for (let piece = 0; piece < 4; piece++) {
      const batch = all.map((events) => {
        const size = Math.ceil(events.length / 4);
        return events.slice(piece * size, (piece + 1) * size);
      });
      await sla.tell(...batch);
      expect(await stored()).toEqual(await recounted());
    }
    const rows = await stored();
    for (const { name } of ROLLUP_TABLES) expect([name, rows[name]!.length > 0]).toEqual([name, true]);
  });

  test('hold what plain queries over the facts find', async () => {
    await sla.tell(...histories(40, 77));
    const compare = async (figures: string, base: string) =>
      expect(await sla.rows(figures)).toEqual(await sla.rows(base));
    await compare(
      `select day::text, received::int, in_progress::int, completed::int, archived::int from figure_organisation
       where organisation_id = '' and grain = 'M' and not is_confidential order by 1`,
      `select date_trunc('month', submitted_at at time zone 'Asia/Jakarta')::date::text as day, count(*)::int as received,
         count(*) filter (where state = 'IN_PROGRESS')::int as in_progress,
         count(*) filter (where state = 'COMPLETED')::int as completed,
         count(*) filter (where state = 'ARCHIVED')::int as archived
       from report_fact where not is_confidential group by 1 order by 1`,
    );
    await compare(
      `select organisation_id as id, sum(received)::int as received from figure_organisation
       where grain = 'Y' and organisation_id <> '' group by 1 order by 1`,
      `select id, count(*)::int as received from report_fact, unnest(lead_path) as id group by 1 order by 1`,
    );
    await compare(
      `select i - 1 as days, sum(n)::int as count from figure_region, unnest(follow_up_days) with ordinality as u (n, i)
       where region_code = '13.71' and grain = 'D' and n > 0 group by 1 order by 1`,
      `select ((first_follow_up_at at time zone 'Asia/Jakarta')::date - (submitted_at at time zone 'Asia/Jakarta')::date)::bigint as days,
         count(*)::int as count
       from report_fact where first_follow_up_at is not null and region_code like '13.71%' group by 1 order by 1`,
    );
    await compare(
      `select sum(open)::int as overdue from figure_due where organisation_id = '' and due_at <= '2026-11-25'`,
      `select count(*)::int as overdue from report_fact
       where next_due_at <= '2026-11-25' and next_due_clock not in ('AUTO_CLOSE', 'POSTPONEMENT')`,
    );
  });

  test('do not change when the same events come again', async () => {
    await sla.tell(...histories(20, 5));
    const before = await stored();
    await sla.tell(...histories(20, 5));
    expect(await stored()).toEqual(before);
  });
});
