import { useDates } from '@lapor/staff';
import { LoadMore, Panel, Skeleton, Table } from '@lapor/ui';
import { useCallback } from 'react';
import { LoadFailed } from '../load-failed.tsx';
import { usePaged } from '../use-paged.ts';
import { useCodeText, useText } from '../words.ts';
import { undelivered } from './state-client.ts';

/** What did not reach anybody, with the reason and without the address. */
export function UndeliveredList() {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const list = usePaged(
    useCallback(async (after?: string) => {
      const answer = await undelivered(after);
      return answer.ok
        ? { ok: true as const, value: { rows: answer.value.deliveries, next: answer.value.next } }
        : answer;
    }, []),
  );
  return (
    <Panel title={t('channels.state.undelivered')} flush>
      {!list.rows && list.failure && (
        <LoadFailed
          failure={list.failure}
          title={t('channels.state.undeliveredFailed')}
          busy={list.busy}
          onRetry={list.reload}
        />
      )}
      {!list.rows && !list.failure && (
        <div className="panel__body">
          <Skeleton label={t('page.loading')} lines={4} />
        </div>
      )}
      {list.rows?.length === 0 && <p className="panel__body">{t('channels.state.allDelivered')}</p>}
      {list.rows && list.rows.length > 0 && (
        <>
          <Table
            caption={t('channels.state.undelivered')}
            captionHidden
            stacked
            rows={list.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'at',
                header: t('channels.state.at'),
                rowHeader: true,
                cell: ({ at }) => dates.moment(at, 'short'),
              },
              {
                id: 'template',
                header: t('channels.template'),
                cell: ({ template }) => codeText('channels.template', template),
              },
              {
                id: 'way',
                header: t('channels.way'),
                cell: ({ way, provider }) => (
                  <>
                    {way ? codeText('channels.way', way) : '–'}
                    {provider && (
                      <span className="caption block break-anywhere">
                        {codeText('channels.carrier', provider)}
                      </span>
                    )}
                  </>
                ),
              },
              {
                id: 'reason',
                header: t('channels.state.why'),
                cell: ({ state, reason }) => (
                  <>
                    {codeText('channels.delivery', state)}
                    {reason && (
                      <span className="caption block break-anywhere">
                        {codeText('channels.undelivered', reason)}
                      </span>
                    )}
                  </>
                ),
              },
            ]}
          />
          <LoadMore
            shown={t('channels.state.shown', { count: list.rows.length })}
            hasMore={list.hasMore}
            busy={list.busy}
            onMore={list.loadMore}
          >
            {t('list.more')}
          </LoadMore>
        </>
      )}
    </Panel>
  );
}
