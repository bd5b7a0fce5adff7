import {
  Badge,
  Button,
  Facts,
  Panel,
  Skeleton,
  Tag,
  Timeline,
  TimelineEntry,
  toolIcon,
  useToast,
} from '@lapor/ui';
import { useState } from 'react';
import { useDates } from '../../dates/use-dates.ts';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { useDecision } from '../../decisions/use-decision.ts';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { useText } from '../../language/use-text.ts';
import { LoadFailure } from '../../loading/load-failure.tsx';
import { useSteadyQuery } from '../../loading/use-steady-query.ts';
import { Attachments } from '../reading/attachments.tsx';
import {
  CancelWorkOrderDocument,
  ReportHandlingFields,
  ReportWorkOrdersDocument,
  type OrderFields,
} from './handling.graphql.ts';

type Order = ResultOf<typeof OrderFields>;

/** What was sent into the field for a report, and what came back: asked for when somebody looks. Nothing without any. */
export function WorkOrdersPanel({ report: masked }: { report: FragmentOf<typeof ReportHandlingFields> }) {
  const { number, workOrders } = readFragment(ReportHandlingFields, masked);
  const t = useText();
  const [open, setOpen] = useState(false);
  if (workOrders.length === 0) return null;
  const waiting = workOrders.filter(({ state }) => state === 'OPEN').length;
  return (
    <Panel title={t('workOrders.title')} tools={<Badge>{workOrders.length}</Badge>}>
      <details className="more-about" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('workOrders.look', { count: waiting })}</summary>
        {open && <Orders number={number} />}
      </details>
    </Panel>
  );
}

function Orders({ number }: { number: string }) {
  const t = useText();
  const [cancelling, setCancelling] = useState<Order | null>(null);
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: ReportWorkOrdersDocument,
    variables: { number },
    requestPolicy: 'cache-and-network',
  });
  const orders = data?.report?.workOrders;
  if (!orders && error && !fetching)
    return (
      <LoadFailure
        error={error}
        title={t('workOrders.failed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  if (!orders) return <Skeleton label={t('page.loading')} lines={4} />;
  return (
    <>
      <ul className="stack stack-3 work-orders">
        {orders.map((order) => (
          <li key={order.id}>
            <OneOrder order={order} onCancel={() => setCancelling(order)} />
          </li>
        ))}
      </ul>
      {cancelling && <CancelDialog order={cancelling} onClose={() => setCancelling(null)} />}
    </>
  );
}

function OneOrder({ order, onCancel }: { order: Order; onCancel: () => void }) {
  const t = useText();
  const dates = useDates();
  return (
    <article className="stack stack-2" aria-label={order.number}>
      <p className="row row--between">
        <span className="code">{order.number}</span>
        <Tag icon={toolIcon}>{t(`workOrders.state.${order.state}`)}</Tag>
      </p>
      <p className="narrative" lang="id">
        {order.task}
      </p>
      <Facts
        rows={[
          [t('workOrders.place'), order.placeText],
          [t('workOrders.dueOn'), dates.day(order.dueOn)],
          [
            t('workOrders.who'),
            order.fieldOfficer?.name ?? t('workOrders.anybodyOf', { name: order.organisation.name }),
          ],
          ...(order.state === 'OPEN'
            ? [[t('workOrders.until'), dates.moment(order.expiresAt, 'short')] as const]
            : []),
        ]}
      />
      {order.evidence.length > 0 && (
        <Timeline label={t('workOrders.found')}>
          {order.evidence.map((found) => (
            <TimelineEntry
              key={found.id}
              icon={toolIcon}
              what={found.note || t('workOrders.photosOnly')}
              when={[dates.moment(found.at, 'short'), found.officer?.name ?? t('workOrders.byLink')].join(
                ' · ',
              )}
            >
              <Attachments attachments={found.files} />
            </TimelineEntry>
          ))}
        </Timeline>
      )}
      {order.state === 'OPEN' && (
        <p>
          <Button size="small" variant="quiet" onClick={onCancel}>
            {t('workOrders.cancel')}
            <span className="sr"> {order.number}</span>
          </Button>
        </p>
      )}
    </article>
  );
}

function CancelDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const decision = useDecision(CancelWorkOrderDocument);
  async function cancel() {
    if (!(await decision.decide({ workOrderId: order.id }))) return;
    toast({ text: t('workOrders.cancelled', { number: order.number }) });
    onClose();
  }
  return (
    <DecisionDialog
      open
      title={t('workOrders.cancelTitle', { number: order.number })}
      lead={<p>{t('workOrders.cancelLead')}</p>}
      submitLabel={t('workOrders.cancel')}
      tone="danger"
      busy={decision.busy}
      faults={
        decision.faults.fields['workOrderId'] ? { fields: {}, refusal: { kind: 'GONE' } } : decision.faults
      }
      gone="workOrders.over"
      onSubmit={() => void cancel()}
      onClose={onClose}
    />
  );
}
