import { useDates } from '@lapor/staff';
import { Panel, Table } from '@lapor/ui';
import { useCodeText, useText } from '../words.ts';
import type { QueueState } from './state-client.ts';

/** What waits to be sent. */
export function Queues({ queues }: { queues: readonly QueueState[] }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  return (
    <Panel title={t('channels.state.queues')} flush>
      {queues.length === 0 ? (
        <p className="panel__body">{t('channels.state.noQueue')}</p>
      ) : (
        <Table
          caption={t('channels.state.queues')}
          captionHidden
          stacked
          rows={queues}
          rowKey={({ way }) => way ?? ''}
          columns={[
            {
              id: 'way',
              header: t('channels.way'),
              rowHeader: true,
              cell: ({ way }) => (way ? codeText('channels.way', way) : t('channels.state.noWayYet')),
            },
            { id: 'waiting', header: t('channels.state.waits'), end: true, cell: ({ waiting }) => waiting },
            { id: 'tried', header: t('channels.state.tried'), end: true, cell: ({ tried }) => tried },
            { id: 'held', header: t('channels.state.held'), end: true, cell: ({ held }) => held },
            {
              id: 'oldest',
              header: t('channels.state.oldest'),
              cell: ({ oldestAt }) => (oldestAt ? dates.moment(oldestAt, 'short') : '–'),
            },
          ]}
        />
      )}
    </Panel>
  );
}
