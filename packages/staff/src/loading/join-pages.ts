export interface Page<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The rows of all pages that have arrived, each once: a row may move from one page to the next between two requests. */
export function joinPages<Node extends { id: string }>(pages: readonly (Page<Node> | undefined)[]): Node[] {
  const rows = new Map<string, Node>();
  for (const page of pages)
    for (const { node } of page?.edges ?? []) if (!rows.has(node.id)) rows.set(node.id, node);
  return [...rows.values()];
}
