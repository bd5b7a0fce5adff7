import { bellIcon, DueChip, EmptyState, type Column, type DueUrgency } from '@lapor/ui';
import { useEffect, useMemo } from 'react';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { PagedTable } from '../loading/paged-table.tsx';
import { usePages } from '../loading/use-pages.ts';
import { ReportCell } from '../report/report-cell.tsx';
import { rememberTrail } from '../report/trail.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { WarningsDocument, type WarningRowFields } from './warnings.graphql.ts';

type Row = ResultOf<typeof WarningRowFields>;

const PAGE_SIZE = 30;
const CHANGED_BY = ['Report'];
/** Who may not see the list gets none; it looks like an empty one. */
const NOTHING = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

const URGENCIES: Record<Row['kind'], DueUrgency> = { HALF: 'SOON', LAST_DAY: 'LAST_DAY', BREACH: 'OVERDUE' };

interface WarningsPageProps {
  consoleLabel: string;
  /** What the national desk itself has to do; else the organisation that the officer works for, with all below it. */
  national?: boolean;
}

/** Deadlines that are half used, end today or have passed and are not met yet, the most urgent first. */
export function WarningsPage({ consoleLabel, national }: WarningsPageProps) {
  const t = useText();
  const { workplace } = useSession();
  usePageTitle(t('warnings.title'), consoleLabel);
  const list = usePages({
    query: WarningsDocument,
    variables: useMemo(
      () => ({ organisationId: national ? null : workplace.organisation.id, first: PAGE_SIZE }),
      [national, workplace.organisation.id],
    ),
    page: (data) => data.warnings ?? NOTHING,
    typenames: CHANGED_BY,
  });
  const rows = list.nodes;
  useEffect(() => {
    if (!rows) return;
    rememberTrail({
      href: '/peringatan',
      label: t('warnings.title'),
      numbers: [...new Set(rows.flatMap(({ report }) => report?.number ?? []))],
    });
  }, [rows, t]);
  return (
    <>
      <div>
        <h1>{t('warnings.title')}</h1>
        <p className="caption">
          {national
            ? t('warnings.aboutNational')
            : t('warnings.about', { name: workplace.organisation.name })}
        </p>
      </div>
      <PagedTable
        list={list}
        failed={t('warnings.failed')}
        shown={(count) => t('warnings.shown', { count })}
        empty={
          <EmptyState icon={bellIcon} title={t('warnings.none')}>
            {t('warnings.noneHint')}
          </EmptyState>
        }
        caption={t('warnings.title')}
        columns={useColumns()}
      />
    </>
  );
}

/** Report, warning, day, unit. */
function useColumns(): Column<Row>[] {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return [
    {
      id: 'report',
      header: t('warnings.report'),
      rowHeader: true,
      cell: ({ report }) =>
        report ? <ReportCell report={report} /> : <span className="muted">{t('warnings.notReadable')}</span>,
    },
    {
      id: 'warning',
      header: t('warnings.warning'),
      cell: ({ kind, clockKind }) => (
        <>
          <DueChip urgency={URGENCIES[kind]}>{t(`warnings.kind.${kind}`)}</DueChip>
          <span className="caption block">{words.clocksShort[clockKind]}</span>
        </>
      ),
    },
    { id: 'due', header: t('warnings.due'), cell: ({ dueOn }) => dates.day(dueOn) },
    {
      id: 'unit',
      header: t('warnings.unit'),
      cell: ({ organisation }) => organisation?.name ?? <span className="muted">{t('warnings.desk')}</span>,
    },
  ];
}
