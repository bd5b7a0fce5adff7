import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PayloadOf } from '@lapor/events';
import type { Viewer } from '@lapor/viewer';
import { listCounted, type CountedFilter } from '../src/modules/counted/index.ts';
import { startHttp, type Http } from './files.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose, LEAD } from './situations.ts';

const DAY = 86_400_000;
const desk = actor.nationalAdmin();
const mayor = actor.officer('AGENCY_ADMIN', 'pemkot-13-71');
const CLOCKS = [
  'VERIFICATION',
  'FIRST_RESPONSE',
  'FOLLOW_UP',
  'RESOLUTION',
  'REPLY_TURN',
  'OUTER_LIMIT',
  'AUTO_CLOSE',
  'POSTPONEMENT',
] as const;
const TIMERS: readonly string[] = ['AUTO_CLOSE', 'POSTPONEMENT'];
type Told = Partial<PayloadOf<'clock.next-due-changed'>>;

describe('lists behind figures', () => {
  let harness: Harness;
  let http: Http;
  let eventId = 0;
  const ids: Record<string, string> = {};
  const tell = (reportId: string, told: Told) =>
    harness.service.receiveEvents('sla', [
      {
        id: ++eventId,
        stream: reportId,
        type: 'clock.next-due-changed',
        occurredAt: harness.clock.now().toISOString(),
        payload: {
          reportId,
          nextDueAt: null,
          nextDueClock: null,
          closesAutomaticallyAt: null,
          sequence: 9,
          ...told,
        },
      },
    ]);
  const ago = (days: number) => new Date(harness.clock.now().getTime() - days * DAY).toISOString();
  const dayAgo = (days: number) => new Date(Date.parse(ago(days)) + 7 * 3_600_000).toISOString().slice(0, 10);
  const nodes = (connection: any) => connection.edges.map(({ node }: any) => node.id) as string[];
  const counted = async (filter: Record<string, unknown>, viewer: Viewer = desk) =>
    nodes(
      (
        await harness.ask(
          viewer,
          `query ($filter: CountedReportFilter!) { countedReports(filter: $filter, first: 100) { edges { node { id } } } }`,
          { filter },
        )
      ).countedReports,
    ).toSorted();
  const inbox = async (filter: Record<string, unknown>, bucket = 'OPEN') =>
    nodes(
      (
        await harness.ask(
          mayor,
          `query ($filter: ListFilterInput, $bucket: InboxBucket!) { inbox(bucket: $bucket, filter: $filter) { edges { node { id } } } }`,
          { filter, bucket },
        )
      ).inbox,
    ).toSorted();
  const named = (...names: string[]) => names.map((name) => ids[name]!).toSorted();

  beforeAll(async () => {
    harness = await startHarness();
    http = await startHttp(harness);
    for (const clock of CLOCKS) {
      ids[clock] = (await file(harness, actor.public, { title: `Jalan berlubang ${clock}` })).id;
      await dispose(harness, ids[clock]);
      await tell(ids[clock], { nextDueClock: clock, nextDueAt: ago(1) });
    }
    ids.nothing = (await file(harness, actor.public, { title: 'Tanpa tenggat' })).id;
    await dispose(harness, ids.nothing);
    await tell(ids.nothing, {});
  });
  afterAll(async () => {
    await http[Symbol.asyncDispose]();
    await harness[Symbol.asyncDispose]();
  });

  it('hold as overdue what has a duty whose end has come, for every clock alike', async () => {
    const late = named(...CLOCKS.filter((clock) => !TIMERS.includes(clock)));
    expect(await counted({ overdue: true })).toEqual(late);
    expect(await inbox({ overdue: true })).toEqual(late);
    expect(await inbox({ overdue: false })).toEqual(named(...TIMERS, 'nothing'));
    expect(await inbox({}, 'OVERDUE')).toEqual(late);
    const { inboxCounters } = await harness.ask(mayor, '{ inboxCounters { new overdue } }');
    expect(inboxCounters).toEqual({ new: CLOCKS.length + 1, overdue: late.length });
    const table = await http.post(mayor, '/exports/reports.csv', { list: 'INBOX', bucket: 'OPEN' });
    const lines = parse(table.content, { bom: true, columns: true }) as Record<string, string>[];
    expect(lines.filter((line) => line.Terlambat === 'ya')).toHaveLength(late.length);
  });

  it('hold what has been overdue for some days, by the same hours as the figures', async () => {
    await tell(ids.VERIFICATION!, { nextDueClock: 'VERIFICATION', nextDueAt: ago(7), sequence: 10 });
    await tell(ids.OUTER_LIMIT!, { nextDueClock: 'OUTER_LIMIT', nextDueAt: ago(40), sequence: 10 });
    expect(await counted({ overdueAtLeastDays: 7 })).toEqual(named('VERIFICATION', 'OUTER_LIMIT'));
    expect(await counted({ overdueAtLeastDays: 7, overdueLessThanDays: 30 })).toEqual(named('VERIFICATION'));
    expect(await counted({ overdueLessThanDays: 7 })).not.toContain(ids.VERIFICATION);
    expect(await counted({ overdueLessThanDays: 7 })).toHaveLength(CLOCKS.length - TIMERS.length - 2);
    expect(await counted({ overdueAtLeastDays: 2_147_483_647 })).toEqual([]);
    expect(await counted({ overdueLessThanDays: -5 })).toEqual([]);
    const table = await http.post(desk, '/exports/reports.csv', {
      list: 'COUNTED',
      counted: { overdueAtLeastDays: 7, overdueLessThanDays: 30 },
    });
    expect(parse(table.content, { bom: true, columns: true })).toHaveLength(1);
    for (const clock of ['VERIFICATION', 'OUTER_LIMIT'])
      await tell(ids[clock]!, { nextDueClock: clock, nextDueAt: ago(1), sequence: 11 });
  });

  it('hold the reports of which a step of a unit ended in time or late, in some days', async () => {
    const step = (kind: 'VERIFICATION' | 'FOLLOW_UP', path: string[], days: number, isOnTime: boolean) => ({
      kind,
      ordinal: 1,
      path,
      endedAt: ago(days),
      isOnTime,
    });
    const path = ['pemkot-13-71', LEAD];
    await tell(ids.FOLLOW_UP!, {
      steps: [step('VERIFICATION', [], 9, true), step('FOLLOW_UP', path, 3, false)],
    });
    await tell(ids.RESOLUTION!, {
      steps: [step('VERIFICATION', [], 9, false), step('FOLLOW_UP', path, 3, true)],
    });
    expect(await counted({ stepOnTime: false })).toEqual(named('FOLLOW_UP', 'RESOLUTION'));
    expect(await counted({ stepOnTime: false, stepOfId: LEAD })).toEqual(named('FOLLOW_UP'));
    expect(await counted({ stepOnTime: true, stepOfId: 'pemkot-13-71' })).toEqual(named('RESOLUTION'));
    expect(await counted({ stepOnTime: true, stepKind: 'VERIFICATION' })).toEqual(named('FOLLOW_UP'));
    expect(await counted({ stepOnTime: false, stepFrom: dayAgo(4) })).toEqual(named('FOLLOW_UP'));
    expect(await counted({ stepOnTime: false, stepFrom: dayAgo(9), stepUntil: dayAgo(9) })).toEqual(
      named('RESOLUTION'),
    );
    expect(await counted({ stepOfId: `x'] or true --` })).toEqual([]);
    expect(
      await inbox({ stepOnTime: false, stepOfId: LEAD, stepFrom: dayAgo(3), stepUntil: dayAgo(0) }),
    ).toEqual(named('FOLLOW_UP'));
    // A dispute takes the step back; an older computation changes nothing.
    await tell(ids.FOLLOW_UP!, { steps: [step('VERIFICATION', [], 9, true)], sequence: 10 });
    await tell(ids.FOLLOW_UP!, { steps: [step('FOLLOW_UP', path, 3, false)], sequence: 9 });
    expect(await counted({ stepOnTime: false })).toEqual(named('RESOLUTION'));
    await tell(ids.FOLLOW_UP!, { sequence: 11 });
    expect(await counted({ stepOnTime: true, stepKind: 'VERIFICATION' })).toEqual(named('FOLLOW_UP'));
  });

  it('are read along an index for a small unit, a region or its late steps, among a hundred thousand reports', async () => {
    const { database } = harness.deps;
    const [{ columns }] = (await database.query<{ columns: string[] }>(
      'test-columns',
      `select array_agg(column_name::text) as columns from information_schema.columns
       where table_schema = 'reports' and table_name = 'report' and is_generated = 'NEVER'`,
    )) as [{ columns: string[] }];
    const changed: Record<string, string> = {
      id: 'gen_random_uuid()',
      number: `(20000000 + i)::text`,
      submitted_at: `submitted_at - i * interval '5 minutes'`,
      submission_key_hash: `sha256(convert_to('key' || i, 'UTF8'))`,
      region_code: `(11 + i % 60)::text || '.' || lpad((i % 71)::text, 2, '0')`,
      lead_path: `array['pemkot-' || i % 500, 'unit-' || i % 4000]`,
      is_published: 'false',
    };
    // In parts: a statement may take only so long, also on a busy machine.
    for (let first = 1; first < 100_000; first += 20_000)
      await database.query(
        'test-multiply',
        `insert into report (${columns.join(', ')}) select ${columns.map((name) => changed[name] ?? name).join(', ')}
         from report, generate_series($2::int, $2::int + 19999) i where id = $1`,
        [ids.nothing, first],
      );
    await database.query(
      'test-steps',
      `insert into report_step select id, 'FOLLOW_UP', 1, lead_path, submitted_at + interval '4 days', (number::int % 5) > 0
       from report where id <> all ($1::uuid[])`,
      [Object.values(ids)],
    );
    await database.query('test-analyze', 'analyze report, report_step', []);
    const everything = { confidential: true, all: true, provinces: [], published: true };
    const planOf = async (filter: CountedFilter) => {
      const asked: string[] = [];
      const explaining = {
        query: async (_name: string, text: string, values: unknown[]) => {
          const rows = await database.query<Record<string, unknown>>('', `explain ${text}`, values);
          asked.push(...rows.map((row) => String(Object.values(row)[0])));
          return [];
        },
      } as unknown as typeof database;
      await listCounted(explaining, filter, everything, harness.clock.now(), null, 51);
      return asked.join('\n');
    };
    const unit = await planOf({ organisationId: 'unit-7' });
    expect(unit).toContain('report_lead');
    expect(unit).not.toContain('Seq Scan on report');
    const region = await planOf({ regionCode: '13.02' });
    expect(region).toContain('report_region');
    const late = await planOf({ stepOnTime: false, stepOfId: 'unit-7' });
    expect(late).toContain('report_step_owner');
    expect(late).not.toContain('Seq Scan');
    const lateDay = await planOf({ stepOnTime: false, stepFrom: dayAgo(20), stepUntil: dayAgo(20) });
    expect(lateDay).toContain('report_step_late');
    // What most reports are is still read along the newest.
    expect(await planOf({ states: ['DISPOSED'] })).toContain('report_newest');
  });
});
