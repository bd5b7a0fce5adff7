import { describe, expect, it } from 'vitest';
import { QUERY_ATTEMPTS } from '../attempts/queries.ts';
import { PERSON_NAMES } from '../oracle/people.ts';
import { REPORT_NAMES } from '../oracle/reports.ts';
import { selectAll } from '../schema/select.ts';
import { api } from '../schema/read-api.ts';
import type { GraphAnswer } from '../world/browser.ts';
import type { World } from '../world/start.ts';
import { Reach } from './judge-fields.ts';
import { queryCells } from './query-cells.ts';

const numberOf = (name: string) => `number of ${name}`;
/** A world in which everybody gets the same answer to a request. */
const worldThatAnswers = (answer: (query: string) => Partial<GraphAnswer>): World =>
  ({
    reports: {
      byName: Object.fromEntries(REPORT_NAMES.map((name) => [name, { number: numberOf(name), id: name }])),
    },
    places: { city: 'city', 'unstaffed unit': 'unstaffed unit' },
    ask: async (_name: string, _about: unknown, query: string) =>
      structuredClone({ status: 200, data: null, errors: [], ...answer(query) }),
  }) as never;
const failed = (path: string): GraphAnswer['errors'] => [{ code: 'INTERNAL', path, message: 'broken' }];
const requestsFor = (field: string, world: World) =>
  QUERY_ATTEMPTS[field]!.documents(world, (type) => selectAll(api, type));

describe('an answer that failed in a part', () => {
  it('agrees with nobody’s verdict, neither as a field that is null nor as one that says no', async () => {
    const world = worldThatAnswers(() => ({
      data: { result: { __typename: 'Report', viewerCanArchive: null } },
      errors: failed('result.viewerCanArchive'),
    }));
    const { count, faults } = await queryCells(world, 'report', new Reach());
    expect(count).toBe(PERSON_NAMES.length * REPORT_NAMES.length);
    expect(faults).toHaveLength(count);
    for (const fault of faults) expect(fault).toContain('got ERROR INTERNAL at result.viewerCanArchive');
  });

  it('is told though another list has the report', async () => {
    const all = { edges: REPORT_NAMES.map((name) => ({ node: { number: numberOf(name) } })) };
    let first = '';
    const world = worldThatAnswers((query) =>
      query === first ? { errors: failed('result') } : { data: { result: all } },
    );
    first = requestsFor('stoodInReports', world)[0]!.query;
    const { count, faults } = await queryCells(world, 'stoodInReports', new Reach());
    expect(faults).toHaveLength(count);
    for (const fault of faults) expect(fault).toContain('got ERROR INTERNAL at result');
  });

  it('is told when a part does not come, whose fields would all read as no', async () => {
    let first = '';
    const world = worldThatAnswers((query) => ({
      data: { result: query === first ? { __typename: 'Report', number: numberOf(REPORT_NAMES[0]!) } : null },
    }));
    first = requestsFor('report', world)[0]!.query;
    const { count, faults } = await queryCells(world, 'report', new Reach());
    expect(faults).toHaveLength(count);
    for (const fault of faults) expect(fault).toContain('got A PART IS MISSING');
  });
});
