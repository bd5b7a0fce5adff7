import { createGraphClient, faultsOf, NO_FAULTS, type Faults, type UploadedFile } from '@lapor/staff/outside';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ResultOf } from '../graphql.ts';
import type { NotOpen } from '../secret-link/link-status.tsx';
import {
  AddWorkOrderEvidenceDocument,
  FinishWorkOrderDocument,
  OpenWorkOrderDocument,
  type WorkOrderFields,
} from './work-order.graphql.ts';

export type WorkOrder = ResultOf<typeof WorkOrderFields>;

export type WorkOrderView = NotOpen | { is: 'OPEN'; order: WorkOrder };

/** Opens the link, keeps its grant for this page only, and brings what was found. */
export function useWorkOrder(token: string) {
  const grant = useRef<string | null>(null);
  const headers = useCallback(
    (): Record<string, string> => (grant.current ? { 'work-order-grant': grant.current } : {}),
    [],
  );
  const [client] = useState(() => createGraphClient({ application: 'web-agency', headers }));
  const [view, setView] = useState<WorkOrderView>({ is: 'OPENING' });
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const requestKey = useRef(crypto.randomUUID());

  const open = useCallback(async (): Promise<void> => {
    if (token === '') return setView({ is: 'NO_LINK' });
    setView({ is: 'OPENING' });
    const { data, error } = await client.mutation(OpenWorkOrderDocument, { input: { token } }).toPromise();
    const result = data?.result;
    if (!result) return setView({ is: 'FAILED', offline: error?.networkError !== undefined });
    switch (result.__typename) {
      case 'WorkOrderOpened':
        grant.current = result.grant;
        return setView({ is: 'OPEN', order: result.workOrder });
      case 'TooManyRequests':
        return setView({ is: 'TOO_MANY', minutes: Math.max(1, Math.ceil(result.retryAfterSeconds / 60)) });
      default:
        return setView({ is: 'GONE' });
    }
  }, [client, token]);

  useEffect(() => {
    void open();
  }, [open]);

  /** True when it arrived. */
  async function bring(workOrderId: string, note: string, files: readonly UploadedFile[]): Promise<boolean> {
    setBusy(true);
    const input = {
      workOrderId,
      note,
      attachmentIds: files.map(({ id }) => id),
      requestKey: requestKey.current,
    };
    const { data, error } = await client.mutation(AddWorkOrderEvidenceDocument, { input }).toPromise();
    const arrived = settle(data?.result, error);
    if (arrived) requestKey.current = crypto.randomUUID();
    return arrived;
  }

  async function finish(workOrderId: string): Promise<boolean> {
    setBusy(true);
    const { data, error } = await client
      .mutation(FinishWorkOrderDocument, { input: { workOrderId } })
      .toPromise();
    return settle(data?.result, error);
  }

  function settle(
    result: ResultOf<typeof AddWorkOrderEvidenceDocument>['result'] | undefined,
    error: Parameters<typeof faultsOf>[1],
  ): boolean {
    setBusy(false);
    setFaults(faultsOf(result, error) ?? NO_FAULTS);
    if (result?.__typename !== 'WorkOrderChanged') return false;
    setView({ is: 'OPEN', order: result.workOrder });
    return true;
  }

  return { view, headers, retry: () => void open(), bring, finish, busy, faults };
}
