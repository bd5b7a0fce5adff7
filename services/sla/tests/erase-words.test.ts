import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@lapor/viewer';
import { createCalendars, createClosingDays } from '../src/modules/calendar/index.ts';
import { DERIVED_TABLES, rebuildEverything } from '../src/rebuild-everything.ts';
import { act, OFFICE, silentReport, tellOrganisations, TEXT } from './a-case.ts';
import { at } from './a-report.ts';
import { startTestService, type TestService } from './a-service.ts';

const REPORTER: Viewer = { kind: 'citizen', accountId: 'akun-pelapor', posts: [], reportGrants: [] };
const REASON = 'Kanari: rumah saya di sebelah kantor lurah.';

describe('when who reported is erased', () => {
  let sla: TestService;
  beforeEach(async () => {
    sla = await startTestService(at('2026-10-05 10:00'), { isReporter: async () => true });
    await tellOrganisations(sla, ['ombudsman'], ['ombudsman', 'ombudsman-13']);
    await sla.tell(silentReport().events, silentReport('report-2').events);
    sla.clock.set(at('2026-10-13 10:00'));
    await sla.service.settle();
    for (const reportId of ['report-1', 'report-2'])
      await act(sla, REPORTER, 'requestOversight', { reportId, reason: REASON, requestKey: randomUUID() });
    await act(sla, OFFICE, 'askClarification', { caseId: 'report-1-1', text: TEXT });
  });
  afterEach(() => sla[Symbol.asyncDispose]());

  const erase = (reportId = 'report-1') =>
    sla.deliver('reports', 'report.identity-erased', [{ reportId, at: sla.clock.now().toISOString() }]);
  const entriesOf = async (caseId: string): Promise<any[]> =>
    (await sla.query(`{ oversightCase(id: "${caseId}") { entries { kind text } } }`, OFFICE)).oversightCase
      .entries;
  /** Every row of the schema that has some words, by table. */
  async function tablesWith(words: string, about: string): Promise<string[]> {
    const tables = await sla.rows<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'sla' and table_type = 'BASE TABLE'`,
    );
    const found = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await sla.rows<{ row: string }>(`select t::text as row from "${name}" t`);
        return rows.some(({ row }) => row.includes(words) && row.includes(about)) ? [name] : [];
      }),
    );
    return found.flat();
  }
  const stateOf = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(DERIVED_TABLES).map(async ([table, { except = [] }]) => {
          const columns = except.map((column) => `'${column}'`).join(', ');
          const rows = await sla.rows<{ row: object }>(
            `select to_jsonb(t) - array[${columns}]::text[] as row from ${table} t order by 1`,
          );
          return [table, rows.map(({ row }) => row)] as const;
        }),
      ),
    );

  test('what the reporter wrote to the Ombudsman goes, the case stays, and nobody else’s words are touched', async () => {
    expect(await tablesWith(REASON, '')).toEqual(['entry_text']);
    await erase();
    expect(await entriesOf('report-1-1')).toEqual([
      { kind: 'CASE_OPENED', text: null },
      { kind: 'CLARIFICATION_ASKED', text: TEXT },
    ]);
    expect(await entriesOf('report-2-1')).toEqual([{ kind: 'CASE_OPENED', text: REASON }]);
    await erase('report-2');
    expect(await tablesWith(REASON, '')).toEqual([]);
  });

  test('the hash of the request goes, and the log says that something was erased', async () => {
    expect(await tablesWith('report report-1', '')).toEqual(['remembered_request']);
    await erase();
    expect(await tablesWith('report report-1', '')).toEqual([]);
    expect(
      await sla.rows(`select subject, actor_kind, payload from entry where kind = 'REPORTER_WORDS_ERASED'`),
    ).toEqual([{ subject: 'report-1', actor_kind: 'SYSTEM', payload: { count: 1 } }]);
  });

  test('nothing happens where there is nothing, and a later erasure takes what was written since', async () => {
    await erase('report-9');
    await erase();
    await erase();
    expect(await sla.rows(`select 1 from entry where kind = 'REPORTER_WORDS_ERASED'`)).toHaveLength(1);
    await act(sla, OFFICE, 'closeOversight', {
      caseId: 'report-1-1',
      outcome: 'FOLLOWED_UP',
      text: TEXT,
    });
    const again = { reportId: 'report-1', reason: REASON };
    expect(await act(sla, REPORTER, 'requestOversight', again)).toMatchObject({
      __typename: 'OversightChanged',
    });
    await erase();
    expect((await entriesOf('report-1-2'))[0]).toEqual({ kind: 'CASE_OPENED', text: null });
  });

  test('what is derived again equals the live state, and brings no word back', async () => {
    await erase();
    const live = await stateOf();
    const deps = {
      database: sla.database,
      calendars: createCalendars(sla.database),
      closingDays: createClosingDays(sla.database),
      clock: sla.clock,
    };
    await rebuildEverything(deps, true);
    while ((await sla.service.settle()) > 0);
    expect(await stateOf()).toEqual(live);
    expect((await entriesOf('report-1-1'))[0]).toEqual({ kind: 'CASE_OPENED', text: null });
  });
});
