export interface Page<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The rows of all pages that have arrived, each once: a row may move from one page to the next between two requests. */
export const joinPages = <Node extends { id: string }>(pages: readonly (Page<Node> | undefined)[]): Node[] =>
  pageJoiner<Node>()(pages);

/**
 * The same for a list that grows: pages that were joined before are not gone through again, and while nothing changes the rows are the same
 * array.
 */
export function pageJoiner<Node extends { id: string }>(): (
  pages: readonly (Page<Node> | undefined)[],
) => Node[] {
  let joined: readonly Page<Node>[] = [];
  let ids = new Set<string>();
  let rows: Node[] = [];
  return (pages) => {
    const arrived = pages.filter((page) => page !== undefined);
    const goesOn = joined.every((page, index) => page === arrived[index]);
    if (goesOn && joined.length === arrived.length) return rows;
    if (!goesOn) ids = new Set();
    rows = goesOn ? [...rows] : [];
    for (const page of arrived.slice(goesOn ? joined.length : 0))
      for (const { node } of page.edges) {
        if (ids.has(node.id)) continue;
        ids.add(node.id);
        rows.push(node);
      }
    joined = arrived;
    return rows;
  };
}
