import { formatDocument } from '@urql/core';
import {
  Kind,
  parse,
  print,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import * as documents from './documents.ts';

/** Limits that the gateway sets to what it knows beforehand (services/gateway/src/guard/limits.ts). */
const MOST_TOKENS = 1_500;
const MOST_SELECTIONS = 700;
const MOST_DEPTH = 12;

const operations = Object.entries(documents)
  // As they are sent: with the name of every type.
  .map(([name, document]) => [name, formatDocument(document as unknown as DocumentNode)] as const)
  .filter(([, { definitions }]) => definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION));

/** Selections and depth with every fragment spread out, as the planner sees them. */
function expand(document: DocumentNode): { selections: number; depth: number } {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node.selectionSet]),
  );
  const walk = (set: SelectionSetNode, depth: number): { selections: number; depth: number } => {
    let [selections, deepest] = [0, depth];
    for (const node of set.selections) {
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node.selectionSet;
      selections += 1;
      if (!inner) continue;
      const below = walk(inner, node.kind === Kind.FIELD ? depth + 1 : depth);
      selections += below.selections;
      deepest = Math.max(deepest, below.depth);
    }
    return { selections, depth: deepest };
  };
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation');
  return walk(operation.selectionSet, 1);
}

const tokensOf = (document: DocumentNode) => {
  let count = 0;
  let token = parse(print(document)).loc?.startToken;
  while (token) {
    count += 1;
    token = token.next ?? undefined;
  }
  return count;
};

describe('the documents of the consoles', () => {
  it.each(operations)('%s stays within what the gateway accepts', (_, document) => {
    const { selections, depth } = expand(document);
    expect(tokensOf(document)).toBeLessThan(MOST_TOKENS);
    expect(selections).toBeLessThan(MOST_SELECTIONS);
    expect(depth).toBeLessThanOrEqual(MOST_DEPTH);
  });

  it('the page of one report is the largest, and is measured with all its fragments', () => {
    expect(expand(documents.ReportPageDocument as unknown as DocumentNode).selections).toBeGreaterThan(150);
  });
});
