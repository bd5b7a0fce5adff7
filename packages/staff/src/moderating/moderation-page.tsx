import { Anchor, EmptyState, shieldIcon, type Column } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import { useFirstSight } from '../loading/use-first-sight.ts';
import { usePages } from '../loading/use-pages.ts';
import { MODERATION_RULES } from '../report/deciding/moderation-rules.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { ModerationCounts, useCountedDays } from './moderation-counts.tsx';
import { MODERATION_KINDS } from './moderation-kinds.ts';
import { ModerationLogDocument, ModerationPageDocument } from './moderating.graphql.ts';

type Entry = ResultOf<typeof ModerationLogDocument>['moderationLog']['edges'][number]['node'];

/** Of the log. The days of the counts are beside them. */
const NAMES = ['tindakan', 'aturan'] as const;
const PAGE_SIZE = 50;
const CHANGED_BY = ['Report'];

/** The public log: what was kept from the public, by which rule, how often. */
export function ModerationPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('moderation.title'), consoleLabel);
  const { values, count, set, clear } = useFilters(NAMES);
  const kind = MODERATION_KINDS.find((one) => one === values.tindakan) ?? null;
  const rule = MODERATION_RULES.find((one) => one === values.aturan) ?? null;
  const variables = useMemo(() => ({ first: PAGE_SIZE, kind, rule }), [kind, rule]);
  const { from, until } = useCountedDays();
  const sight = useFirstSight({
    query: ModerationPageDocument,
    variables: { ...variables, from, until },
    typenames: CHANGED_BY,
  });
  const list = usePages({
    query: ModerationLogDocument,
    variables,
    page: (data) => data.moderationLog,
    typenames: CHANGED_BY,
    sight,
  });
  return (
    <>
      <div>
        <h1>{t('moderation.title')}</h1>
        <p className="caption">{t('moderation.about')}</p>
      </div>
      <ModerationCounts sight={sight} />
      <FilterRow label={t('moderation.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('moderation.kind')}
          all={t('moderation.anyKind')}
          value={values.tindakan}
          options={MODERATION_KINDS.map((value) => ({ value, label: t(`moderation.kind.${value}`) }))}
          onChange={(tindakan) => set({ tindakan })}
        />
        <ChoiceFilter
          label={t('moderation.rule')}
          all={t('moderation.anyRule')}
          value={values.aturan}
          options={MODERATION_RULES.map((value) => ({ value, label: t(`moderation.rule.${value}`) }))}
          onChange={(aturan) => set({ aturan })}
        />
      </FilterRow>
      <PagedTable
        list={list}
        failed={t('moderation.failed')}
        shown={(shown) => t('moderation.shown', { count: shown })}
        empty={
          <EmptyState icon={shieldIcon} title={t('moderation.none')}>
            {t(kind || rule ? 'moderation.noMatchHint' : 'moderation.noneHint')}
          </EmptyState>
        }
        caption={t('moderation.log')}
        columns={useColumns()}
        tight
      />
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const t = useText();
  const dates = useDates();
  return [
    { id: 'day', header: t('moderation.day'), className: 'fit', cell: ({ day }) => dates.day(day, 'date') },
    {
      id: 'kind',
      header: t('moderation.kind'),
      rowHeader: true,
      cell: ({ kind }) => t(`moderation.kind.${kind}`),
    },
    {
      id: 'rule',
      header: t('moderation.rule'),
      cell: ({ rule }) => (rule ? t(`moderation.rule.${rule}`) : <span className="muted">–</span>),
    },
    {
      id: 'by',
      header: t('moderation.by'),
      cell: ({ organisation }) => organisation?.name ?? t('moderation.byDesk'),
    },
    {
      id: 'report',
      header: t('moderation.report'),
      className: 'fit',
      cell: ({ reportNumber }) =>
        reportNumber ? (
          <Anchor className="code" href={`/laporan/${reportNumber}`}>
            {formatReportNumber(reportNumber)}
          </Anchor>
        ) : (
          <span className="muted">{t('moderation.notPublic')}</span>
        ),
    },
  ];
}
