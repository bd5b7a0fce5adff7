import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEAR } from '../src/modules/search/newest-matches.ts';
import { actor, file, startHarness, type Harness } from './harness.ts';
import { dispose } from './situations.ts';

/** Reports beyond those that are looked through one by one. */
const OLDER = 300;
/** Each so-many-th has the rare word. */
const RARE = 100;

describe('a search among more reports than are looked through', () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await startHarness();
    const { id } = await file(harness, actor.public, {
      title: 'Lampu jalan padam',
      text: 'Gelap sekali di gang kami.',
    });
    await dispose(harness, id, {});
    const columns = (
      await harness.deps.database.query<{ name: string }>(
        'test-columns',
        `select column_name as name from information_schema.columns where table_schema = 'reports' and table_name = 'report' and is_generated = 'NEVER'`,
      )
    ).map(({ name }) => name);
    const changed: Record<string, string> = {
      id: 'gen_random_uuid()',
      number: `(20000000 + i)::text`,
      title: `case when i % ${RARE} = 0 then 'Jembatan gantung putus' else 'Lampu jalan padam' end`,
      published_at: `published_at - i * interval '1 minute'`,
      submission_key_hash: `sha256(convert_to('key' || i, 'UTF8'))`,
    };
    await harness.deps.database.query(
      'test-multiply',
      `insert into report (${columns.join(', ')}) select ${columns.map((name) => changed[name] ?? name).join(', ')}
       from report, generate_series(1, $1::int) i`,
      [NEAR + OLDER],
    );
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  const walk = async (search: string, sort: string, first: number): Promise<string[]> => {
    const numbers: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo }: any = (
        await harness.ask(
          actor.public,
          `query ($search: String, $sort: ReportSort!, $first: Int!, $after: String) {
             publicReports(filter: { search: $search }, sort: $sort, first: $first, after: $after) {
               edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
          { search, sort, first, after },
        )
      ).publicReports;
      numbers.push(...edges.map(({ node }: any) => node.number));
      if (!pageInfo.hasNextPage) return numbers;
      after = pageInfo.endCursor;
    }
  };
  const newestFirst = Array.from({ length: (NEAR + OLDER) / RARE }, (_none, index) =>
    String(20_000_000 + (index + 1) * RARE),
  );

  it.each([3, 50, 100])('gives every rare match once, newest first, in pages of %i', async (first) => {
    expect(await walk('jembatan gantung', 'NEWEST', first)).toEqual(newestFirst);
  });

  it.each([7, 50, 100])(
    'ranks the near ones and then gives the older ones, in pages of %i',
    async (first) => {
      const numbers = await walk('jembatan gantung', 'RELEVANCE', first);
      expect(numbers.toSorted()).toEqual(newestFirst);
      // The last three lie beyond what is looked through.
      expect(numbers.slice(-3)).toEqual(newestFirst.slice(-3));
    },
  );

  it('counts no further than it looks: exact for few, at least a thousand for the rest', async () => {
    const facets = async (filter: string) => {
      const before = harness.statements();
      const { reportFacets } = await harness.ask(
        actor.public,
        `{ reportFacets(filter: ${filter}) { states { state count isAtLeast } } }`,
      );
      return { states: reportFacets.states, statements: harness.statements() - before };
    };
    const many = await facets('{}');
    expect(many.states).toEqual([{ state: 'DISPOSED', count: 1_000, isAtLeast: true }]);
    const few = await facets('{ search: "jembatan gantung" }');
    expect(few.states).toEqual([{ state: 'DISPOSED', count: newestFirst.length, isAtLeast: false }]);
    // The counts and the names of categories; besides, which of the words are known.
    expect(many.statements).toBeLessThanOrEqual(2);
    expect(few.statements).toBeLessThanOrEqual(4);
  });

  it('goes on after the ranked ones of a word that most have', async () => {
    const numbers = await walk('lampu', 'RELEVANCE', 100);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(NEAR + OLDER + 1 - newestFirst.length);
  });
});
