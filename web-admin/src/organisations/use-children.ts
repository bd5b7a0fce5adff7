import { useCallback, useState } from 'react';
import { useClient, type Client } from 'urql';
import { OrganisationListDocument } from './organisations.graphql.ts';
import type { Children, OrganisationRow } from './tree-nodes.ts';

const PAGE_SIZE = 100;

/** Children of organisations, asked for when one is opened, all pages of them. */
export function useChildren(): {
  childrenOf: ReadonlyMap<string, Children>;
  load: (parentId: string) => void;
} {
  const client = useClient();
  const [childrenOf, setChildren] = useState<ReadonlyMap<string, Children>>(new Map());

  const load = useCallback(
    (parentId: string) => {
      const set = (children: Children) => setChildren((all) => new Map(all).set(parentId, children));
      set({ state: 'LOADING' });
      void listAll(client, parentId).then((rows) =>
        set(rows ? { state: 'LOADED', rows } : { state: 'FAILED' }),
      );
    },
    [client],
  );
  return { childrenOf, load };
}

async function listAll(client: Client, parentId: string): Promise<OrganisationRow[] | null> {
  const rows: OrganisationRow[] = [];
  let after: string | null = null;
  do {
    const result: { data?: ListData; error?: Error } = await client
      .query(OrganisationListDocument, { filter: { parentId }, first: PAGE_SIZE, after })
      .toPromise();
    const page = result.data?.organisations;
    if (!page) return null;
    rows.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

interface ListData {
  organisations: {
    edges: readonly { node: OrganisationRow }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
