import { getIntrospectionQuery } from 'graphql';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard, hashOf } from './guard.ts';
import { asksForTooMany, inspectDocument } from './inspect-document.ts';
import { LIMITS } from './limits.ts';
import { listSizesOf } from './list-sizes.ts';
import { loadPersistedDocuments } from './persisted.ts';

const limitOf = (text: string): string => {
  const inspection = inspectDocument(text);
  return inspection.verdict === 'refused' ? inspection.refusal.limit : inspection.verdict;
};

const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;
const fields = (count: number, of: (index: number) => string) =>
  `{ top { ${Array.from({ length: count }, (_unused, index) => of(index)).join(' ')} } }`;
/** Each fragment spreads the next twice: 2^levels selections in about a kilobyte. */
const bomb = (levels: number, start = '{ ...F0 }') =>
  [
    start,
    ...Array.from(
      { length: levels },
      (_unused, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    ),
    `fragment F${levels} on Query { a }`,
  ].join('\n');

describe('the guard', () => {
  it.each<[string, string, string]>([
    ['depth', nested(12), nested(13)],
    ['expandedSelections', fields(399, (n) => `f${n}`), fields(400, (n) => `f${n}`)],
    ['tokens', `{ a(x: [${'1 '.repeat(1_491)}]) }`, `{ a(x: [${'1 '.repeat(1_492)}]) }`],
    ['aliases', fields(30, (n) => `a${n}: f`), fields(31, (n) => `a${n}: f`)],
    ['directives', fields(20, () => 'f @skip(if: false)'), fields(21, () => 'f @skip(if: false)')],
    [
      'rootFields',
      `{ __typename ${Array.from({ length: 10 }, (_unused, n) => `f${n}`).join(' ')} }`,
      `{ ${Array.from({ length: 11 }, (_unused, n) => `f${n}`).join(' ')} }`,
    ],
    ['mutationFields', 'mutation { __typename a }', 'mutation { a b }'],
    [
      'mutationFields',
      'mutation { a } query Q { a b }',
      'mutation { ...M ... on Mutation { b } } fragment M on Mutation { a }',
    ],
    ['pageSize', '{ a(first: 100) }', '{ a(first: 101) }'],
    ['pageSize', '{ a(last: 0) }', '{ a(last: -1) }'],
    ['pageSize', 'query ($n: Int = 100) { a(first: $n) }', 'query ($n: Int = 101) { a(first: $n) }'],
    ['pageSize', '{ a(size: 1000) }', '{ a(first: 99999999999999999999) }'],
    ['subscriptions', 'query { a }', 'subscription { a }'],
    ['introspectionDepth', `{ __schema ${nested(19)} }`, `{ __schema ${nested(20)} }`],
  ])('holds %s to its limit and not below', (limit, within, beyond) => {
    expect(limitOf(within)).toBe('admitted');
    expect(limitOf(beyond)).toBe(limit);
  });

  it('counts a fragment as often as it is spread', () => {
    const text = (spreads: number) =>
      `{ x { ${'...F '.repeat(spreads)} } } fragment F on Query { a: b c @skip(if: true) { d } }`;
    expect(limitOf(text(20))).toBe('admitted');
    expect(limitOf(text(21))).toBe('directives');
    expect(limitOf('{ ...F } fragment F on Query '.concat(nested(13)))).toBe('depth');
  });

  it('sums over all operations of a document', () => {
    const aliased = (name: string) =>
      `query ${name} { ${Array.from({ length: 9 }, (_u, n) => `a${n}: b`).join(' ')} }`;
    expect(limitOf(['A', 'B', 'C'].map(aliased).join(' '))).toBe('admitted');
    expect(limitOf(['A', 'B', 'C', 'D'].map(aliased).join(' '))).toBe('aliases');
  });

  it.each([
    ['itself', '{ ...A } fragment A on Query { a ...A }'],
    ['each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { x { ...A } }'],
    [
      'each other where nobody spreads them',
      '{ a } fragment A on Query { ...B } fragment B on Query { ...A }',
    ],
  ])('refuses fragments that spread %s', (_what, text) => {
    expect(limitOf(text)).toBe('fragmentCycles');
  });

  it.each([
    ['one that an operation spreads', bomb(40)],
    ['one that nothing spreads', bomb(40, '{ a }')],
    [
      'one behind a name that stands twice',
      `${bomb(40, '{ a ...G }')} fragment G on Query { ...F0 } fragment G on Query { a }`,
    ],
    ['one below a field', bomb(40, '{ x { y { ...F0 } } }')],
  ])('refuses a bomb of nested fragments in well under 100 ms: %s', (_what, text) => {
    const start = performance.now();
    expect(limitOf(text)).toBe('expandedSelections');
    expect(performance.now() - start).toBeLessThan(50);
  });

  it('refuses the longest texts in well under 100 ms', () => {
    const long = LIMITS.bodyBytes;
    for (const text of [
      '{'.repeat(long),
      `{ a(x: ${'['.repeat(long)}`,
      '#'.repeat(long),
      `{${' a'.repeat(long / 2)}`,
    ]) {
      const start = performance.now();
      expect(limitOf(text)).not.toBe('admitted');
      expect(performance.now() - start).toBeLessThan(90);
    }
  });

  it('lets the usual introspection query through and says what it is', () => {
    const inspection = inspectDocument(getIntrospectionQuery());
    expect(inspection).toMatchObject({ verdict: 'admitted', introspects: true });
    expect(inspectDocument('{ a } fragment F on Query { __schema { x } }')).toMatchObject({
      introspects: true,
    });
    expect(inspectDocument('{ __typename a }')).toMatchObject({ introspects: false });
  });

  it('names the variables that are page sizes and judges their values', () => {
    const inspection = inspectDocument(
      'query ($n: Int, $m: Int, $x: Int) { a(first: $n, size: $x) { ...F } } fragment F on A { b(last: $m) }',
    );
    expect(inspection).toMatchObject({ verdict: 'admitted', pageSizeVariables: ['m', 'n'] });
    expect(asksForTooMany(['m', 'n'], { n: 100, x: 5_000 })).toBe(false);
    expect(asksForTooMany(['m', 'n'], { n: 101 })).toBe(true);
    expect(asksForTooMany(['n'], { n: -1 })).toBe(true);
    expect(asksForTooMany(['n'], { n: null })).toBe(false);
  });

  it('counts the rows of lists in lists, by page size, default or guess', () => {
    const sizes = listSizesOf(`
      type Query { all(first: Int! = 20): Page! one: Unit word: String }
      type Page { edges: [Edge!]! } type Edge { node: Unit! }
      type Unit { below(first: Int! = 50): Page! notes: [Unit!]! up: Unit }`);
    expect(Object.fromEntries(sizes)).toEqual({ all: 20, below: 50, notes: 10 });
    const limit = (text: string) => {
      const inspection = inspectDocument(text, sizes);
      return inspection.verdict === 'refused' ? inspection.refusal.limit : inspection.verdict;
    };
    const page = (of: string, inside: string) => `${of} { edges { node { ${inside} } } }`;
    const all = (first: number, inside: string) => `{ ${page(`all(first: ${first})`, inside)} }`;
    const variable = page('below(first: $n)', 'id');

    expect(limit(all(100, page('below(first: 100)', 'id')))).toBe('admitted');
    expect(limit(all(100, `${page('below(first: 100)', 'id')} ${page('below(first: 1)', 'id')}`))).toBe(
      'rows',
    );
    expect(limit(all(100, page('below', 'id')))).toBe('admitted');
    expect(limit(`query ($n: Int) ${all(100, variable)}`)).toBe('admitted');
    expect(limit(`query ($n: Int) ${all(2, page('below', variable))}`)).toBe('rows');
    expect(limit(all(20, page('below', 'notes { id }')))).toBe('rows');
    expect(limit(all(10, page('below', 'notes { id }')))).toBe('admitted');
    expect(
      limit(`{ ${page('all', `up { ...F }`)} } fragment F on Unit { ${page('below', 'notes { id }')} }`),
    ).toBe('rows');
    // Many of one size side by side, and pages of none, which resolvers may take as one.
    const aliased = Array.from({ length: 3 }, (_u, n) => `a${n}: ${page('below', 'id')}`).join(' ');
    expect(limit(all(100, aliased))).toBe('rows');
    expect(limit(all(0, all(0, 'notes { notes { notes { notes { id } } } }').slice(1, -1)))).toBe('rows');
  });

  it('gives the same verdict again from memory', () => {
    const guard = createGuard(2);
    const first = guard.inspect('{ a }');
    expect(guard.inspect('{ a }')).toBe(first);
    guard.inspect('{ b }');
    guard.inspect('{ c }');
    expect(guard.inspect('{ a }')).not.toBe(first);
    expect(guard.inspect('{ a }')).toEqual(first);
  });

  it('never fails, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '...',
      'on',
      'fragment',
      'query',
      'mutation',
      'subscription',
      'a',
      'b',
      ':',
      '$',
      '@',
      '!',
      'F',
      '__schema',
      'first',
      '"',
      '"""',
      '1',
      '-1',
      '[',
      ']',
      '=',
      '#',
      '\n',
      '\u{1F600}',
      '\0',
      ',',
      ' ',
    );
    const verdicts = ['unreadable', 'refused', 'admitted'];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 60 }).map((all) => all.join(' ')),
        ),
        (text) => {
          expect(verdicts).toContain(inspectDocument(text).verdict);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('counts like a reader who writes every fragment out', () => {
    // A field tree with spreads of F1…F3, each of which may spread later ones only.
    const selections = (from: number): fc.Arbitrary<string> =>
      fc.letrec<{ set: string; one: string }>((tie) => ({
        one: fc.oneof(
          { maxDepth: 4 },
          fc.constantFrom('a', 'b: a', 'a @x'),
          ...Array.from({ length: 3 - from }, (_unused, n) => fc.constant(`...F${from + n + 1}`)),
          tie('set').map((set) => `c ${set}`),
          tie('set').map((set) => `... on T ${set}`),
        ),
        set: fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((all) => `{ ${all.join(' ')} }`),
      })).set;
    fc.assert(
      fc.property(selections(0), selections(1), selections(2), selections(3), (root, f1, f2, f3) => {
        const text = `query ${root} fragment F1 on T ${f1} fragment F2 on T ${f2} fragment F3 on T ${f3}`;
        // F1 first, so that what it spreads is opened in turn.
        const opened = [f1, f2, f3].reduce(
          (whole, body, index) => whole.replaceAll(`...F${index + 1}`, `... on T ${body}`),
          `query ${root}`,
        );
        const direct = inspectDocument(opened);
        const folded = inspectDocument(text);
        // Alone a fragment may be too large too, but never larger than the operation that spreads it.
        if (direct.verdict === 'refused') expect(folded.verdict).toBe('refused');
        else if (folded.verdict === 'refused') expect(folded.refusal.limit).toBe('expandedSelections');
      }),
      { numRuns: 400 },
    );
  });
});

describe('persisted documents', () => {
  it('are known by the hash of their text', () => {
    const text = 'query Word { word(first: 5) }';
    expect(loadPersistedDocuments({ [hashOf(text)]: text }).get(hashOf(text))?.text).toBe(text);
  });
  it('may be as wide as a whole page, wider than what is sent as text', () => {
    const wide = fields(650, (index) => `f${index}`);
    expect(limitOf(wide)).toBe('expandedSelections');
    expect(loadPersistedDocuments({ [hashOf(wide)]: wide }).has(hashOf(wide))).toBe(true);
    const wider = fields(800, (index) => `f${index}`);
    expect(() => loadPersistedDocuments({ [hashOf(wider)]: wider })).toThrow(
      /more than 700 persistedSelections/,
    );
  });
  it('are refused at the start when a hash is wrong or a limit is broken, all named at once', () => {
    const deep = `query Deep ${nested(13)}`;
    const load = () => loadPersistedDocuments({ abc: '{ a }', [hashOf(deep)]: deep });
    expect(load).toThrow(/abc: the text has another hash/);
    expect(load).toThrow(/more than 12 depth/);
  });
});
