import { Anchor, EmptyState, listIcon, lockIcon, Tag, type Column } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import type { FirstSight } from '../loading/first-sight.ts';
import { usePages } from '../loading/use-pages.ts';
import { OversightCasesDocument, type CaseRowFields } from './oversight.graphql.ts';

type Row = ResultOf<typeof CaseRowFields>;
export type CaseState = Row['state'];

const PAGE_SIZE = 30;
export const CASES_CHANGED_BY = ['OversightCase', 'OversightLetter'];

/** What the list of some states begins with. */
export const casesOf = (states: CaseState[]) => ({ filter: { states }, first: PAGE_SIZE });

interface CaseListProps {
  states: CaseState[];
  sight: FirstSight<ResultOf<typeof OversightCasesDocument>>;
}

/** Cases that are as far as said. Keep `states` the same while they mean the same. */
export function CaseList({ states, sight }: CaseListProps) {
  const t = useText();
  const list = usePages({
    query: OversightCasesDocument,
    variables: useMemo(() => casesOf(states), [states]),
    page: (data) => data.oversightCases,
    typenames: CASES_CHANGED_BY,
    sight,
  });
  return (
    <PagedTable
      list={list}
      failed={t('oversight.failed')}
      shown={(count) => t('oversight.shown', { count })}
      empty={
        <EmptyState icon={listIcon} title={t('oversight.none')}>
          {t('oversight.noneHint')}
        </EmptyState>
      }
      caption={t('oversight.cases')}
      columns={useColumns()}
    />
  );
}

/** Report, since when, how far, which office. */
function useColumns(): Column<Row>[] {
  const t = useText();
  const dates = useDates();
  return [
    {
      id: 'report',
      header: t('oversight.report'),
      rowHeader: true,
      cell: ({ id, report, reportNumber, organisation, isConfidential }) => (
        <>
          <Anchor href={`/pengawasan/${id}`}>
            {report?.title ?? t('oversight.reportNumber', { number: formatReportNumber(reportNumber ?? '') })}
          </Anchor>
          <span className="caption block">
            <span className="code">{formatReportNumber(reportNumber ?? '')}</span> ·{' '}
            {organisation?.name ?? t('oversight.nationalDesk')}
          </span>
          {isConfidential && <Tag icon={lockIcon}>{t('oversight.confidentialTag')}</Tag>}
        </>
      ),
    },
    {
      id: 'opened',
      header: t('oversight.openedAt'),
      cell: ({ openedAt, openedBy }) => (
        <>
          {dates.moment(openedAt)}
          <span className="caption block">{t(`oversight.origin.${openedBy}`)}</span>
        </>
      ),
    },
    {
      id: 'state',
      header: t('oversight.stage'),
      cell: ({ state, clarification }) => (
        <>
          {t(`oversight.state.${state}`)}
          {state === 'CLARIFICATION_ASKED' && clarification && (
            <span className="caption block">
              {t(clarification.isMissed ? 'oversight.clarificationMissed' : 'oversight.clarificationWaits', {
                day: dates.day(clarification.dueOn),
              })}
            </span>
          )}
        </>
      ),
    },
    { id: 'office', header: t('oversight.office'), cell: ({ office }) => office.name },
  ];
}
