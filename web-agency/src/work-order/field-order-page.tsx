import { LoadFailure, usePageTitle, useSteadyQuery } from '@lapor/staff';
import { faultsOf, NO_FAULTS, type Faults, type UploadedFile } from '@lapor/staff/outside';
import { BackLink, NotFoundState, Skeleton } from '@lapor/ui';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { useClient } from 'urql';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../app/use-text.ts';
import { WorkOrderDocument } from './field-work.graphql.ts';
import { OpenOrder } from './open-order.tsx';
import { AddWorkOrderEvidenceDocument, FinishWorkOrderDocument } from './work-order.graphql.ts';

type Outcome = ResultOf<typeof AddWorkOrderEvidenceDocument>['result'];

/** One order for a field officer who is signed in: place, task, and what was found there. */
export function FieldOrderPage({ consoleLabel }: { consoleLabel: string }) {
  const { id = '' } = useParams();
  const t = useText();
  usePageTitle(t('workOrder.page'), consoleLabel);
  const client = useClient();
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: WorkOrderDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  const requestKey = useRef(crypto.randomUUID());

  function settle(result: Outcome | undefined, failure: Parameters<typeof faultsOf>[1]): boolean {
    setBusy(false);
    setFaults(faultsOf(result, failure) ?? NO_FAULTS);
    return result?.__typename === 'WorkOrderChanged';
  }
  async function bring(workOrderId: string, note: string, files: readonly UploadedFile[]) {
    setBusy(true);
    const { data: brought, error: failure } = await client
      .mutation(AddWorkOrderEvidenceDocument, {
        input: {
          workOrderId,
          note,
          attachmentIds: files.map((file) => file.id),
          requestKey: requestKey.current,
        },
      })
      .toPromise();
    const arrived = settle(brought?.result, failure);
    if (arrived) requestKey.current = crypto.randomUUID();
    return arrived;
  }
  async function finish(workOrderId: string) {
    setBusy(true);
    const { data: finished, error: failure } = await client
      .mutation(FinishWorkOrderDocument, { input: { workOrderId } })
      .toPromise();
    return settle(finished?.result, failure);
  }

  const order = data?.workOrder;
  return (
    <>
      <BackLink href="/tugas-lapangan" label={t('fieldWork.title')}>
        {t('fieldWork.back')}
      </BackLink>
      {!order && fetching && <Skeleton label={t('workOrder.opening')} lines={6} title />}
      {!order && !fetching && error && (
        <LoadFailure
          page
          error={error}
          title={t('workOrder.failed')}
          retrying={stale}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {data && !order && !fetching && (
        <NotFoundState page title={t('fieldWork.gone')}>
          {t('workOrder.goneHint')}
        </NotFoundState>
      )}
      {order && <OpenOrder order={order} work={{ bring, finish, busy, faults }} />}
    </>
  );
}
