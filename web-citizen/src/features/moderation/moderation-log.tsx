import { useState } from 'react';
import { useClient } from 'urql';
import { Anchor, EmptyState, ErrorState, LoadMore, Table } from '@lapor/ui';
import { formatDay, formatReportNumber } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';
import type { ResultOf } from '../../graphql.ts';
import { MoreModerationDocument, type ModerationPageFragment } from './moderation.graphql.ts';

type LogPage = ResultOf<typeof ModerationPageFragment>;

/** Acts of moderation, newest first. */
export function ModerationLog({ first }: { first: LogPage }) {
  const t = useT();
  const words = useWords();
  const client = useClient();
  const [later, setLater] = useState<readonly LogPage[]>([]);
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready');
  const pages = [first, ...later];
  const { hasNextPage, endCursor } = pages.at(-1)!.pageInfo;
  const more = async () => {
    if (endCursor === null) return;
    setState('loading');
    const { data } = await client.query(MoreModerationDocument, { after: endCursor }).toPromise();
    if (data) setLater((before) => [...before, data.moderationLog]);
    setState(data ? 'ready' : 'failed');
  };
  const rows = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  if (rows.length === 0)
    return <EmptyState title={t('moderation.none')}>{t('moderation.noneText')}</EmptyState>;
  return (
    <div className="stack stack-3">
      <Table
        caption={t('moderation.log')}
        captionHidden
        stacked
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: 'day', header: t('moderation.day'), cell: ({ day }) => formatDay(words, day, 'date') },
          {
            id: 'kind',
            header: t('moderation.kind'),
            rowHeader: true,
            cell: ({ kind }) => t(`moderation.kind.${kind}`),
          },
          {
            id: 'rule',
            header: t('moderation.rule'),
            cell: ({ rule }) => (rule ? t(`moderation.rule.${rule}`) : '–'),
          },
          {
            id: 'by',
            header: t('moderation.by'),
            cell: ({ organisation }) => organisation?.name ?? t('moderation.byDesk'),
          },
          {
            id: 'report',
            header: t('moderation.report'),
            cell: ({ reportNumber }) =>
              reportNumber ? (
                <Anchor href={`/laporan/${reportNumber}`}>{formatReportNumber(reportNumber)}</Anchor>
              ) : (
                t('moderation.notPublic')
              ),
          },
        ]}
      />
      {state === 'failed' ? (
        <ErrorState title={t('moderation.failed')} retryLabel={t('common.retry')} onRetry={() => void more()}>
          {t('common.checkNetwork')}
        </ErrorState>
      ) : (
        <LoadMore
          shown={t('moderation.shown', { count: rows.length })}
          hasMore={hasNextPage && endCursor !== null}
          busy={state === 'loading'}
          onMore={() => void more()}
        >
          {t('list.more')}
        </LoadMore>
      )}
    </div>
  );
}
