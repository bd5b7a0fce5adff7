import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, type Client, type RequestPolicy } from 'urql';
import type { VariablesOf } from '../graphql.ts';
import { askPart } from '../loading/ask-part.ts';
import { shareOf } from '../loading/first-sight.ts';
import { OrganisationListDocument, type TreeSight } from './tree.graphql.ts';
import type { Children, OrganisationRow } from './tree-nodes.ts';

export const BRANCH_SIZE = 100;
type Filter = VariablesOf<typeof OrganisationListDocument>['filter'];

/** Children of organisations, asked for when one is opened, all pages of them; again when `round` grows. */
export function useChildren(
  includeFormer: boolean,
  round: number,
  sight: TreeSight,
): {
  childrenOf: ReadonlyMap<string, Children>;
  load: (parentId: string) => void;
} {
  const client = useClient();
  const [childrenOf, setChildren] = useState<ReadonlyMap<string, Children>>(new Map());
  const asked = useRef(new Set<string>());

  const ask = useCallback(
    (parentId: string, requestPolicy: RequestPolicy) => {
      void listAll(client, { parentId, includeFormer }, requestPolicy, sight).then((rows) =>
        setChildren((all) => {
          // What is on the screen stays when asking again fails.
          if (!rows && all.get(parentId)?.state === 'LOADED') return all;
          return new Map(all).set(parentId, rows ? { state: 'LOADED', rows } : { state: 'FAILED' });
        }),
      );
    },
    [client, includeFormer, sight],
  );

  const load = useCallback(
    (parentId: string) => {
      asked.current.add(parentId);
      setChildren((all) => new Map(all).set(parentId, { state: 'LOADING' }));
      ask(parentId, 'cache-first');
    },
    [ask],
  );

  // Something was changed, or former ones are to be seen: everything that is open is asked for again.
  useEffect(() => {
    for (const parentId of asked.current) ask(parentId, round > 0 ? 'network-only' : 'cache-first');
  }, [ask, round]);

  return { childrenOf, load };
}

/** All pages of a list; null when one did not come. */
export async function listAll(
  client: Client,
  filter: Filter,
  requestPolicy: RequestPolicy,
  sight: TreeSight,
): Promise<OrganisationRow[] | null> {
  const rows: OrganisationRow[] = [];
  let after: string | null = null;
  const begun = requestPolicy === 'network-only' ? undefined : await branchAbove(client, filter, sight);
  if (begun) {
    rows.push(...begun.edges.map(({ node }) => node));
    if (!begun.pageInfo.hasNextPage) return rows;
    after = begun.pageInfo.endCursor;
  }
  do {
    const result: { data?: ListData } = await askPart(
      client,
      sight,
      OrganisationListDocument,
      { filter, first: BRANCH_SIZE, after },
      requestPolicy,
    );
    const page = result.data?.organisations;
    if (!page) return null;
    rows.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

/** The beginning of a branch above the place that the page was opened at; it came with the page, without former ones. */
async function branchAbove(
  client: Client,
  { parentId, includeFormer }: Filter,
  sight: TreeSight,
): Promise<Branch | undefined> {
  if (!sight || !parentId || includeFormer) return undefined;
  const share = shareOf(sight);
  const { data } = await client.query(share.query, share.variables, share.context).toPromise();
  if (!data?.organisation) return undefined;
  const { ancestors, government } = data.organisation;
  return [government.parent, ...ancestors].find((above) => above?.id === parentId)?.children;
}

interface Branch {
  edges: readonly { node: OrganisationRow }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface ListData {
  organisations: Branch;
}
