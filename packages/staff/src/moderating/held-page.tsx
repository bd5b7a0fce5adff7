import { Button, doneIcon, EmptyState, overdueIcon, StatusPill, Tag, type Column } from '@lapor/ui';
import { useEffect, useMemo, useState } from 'react';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import { usePages } from '../loading/use-pages.ts';
import { ReleaseDialog } from '../report/deciding/holding/release-dialog.tsx';
import { ReportCell } from '../report/report-cell.tsx';
import { rememberTrail } from '../report/trail.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { HeldReportsDocument, type HeldRowFields } from './moderating.graphql.ts';

type Row = ResultOf<typeof HeldRowFields>;

const PAGE_SIZE = 30;
const CHANGED_BY = ['Report'];

/** Reports that were passed on and are not public, by the day by which the national desk decides. */
export function HeldPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('held.title'), consoleLabel);
  const list = usePages({
    query: HeldReportsDocument,
    variables: useMemo(() => ({ first: PAGE_SIZE }), []),
    page: (data) => data.heldReports,
    typenames: CHANGED_BY,
  });
  const [releasing, setReleasing] = useState<Row | null>(null);
  const rows = list.nodes;
  useEffect(() => {
    if (rows)
      rememberTrail({
        href: '/ditahan',
        label: t('held.title'),
        numbers: rows.map(({ number }) => number),
      });
  }, [rows, t]);
  return (
    <>
      <div>
        <h1>{t('held.title')}</h1>
        <p className="caption">{t('held.about')}</p>
      </div>
      <PagedTable
        list={list}
        failed={t('held.failed')}
        shown={(count) => t('held.shown', { count })}
        empty={
          <EmptyState icon={doneIcon} title={t('held.none')}>
            {t('held.noneHint')}
          </EmptyState>
        }
        caption={t('held.title')}
        columns={useColumns(setReleasing)}
      />
      {releasing && (
        <ReleaseDialog report={releasing} onClose={() => setReleasing(null)} onDone={list.reload} />
      )}
    </>
  );
}

function useColumns(onRelease: (row: Row) => void): Column<Row>[] {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return [
    {
      id: 'report',
      header: t('held.report'),
      rowHeader: true,
      cell: (row) => <ReportCell report={row} place={row.region?.name} />,
    },
    {
      id: 'until',
      header: t('held.until'),
      cell: ({ withheldUntil }) =>
        withheldUntil === null ? (
          <span className="muted">{t('held.notHeld')}</span>
        ) : Date.parse(withheldUntil) <= Date.now() ? (
          <Tag icon={overdueIcon}>{t('held.overdue', { day: dates.dayOf(withheldUntil, 'date') })}</Tag>
        ) : (
          dates.moment(withheldUntil, 'short')
        ),
    },
    {
      id: 'state',
      header: t('held.state'),
      cell: ({ state }) => <StatusPill state={state}>{words.states[state]}</StatusPill>,
    },
    { id: 'handler', header: t('held.handler'), cell: ({ handler }) => handler?.name ?? '–' },
    {
      id: 'release',
      header: <span className="sr">{t('holding.release')}</span>,
      className: 'fit',
      cell: (row) =>
        row.viewerCanRelease ? (
          <Button
            size="small"
            aria-label={t('held.releaseOf', { title: row.title })}
            onClick={() => onRelease(row)}
          >
            {t('holding.release')}
          </Button>
        ) : null,
    },
  ];
}
