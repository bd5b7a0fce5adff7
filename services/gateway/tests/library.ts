import { DateTime, buildSubgraph, type RequestContext, type Subgraph } from '@lapor/subgraph';
import { GraphQLError } from 'graphql';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  FieldResolver,
  Root,
} from 'type-graphql';

/** Two small subgraphs that can be told to misbehave. */
export interface Behaviour {
  /** What every review does instead of answering. */
  review?: () => Promise<string> | string;
  /** What taking a file does first. */
  preview?: () => Promise<void>;
  /** What `createContext` of `reviews` does first. */
  context?: () => void;
}

export interface Seen {
  contexts: { subgraph: string; context: RequestContext }[];
}

interface Context extends RequestContext {
  behaviour: Behaviour;
}

@Directive('@key(fields: "id")')
@ObjectType('Book', { description: 'A book.' })
class Book {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;
  @Field(() => String, { description: 'Its title.' })
  title!: string;
  @Field(() => DateTime, { description: 'When it came out.' })
  publishedAt!: Date;
  @Field(() => Book, { nullable: true, description: 'What follows it.' })
  sequel?: Book | null;
}

const book = (id: string): Book =>
  Object.assign(new Book(), { id, title: `Title ${id}`, publishedAt: new Date('2026-11-20T02:40:00Z') });

@Resolver(() => Book)
class BookResolver {
  @Query(() => Book, { nullable: true, description: 'A book by id.' })
  book(@Arg('id', () => ID, { description: 'Its id.' }) id: string): Book | null {
    return id === 'none' ? null : book(id);
  }
  @Query(() => Int, { description: 'Takes the text of a file; how long it is.' })
  async previewUnits(
    @Arg('csv', () => String, { description: 'The text.' }) csv: string,
    @Ctx() { behaviour }: Context,
  ): Promise<number> {
    await behaviour.preview?.();
    return csv.length;
  }
  @Query(() => [Book], { description: 'Books.' })
  books(
    @Arg('first', () => Int, { defaultValue: 2, description: 'How many.' }) first: number,
    @Arg('since', () => DateTime, { nullable: true, description: 'Not older.' }) _since?: Date,
  ): Book[] {
    return Array.from({ length: first }, (_unused, index) => book(String(index)));
  }
  @Query(() => String, { description: 'The viewer as JSON.' })
  viewer(@Ctx() { viewer }: Context): string {
    return JSON.stringify(viewer);
  }
  @Query(() => String, { nullable: true, description: 'Refuses.' })
  forbidden(): string {
    throw new GraphQLError('Only librarians may', { extensions: { code: 'FORBIDDEN', secret: 'x' } });
  }
  @Mutation(() => Book, { description: 'Adds a book.' })
  addBook(@Arg('title', () => String, { description: 'Its title.' }) title: string): Book {
    return Object.assign(book('new'), { title });
  }
  @FieldResolver(() => Book, { nullable: true, description: 'What follows it.' })
  sequel(@Root() { id }: Book): Book | null {
    return book(`${id}+`);
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

@Resolver(() => ReviewedBook)
class ReviewResolver {
  @Query(() => String, { nullable: true, description: 'The viewer as JSON, seen by reviews.' })
  reviewer(@Ctx() { viewer }: Context): string {
    return JSON.stringify(viewer);
  }
  @FieldResolver(() => String, { nullable: true, description: 'What a reader thought.' })
  review(@Root() { id }: ReviewedBook, @Ctx() { behaviour }: Context): Promise<string> | string {
    return behaviour.review ? behaviour.review() : `Fine: ${id}`;
  }
}

const entities = { Book: (reference: object) => reference };

export const booksSchema = buildSubgraph({
  resolvers: [BookResolver],
  entities: { Book: ({ id }: { id: string }) => book(id) },
});
export const reviewsSchema = buildSubgraph({
  resolvers: [ReviewResolver],
  orphanedTypes: [ReviewedBook],
  entities,
});

export function createLibrary(behaviour: Behaviour, seen: Seen): { books: Subgraph; reviews: Subgraph } {
  const subgraph = (name: string, schema: Subgraph['schema']): Subgraph => ({
    name,
    schema,
    createContext(context) {
      seen.contexts.push({ subgraph: name, context });
      if (name === 'reviews') behaviour.context?.();
      return { ...context, behaviour };
    },
  });
  return { books: subgraph('books', booksSchema), reviews: subgraph('reviews', reviewsSchema) };
}
