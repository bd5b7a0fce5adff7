import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { buildSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { findHints, type AllowedHint, type Hint } from './hints.ts';
import { withoutStubDescriptions } from './stub-descriptions.ts';

/** Errors of composition, all of them. */
export class CompositionError extends Error {
  readonly faults: string[];
  constructor(faults: string[]) {
    super(`The subgraphs do not compose:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'CompositionError';
    this.faults = faults;
  }
}

export interface ComposedGraph {
  /** SDL for the gateway; addresses in it are placeholders, the real ones are settings. */
  supergraph: string;
  /** SDL of the API as clients see it, with descriptions, sorted by name. */
  api: string;
  /** What composes but should be known; see `ALLOWED_HINTS`. */
  hints: Hint[];
}

/** Hints that were looked at and are meant so, each with its reason. */
export const ALLOWED_HINTS: readonly AllowedHint[] = [];

/** Hints that nobody has allowed. */
export const unlistedHints = (
  hints: readonly Hint[],
  allowed: readonly AllowedHint[] = ALLOWED_HINTS,
): Hint[] =>
  hints.filter(
    (hint) => !allowed.some(({ code, coordinate }) => code === hint.code && coordinate === hint.coordinate),
  );

/**
 * Composes subgraph SDLs (by service name) into one federated graph.
 * @throws CompositionError naming every fault.
 */
export function composeGraph(subgraphSdl: Readonly<Record<string, string>>): ComposedGraph {
  // By name, so that the result does not depend on the order of the argument.
  const documents = Object.fromEntries(
    Object.keys(subgraphSdl)
      .sort()
      .map((name) => [name, withoutStubDescriptions(parse(subgraphSdl[name]!, { noLocation: true }))]),
  );
  const result = composeServices(
    Object.entries(documents).map(([name, typeDefs]) => ({
      name,
      typeDefs,
      url: `http://${name}.internal/graphql`,
    })),
  );
  if (compositionHasErrors(result)) throw new CompositionError(result.errors.map(({ message }) => message));
  return {
    supergraph: `${result.supergraphSdl.trim()}\n`,
    api: `${printSchema(lexicographicSortSchema(buildSchema(result.publicSdl))).trim()}\n`,
    hints: findHints(documents),
  };
}
