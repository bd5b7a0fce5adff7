import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { UnitLoadDocument } from './unit-load.graphql.ts';

/** What a unit carries and how soon it takes up what comes; null where it is not known. */
export type UnitLoad = Omit<
  NonNullable<ResultOf<typeof UnitLoadDocument>['unitLoads']>[number],
  'organisation'
>;

/**
 * The loads of the organisations in sight, by their ids, in one request; what cannot be had, or is not the viewer's to know, is simply
 * not there.
 */
export function useUnitLoads(organisationIds: readonly string[]): ReadonlyMap<string, UnitLoad> {
  const ids = [...new Set(organisationIds)].sort().join('\n');
  const [{ data }] = useQuery({
    query: UnitLoadDocument,
    variables: useMemo(() => ({ organisationIds: ids.split('\n') }), [ids]),
    pause: ids === '',
  });
  return useMemo(
    () => new Map((data?.unitLoads ?? []).map(({ organisation, ...load }) => [organisation.id, load])),
    [data],
  );
}
