interface Page<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Enough for a year of an agency; more belongs to an analyst's query. */
export const MOST_EXPORTED = 5_000;

export type Exported<Node> = { ok: true; rows: readonly Node[]; isCut: boolean } | { ok: false };

/** Reads a list page by page for an export, up to a limit; `ask` answers null when a page did not come. */
export async function exportPages<Node>(
  ask: (after: string | null) => Promise<Page<Node> | null>,
  most = MOST_EXPORTED,
): Promise<Exported<Node>> {
  const rows: Node[] = [];
  let after: string | null = null;
  do {
    const page: Page<Node> | null = await ask(after);
    if (!page) return { ok: false };
    rows.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null && rows.length < most);
  return { ok: true, rows: rows.slice(0, most), isCut: after !== null || rows.length > most };
}
