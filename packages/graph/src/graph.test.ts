import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraph } from '@lapor/subgraph';
import { Arg, Directive, Field, ID, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  CompositionError,
  checkGraph,
  composeGraph,
  printSubgraph,
  unlistedHints,
  writeGraph,
} from './index.ts';

enum Colour {
  RED = 'RED',
}
registerEnumType(Colour, {
  name: 'Colour',
  description: 'A colour.',
  valuesConfig: { RED: { description: 'Like blood.' } },
});

@Directive('@key(fields: "id")')
@ObjectType('Book', { description: 'A book.' })
class Book {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => Colour, { description: 'Of its cover.' })
  colour!: Colour;
}

@Resolver()
class BookResolver {
  @Query(() => Book, { nullable: true, description: 'A book by id.' })
  book(@Arg('id', () => ID, { description: 'Its id.' }) _id: string): Book | null {
    return null;
  }
}

@Directive('@key(fields: "id")')
@ObjectType('Book', { description: 'A book.' })
class ReviewedBook {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'What a reader thought.' })
  review?: string;
}

@ObjectType('Nothing', { description: 'Not explained inside.' })
class Unexplained {
  @Field(() => String)
  word!: string;
}

@Resolver()
class ReviewResolver {
  @Query(() => ReviewedBook, { nullable: true, description: 'The best.' })
  best(): ReviewedBook | null {
    return null;
  }
}

@Resolver()
class UnexplainedResolver {
  @Query(() => Unexplained, { nullable: true })
  nothing(@Arg('why', () => String) _why: string): Unexplained | null {
    return null;
  }
}

const entities = { Book: (reference: object) => reference };
const books = () => buildSubgraph({ resolvers: [BookResolver], entities });
const reviews = () => buildSubgraph({ resolvers: [ReviewResolver], entities });

describe('a printed subgraph', () => {
  it('keeps what composition needs and leaves out what the library adds', () => {
    const sdl = printSubgraph(books());
    expect(sdl).toContain('@key(fields: "id")');
    expect(sdl).toContain('https://specs.apollo.dev/federation/v2.9');
    expect(sdl).toContain('"""A book."""');
    expect(sdl).not.toMatch(/_entities|_service|_Any/);
  });
  it('does not depend on the order of resolvers', () => {
    const one = buildSubgraph({ resolvers: [BookResolver, UnexplainedResolver], entities });
    const other = buildSubgraph({ resolvers: [UnexplainedResolver, BookResolver], entities });
    expect(printSubgraph(one)).toBe(printSubgraph(other));
  });
});

describe('composition', () => {
  it('joins the parts of an entity, keeps descriptions and hides addresses', () => {
    const { supergraph, api, hints } = composeGraph({
      reviews: printSubgraph(reviews()),
      books: printSubgraph(books()),
    });
    expect(api).toMatch(/type Book \{[^}]*colour: Colour![^}]*review: String/s);
    expect(api).toContain('"""Like blood."""');
    expect(api).not.toContain('@key');
    expect(supergraph).toContain('http://books.internal/graphql');
    expect(hints).toEqual([]);
  });
  it('fails when two subgraphs own one field', () => {
    const sdl = (extra: string) =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
       type Book @key(fields: "id") { id: ID! title: String } type Query { ${extra}: Book }`;
    expect(() => composeGraph({ a: sdl('a'), b: sdl('b') })).toThrow(CompositionError);
    expect(() => composeGraph({ a: sdl('a'), b: sdl('b') })).toThrow(/Book\.title/);
  });
  it('shows the words of the owner of an entity, not those of a reference to it', () => {
    const link = (names: string) =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])`;
    const { api, hints } = composeGraph({
      // Its name comes first; its words must not.
      a: `${link('"@key"')} "A stub." type Book @key(fields: "id", resolvable: false) { "Stub of an id." id: ID! }
          type Query { best: Book }`,
      b: `${link('"@key"')} "A book." type Book @key(fields: "id") { "Its id." id: ID! title: String }
          type Query { book: Book }`,
    });
    expect(api).toContain('A book.');
    expect(api).toContain('Its id.');
    expect(api).not.toMatch(/stub/i);
    expect(hints).toEqual([]);
  });
  it('hints at parts that differ, unless the difference is listed', () => {
    const sdl = (description: string, value: string) =>
      `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@shareable"])
       "${description}" type Money @shareable { amount: Int kind: Kind}
       enum Kind { ${value} SAME } type Query { of${value}: Money }`;
    const { hints } = composeGraph({ a: sdl('Coins.', 'A'), b: sdl('Notes.', 'B') });
    expect(hints.map(({ code, coordinate }) => `${code} ${coordinate}`)).toEqual([
      'INCONSISTENT_ENUM_VALUE Kind.A',
      'INCONSISTENT_ENUM_VALUE Kind.B',
      'INCONSISTENT_DESCRIPTION Money',
    ]);
    const allowed = [
      { code: 'INCONSISTENT_DESCRIPTION' as const, coordinate: 'Money', reason: 'told apart' },
    ];
    expect(unlistedHints(hints, allowed).map(({ coordinate }) => coordinate)).toEqual(['Kind.A', 'Kind.B']);
  });
});

describe('the committed graph', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'graph-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('is fresh after writing', async () => {
    const schemas = { books: books(), reviews: reviews() };
    expect(await writeGraph({ schemas, directory })).toEqual([
      'subgraphs/books.graphql',
      'subgraphs/reviews.graphql',
      'supergraph.graphql',
      'api.graphql',
    ]);
    expect(await checkGraph({ schemas, directory })).toEqual([]);
  });
  it('names what is missing, stale and left over', async () => {
    expect(await checkGraph({ schemas: { books: books() }, directory })).toContain('api.graphql is missing');
    await writeGraph({ schemas: { books: books(), reviews: reviews() }, directory });
    const stale = await checkGraph({ schemas: { books: books() }, directory });
    expect(stale).toContainEqual(
      expect.stringMatching(/^supergraph\.graphql is stale \(first at line \d+\)$/),
    );
    expect(stale).toContain('subgraphs/reviews.graphql belongs to no subgraph any more');
    const api = join(directory, 'api.graphql');
    await writeFile(api, (await readFile(api, 'utf8')).replace('A book.', 'A brook.'));
    expect(await checkGraph({ schemas: { books: books(), reviews: reviews() }, directory })).toEqual([
      expect.stringMatching(/^api\.graphql is stale/),
    ]);
  });
  it('names everything without a description', async () => {
    const schemas = { odd: buildSubgraph({ resolvers: [UnexplainedResolver], entities: {} }) };
    await writeGraph({ schemas, directory });
    expect(await checkGraph({ schemas, directory })).toEqual([
      'Nothing.word has no description',
      'Query.nothing has no description',
      'Query.nothing(why:) has no description',
    ]);
  });
});
