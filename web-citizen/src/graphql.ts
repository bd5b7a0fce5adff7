import { initGraphQLTada, type readFragment as ReadFragment } from 'gql.tada';
import type { introspection } from './graphql-env.d.ts';

/** Typed documents of the graph. They are compiled at build time (build/documents.ts). */
export const graphql = /* @__PURE__ */ initGraphQLTada<{
  introspection: introspection;
  scalars: { DateTime: string; LocalDate: string };
}>();

/** Opens what a component asked for. Masking is a matter of types: the value is the same. */
export const readFragment = ((...args: unknown[]) => args.at(-1)) as typeof ReadFragment;

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
