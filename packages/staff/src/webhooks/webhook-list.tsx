import { Panel, Table } from '@lapor/ui';
import { useDates } from '../dates/use-dates.ts';
import type { Webhook } from './webhook-client.ts';
import { WebhookMark } from './webhook-mark.tsx';
import { useText } from './words.ts';

interface WebhookListProps {
  webhooks: readonly Webhook[];
  /** All are of one organisation, which need not be said with each. */
  ofOne: boolean;
  onChoose: (id: string) => void;
}

export function WebhookList({ webhooks, ofOne, onChoose }: WebhookListProps) {
  const t = useText();
  const dates = useDates();
  return (
    <Panel title={t('webhooks.list', { count: webhooks.length })} flush>
      <Table
        caption={t('webhooks.list', { count: webhooks.length })}
        captionHidden
        stacked
        rows={webhooks}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'label',
            header: t('webhooks.label'),
            rowHeader: true,
            cell: ({ id, label, url, organisationName, organisationId }) => (
              <>
                <button type="button" className="link-button" onClick={() => onChoose(id)}>
                  <strong>{label}</strong>
                </button>
                <span className="caption block">
                  {!ofOne &&
                    `${organisationId === null ? t('webhooks.ofNation') : (organisationName ?? organisationId)} · `}
                  <span className="break-anywhere">{hostOf(url)}</span>
                </span>
              </>
            ),
          },
          {
            id: 'state',
            header: t('webhooks.state'),
            cell: (webhook) => <WebhookMark webhook={webhook} />,
          },
          {
            id: 'last',
            header: t('webhooks.lastDelivered'),
            cell: ({ lastDeliveredAt }) =>
              lastDeliveredAt ? dates.moment(lastDeliveredAt, 'short') : t('webhooks.never'),
          },
          { id: 'waiting', header: t('webhooks.waiting'), end: true, cell: ({ waiting }) => waiting },
          {
            id: 'failed',
            header: t('webhooks.failed30'),
            end: true,
            cell: ({ failed30Days }) => failed30Days,
          },
        ]}
      />
    </Panel>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
