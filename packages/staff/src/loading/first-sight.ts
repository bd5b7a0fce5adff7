import type { AnyVariables, OperationContext, TypedDocumentNode } from '@urql/core';
import type { RequestPolicy } from 'urql';

/** What a page asks for when it is opened: one document that holds its parts, with the variables of all of them. */
export interface FirstSight<Data> {
  query: TypedDocumentNode<Data, AnyVariables>;
  variables: Readonly<Record<string, unknown>>;
  context: Partial<OperationContext>;
}

/** Whether the page asked for what a part asks for: each variable of the part is one of the page, and the same. */
export const covers = (sight: FirstSight<unknown> | undefined, variables: unknown): boolean =>
  sight !== undefined &&
  Object.entries((variables ?? {}) as object).every(
    ([name, value]) => textOf(value) === textOf(sight.variables[name]),
  );

// Left out, undefined and null mean the same.
const textOf = (value: unknown): string => JSON.stringify(value ?? null);

/** How the share of a part is had: from the answer of the page, which is on its way or there. */
export const shareOf = <Data>({ query, variables, context }: FirstSight<Data>) => ({
  query,
  variables: variables as AnyVariables,
  context: { ...context, requestPolicy: 'cache-first' as RequestPolicy },
});
