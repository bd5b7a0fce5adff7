import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { UnitsByKeyDocument } from './routing.graphql.ts';

type Unit = ResultOf<typeof UnitsByKeyDocument>['organisations']['edges'][number]['node'];

/** Finds the unit of a government that serves a key of the category map; the first by name when several do. */
export function useUnitsByKey(governmentId: string | null): (key: string) => Unit | undefined {
  const client = useClient();
  const [units, setUnits] = useState<readonly Unit[]>([]);
  useEffect(() => {
    if (governmentId === null) return;
    let current = true;
    void (async () => {
      const found: Unit[] = [];
      let after: string | null = null;
      do {
        const { data }: { data?: ResultOf<typeof UnitsByKeyDocument> } = await client
          .query(UnitsByKeyDocument, { governmentId, after })
          .toPromise();
        if (!data) break;
        found.push(...data.organisations.edges.map(({ node }) => node));
        after = data.organisations.pageInfo.hasNextPage ? data.organisations.pageInfo.endCursor : null;
      } while (after !== null && current);
      if (current) setUnits(found.filter(({ unitKeys }) => unitKeys.length > 0));
    })();
    return () => {
      current = false;
    };
  }, [client, governmentId]);
  return useCallback((key: string) => units.find(({ unitKeys }) => unitKeys.includes(key)), [units]);
}
