import { preparePartingMutation } from '@lapor/web-client';
import { useCallback, useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { Faults } from '../decisions/outcome.ts';
import { useDecision } from '../decisions/use-decision.ts';
import { useWaitingReports } from '../undo/sent-changes-context.ts';
import { isToRelease, leaseStep } from './lease-step.ts';
import { LeaseReportDocument, ReleaseLeaseDocument } from './live.graphql.ts';
import { noteOpen } from './open-leases.ts';
import type { Company } from './use-company.ts';

export interface Lease {
  /** Somebody else works on it: who, until when, and whether it was taken over from this officer. */
  heldBy: { name: string | null; until: string; tookOver: boolean } | null;
  busy: boolean;
  faults: Faults;
  /** Answers whether it is this officer’s now. */
  takeOver: () => Promise<boolean>;
  /** It was decided: the report does not wait any more, and is not put back. */
  keep: () => void;
  isDecided: () => boolean;
}

/** For so long a report that a colleague has let go is left to whoever loads the page anew. */
const COURTESY_MS = 4_000;

/**
 * Takes a waiting report while it is open and nobody else has it, and puts it back when it is left undecided, also when the tab is closed.
 */
export function useLease(
  reportId: string,
  company: Company | null,
  reload: () => Promise<Company | null>,
): Lease {
  const client = useClient();
  const { busy, faults, decide } = useDecision(LeaseReportDocument);
  const isSent = useWaitingReports().has(reportId);
  const isKept = useRef(false);
  const wasSent = useRef(false);
  const taking = useRef<Promise<unknown>>(Promise.resolve());
  const heldBy = useHolder(company);
  const step = leaseStep(company, heldBy !== null);

  const now = useRef({ company, isSent });
  now.current = { company, isSent };
  const isLeft = useCallback(
    () => isToRelease(now.current.company, isKept.current || now.current.isSent),
    [],
  );

  // Taken back, it waits for a decision again.
  useEffect(() => {
    if (wasSent.current && !isSent) isKept.current = false;
    wasSent.current = isSent;
  }, [isSent]);

  const take = useCallback(async () => {
    const { data } = await client
      .mutation(LeaseReportDocument, { input: { reportId, takeOver: false } })
      .toPromise();
    const came = data?.result.__typename;
    // Without an answer, or where it is not for this officer, the next sign of presence asks again.
    if (came === 'LeaseTaken' || came === 'ReportLeased' || came === 'TransitionRefused') await reload();
  }, [client, reportId, reload]);
  useEffect(() => {
    if (isKept.current || step === 'NOTHING') return;
    const begin = () => {
      taking.current = take();
    };
    if (step === 'TAKE') return begin();
    const timer = setTimeout(begin, COURTESY_MS);
    return () => clearTimeout(timer);
    // Each answer of the server is looked at, also when it says the same.
  }, [step, take, company]);

  useEffect(() => {
    const letGo = async () => {
      if (!isLeft()) return;
      await taking.current;
      await client.mutation(ReleaseLeaseDocument, { input: { reportId } }).toPromise();
    };
    const close = noteOpen(reportId, letGo);
    return () => {
      close();
      void letGo();
    };
  }, [client, reportId, isLeft]);

  // A tab that closes runs nothing more: it is sent at once, and outlives the page.
  useEffect(() => {
    let send: (() => void) | undefined;
    void preparePartingMutation(client, ReleaseLeaseDocument, { input: { reportId } }).then((ready) => {
      send = ready;
    });
    const part = () => {
      if (isLeft()) send?.();
    };
    window.addEventListener('pagehide', part);
    return () => window.removeEventListener('pagehide', part);
  }, [client, reportId, isLeft]);

  return {
    heldBy,
    busy,
    faults,
    takeOver: useCallback(async () => {
      const taken = await decide({ reportId, takeOver: true });
      await reload();
      return taken !== null;
    }, [decide, reportId, reload]),
    keep: useCallback(() => {
      isKept.current = true;
    }, []),
    isDecided: useCallback(() => isKept.current, []),
  };
}

/** Who else has it; who had it last for as long as it is nobody’s, so that the page does not come and go with a colleague’s reload. */
function useHolder(company: Company | null): Lease['heldBy'] {
  const last = useRef<Lease['heldBy']>(null);
  const wasOwn = useRef(false);
  const lease = company?.lease ?? null;
  if (lease?.isViewers) {
    last.current = null;
    wasOwn.current = true;
  } else if (lease) {
    const tookOver = last.current?.tookOver ?? wasOwn.current;
    last.current = { name: lease.officer.name, until: lease.until, tookOver };
  }
  return last.current;
}
