import {
  Anchor,
  bellIcon,
  DueChip,
  EmptyState,
  Icon,
  LoadMore,
  lockIcon,
  Panel,
  Skeleton,
  Table,
  type DueUrgency,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useEffect, useMemo } from 'react';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { usePages } from '../loading/use-pages.ts';
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

/** Deadlines that are half used, end today or have passed and are not met yet, newest warning first. */
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
      {!rows && !list.error && (
        <Panel>
          <Skeleton label={t('page.loading')} lines={6} />
        </Panel>
      )}
      {rows && <StaleNotice error={list.error} onRetry={list.reload} />}
      {!rows && list.error && (
        <LoadFailure
          error={list.error}
          title={t('warnings.failed')}
          retrying={list.refreshing}
          onRetry={list.reload}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState icon={bellIcon} title={t('warnings.none')}>
          {t('warnings.noneHint')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <Panel flush>
            <WarningsTable rows={rows} />
          </Panel>
          <LoadMore
            shown={t('warnings.shown', { count: rows.length })}
            hasMore={list.hasMore}
            busy={list.loadingMore}
            onMore={list.loadMore}
          >
            {t('list.more')}
          </LoadMore>
        </>
      )}
    </>
  );
}

function WarningsTable({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return (
    <Table
      caption={t('warnings.title')}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'report',
          header: t('warnings.report'),
          rowHeader: true,
          cell: ({ report }) =>
            report ? (
              <>
                <Anchor href={`/laporan/${report.number}`}>{report.title}</Anchor>
                <span className="caption row row--tight">
                  {report.isConfidential && (
                    <Icon of={lockIcon} size="small" label={t('warnings.confidential')} />
                  )}
                  <span className="code">{formatReportNumber(report.number)}</span>
                </span>
              </>
            ) : (
              <span className="muted">{t('warnings.notReadable')}</span>
            ),
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
          cell: ({ organisation }) =>
            organisation?.name ?? <span className="muted">{t('warnings.desk')}</span>,
        },
      ]}
    />
  );
}
