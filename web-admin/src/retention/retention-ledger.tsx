import { LoadFailure, StaleNotice, useDates, useLanguage, usePages } from '@lapor/staff';
import { Anchor, checkIcon, EmptyState, LoadMore, Panel, Skeleton, Table } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import type { FirstSight } from '@lapor/staff/changing';
import { useText } from '../app/use-text.ts';
import type { ResultOf } from '../graphql.ts';
import { RetentionRunsDocument } from './retention.graphql.ts';
import { RuleName, type Rule } from './rule-name.tsx';

export const LEDGER_BEGINNING = { first: 20 };
const CHANGED_BY: readonly string[] = [];

interface RetentionLedgerProps {
  rules: readonly Rule[];
  sight: FirstSight<ResultOf<typeof RetentionRunsDocument>>;
}

/** What the daily job did: how many of each rule, never with which report. */
export function RetentionLedger({ rules, sight }: RetentionLedgerProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const list = usePages({
    query: RetentionRunsDocument,
    variables: LEDGER_BEGINNING,
    page: (data) => data.retentionRuns,
    typenames: CHANGED_BY,
    sight,
  });
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const { nodes } = list;
  if (!nodes && list.error)
    return (
      <LoadFailure
        error={list.error}
        title={t('retention.ledgerFailed')}
        retrying={list.refreshing}
        onRetry={list.reload}
      />
    );
  return (
    <Panel title={t('retention.ledger')} flush={nodes !== undefined && nodes.length > 0}>
      {!nodes && <Skeleton label={t('page.loading')} lines={4} />}
      {nodes && <StaleNotice error={list.error} onRetry={list.reload} />}
      {nodes?.length === 0 && (
        <EmptyState icon={checkIcon} title={t('retention.ledgerNone')}>
          {t('retention.ledgerNoneHint')} <Anchor href="/kesehatan">{t('health.title')}</Anchor>
        </EmptyState>
      )}
      {nodes && nodes.length > 0 && (
        <>
          <Table
            caption={t('retention.ledger')}
            captionHidden
            stacked
            tight
            rows={nodes}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'day',
                header: t('retention.day'),
                className: 'fit',
                cell: ({ day }) => dates.day(day, 'date'),
              },
              {
                id: 'rule',
                header: t('retention.what'),
                rowHeader: true,
                cell: ({ rule }) => {
                  const known = byName.get(rule);
                  return known ? <RuleName rule={known} /> : rule;
                },
              },
              {
                id: 'since',
                header: t('retention.version'),
                className: 'fit',
                cell: ({ since }) => t('retention.since', { day: dates.day(since, 'date') }),
              },
              {
                id: 'count',
                header: t('retention.count'),
                end: true,
                cell: ({ count }) => formatNumber(words, count),
              },
            ]}
          />
          <div className="panel__body">
            <LoadMore
              shown={t('retention.shown', { count: nodes.length })}
              hasMore={list.hasMore}
              busy={list.loadingMore}
              onMore={list.loadMore}
            >
              {t('list.more')}
            </LoadMore>
          </div>
        </>
      )}
    </Panel>
  );
}
