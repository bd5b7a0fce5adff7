import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { listAll } from './use-children.ts';
import type { TreeSight } from './tree.graphql.ts';
import type { OrganisationRow } from './tree-nodes.ts';

export type RootKind = 'PROVINCE' | 'MINISTRY' | 'AGENCY' | 'STATE_ENTERPRISE';

/** Which list they are. */
export const rootsOf = (kind: RootKind, includeFormer: boolean) => ({
  rootsOnly: true,
  kinds: [kind],
  includeFormer,
});

interface RootsState {
  kind: RootKind;
  rows: readonly OrganisationRow[] | null;
  failed: boolean;
}

/** The topmost organisations of a kind, all of them (some forty to ninety). */
export function useRoots(kind: RootKind, includeFormer: boolean, round: number, sight: TreeSight) {
  const client = useClient();
  const [state, setState] = useState<RootsState>({ kind, rows: null, failed: false });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    setState((last) =>
      last.kind === kind ? { ...last, failed: false } : { kind, rows: null, failed: false },
    );
    void listAll(
      client,
      rootsOf(kind, includeFormer),
      round + attempt > 0 ? 'network-only' : 'cache-first',
      sight,
    ).then((rows) => {
      if (!current) return;
      setState((last) => (rows ? { kind, rows, failed: false } : { ...last, failed: last.rows === null }));
    });
    return () => {
      current = false;
    };
  }, [client, kind, includeFormer, round, attempt, sight]);
  return { ...state, retry: () => setAttempt((count) => count + 1) };
}
