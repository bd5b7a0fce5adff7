import { useLive, useSession } from '@lapor/staff';
import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { DeskLeasesDocument } from './inbox.graphql.ts';

const FIRST = 100;
const NOBODY: ReadonlyMap<string, string | null> = new Map();

/**
 * Who works on which report of the own desk, by the report's id; `null` where the name is not known. For admins, who are the desk,
 * and asked again when somebody takes one or puts it back.
 */
export function useDeskLeases(isDesk: boolean): ReadonlyMap<string, string | null> {
  const client = useClient();
  const { workplace } = useSession();
  const organisationId = workplace.organisation.id;
  const isAsked = isDesk && workplace.roles.includes('AGENCY_ADMIN');
  const [leases, setLeases] = useState(NOBODY);
  const ask = useCallback(async () => {
    const { data } = await client
      .query(DeskLeasesDocument, { organisationId, first: FIRST }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return;
    setLeases(
      new Map(
        data.inbox.edges.flatMap(({ node: { id, lease } }) =>
          lease && !lease.isViewers ? [[id, lease.officer.name] as const] : [],
        ),
      ),
    );
  }, [client, organisationId]);
  useEffect(() => {
    if (isAsked) void ask();
  }, [isAsked, ask]);
  useLive(isAsked ? `desk:${organisationId}` : null, () => void ask());
  return isAsked ? leases : NOBODY;
}
