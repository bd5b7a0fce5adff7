import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { LeaseReportDocument, ReleaseLeaseDocument } from './live.graphql.ts';
import type { Company } from './use-company.ts';

export interface Lease {
  /** Somebody else works on it: who, until when. */
  heldBy: { name: string | null; until: string } | null;
  busy: boolean;
  takeOver: () => Promise<void>;
  /** It was decided: the report does not wait any more, and is not put back. */
  keep: () => void;
  isDecided: () => boolean;
}

/** Takes a waiting report while it is open and nobody else has it, and puts it back when it is left undecided. */
export function useLease(
  reportId: string,
  company: Company | null,
  reload: () => Promise<Company | null>,
): Lease {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const isKept = useRef(false);
  const lease = company?.lease ?? null;
  const isFree = company?.state === 'SUBMITTED' && lease === null;

  const take = useCallback(
    async (takeOver: boolean) => {
      await client.mutation(LeaseReportDocument, { input: { reportId, takeOver } }).toPromise();
      await reload();
    },
    [client, reportId, reload],
  );
  useEffect(() => {
    if (isFree && !isKept.current) void take(false);
  }, [isFree, take]);
  useEffect(
    () => () => {
      if (!isKept.current) void client.mutation(ReleaseLeaseDocument, { input: { reportId } }).toPromise();
    },
    [client, reportId],
  );

  return {
    heldBy: lease && !lease.isViewers ? { name: lease.officer.name, until: lease.until } : null,
    busy,
    takeOver: useCallback(async () => {
      setBusy(true);
      await take(true);
      setBusy(false);
    }, [take]),
    keep: useCallback(() => {
      isKept.current = true;
    }, []),
    isDecided: useCallback(() => isKept.current, []),
  };
}
