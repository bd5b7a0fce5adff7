import { decodeCursor } from '@lapor/subgraph';
import { GraphQLError } from 'graphql';

const rowsAtMost = 100;

/** A page size between 1 and 100. */
export const pageSize = (first: number): number => Math.min(Math.max(Math.trunc(first), 1), rowsAtMost);

/** The sort values of a cursor; throws an error for the caller when it is not one of this list's. */
export function cursorValues<Values extends (string | number)[]>(
  after: string | null | undefined,
  isValid: (values: (string | number | null)[]) => boolean,
): Values | null {
  if (after === null || after === undefined) return null;
  const values = decodeCursor(after);
  if (values === null || !isValid(values)) {
    throw new GraphQLError('`after` is not a cursor of this list', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return values as Values;
}
