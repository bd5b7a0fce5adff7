import {
  Anchor,
  Button,
  EmptyState,
  Icon,
  LinkButton,
  LoadMore,
  lockIcon,
  mailIcon,
  Panel,
  printIcon,
  Skeleton,
  Table,
  Tag,
} from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useEffect, useMemo } from 'react';
import { useDates } from '../dates/use-dates.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { FilterRow } from '../filters/filter-row.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { usePages } from '../loading/use-pages.ts';
import { ClockChip } from '../report/clocks/clock-chip.tsx';
import { latestHandOvers } from '../report/handing-over/latest-hand-overs.ts';
import { rememberTrail } from '../report/trail.ts';
import { useSession } from '../session/session-context.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { StoodInReportsDocument, type StoodInRowFields } from './stood-in.graphql.ts';

type Row = ResultOf<typeof StoodInRowFields>;

const NAMES = ['surat'] as const;
const NEEDED = 'perlu';
const PAGE_SIZE = 30;
const CHANGED_BY = ['Report'];

interface StoodInPageProps {
  consoleLabel: string;
  /** The national desk stands in; else the organisation that the officer works for. */
  national?: boolean;
}

/** Reports of units without officers that others answer meanwhile, longest first, and the letters that have to be sent. */
export function StoodInPage({ consoleLabel, national }: StoodInPageProps) {
  const t = useText();
  const { workplace } = useSession();
  const { values, count, set, clear } = useFilters(NAMES);
  usePageTitle(t('standIn.title'), consoleLabel);
  const list = usePages({
    query: StoodInReportsDocument,
    variables: useMemo(
      () => ({
        organisationId: national ? null : workplace.organisation.id,
        letterNeeded: values.surat === NEEDED,
        first: PAGE_SIZE,
      }),
      [national, workplace.organisation.id, values],
    ),
    page: (data) => data.stoodInReports,
    typenames: CHANGED_BY,
  });
  const rows = list.nodes;
  useEffect(() => {
    if (!rows) return;
    rememberTrail({
      href: values.surat ? `/pengganti?surat=${values.surat}` : '/pengganti',
      label: t('standIn.title'),
      numbers: rows.map(({ number }) => number),
    });
  }, [rows, values.surat, t]);
  return (
    <>
      <div>
        <h1>{t('standIn.title')}</h1>
        <p className="caption">
          {national ? t('standIn.aboutNational') : t('standIn.about', { name: workplace.organisation.name })}
        </p>
      </div>
      <FilterRow label={t('standIn.filters')} count={count} onClear={clear}>
        <ChoiceFilter
          label={t('standIn.letters')}
          all={t('standIn.anyLetter')}
          value={values.surat}
          options={[{ value: NEEDED, label: t('standIn.letterNeeded') }]}
          onChange={(surat) => set({ surat })}
        />
      </FilterRow>
      {!rows && !list.error && (
        <Panel>
          <Skeleton label={t('page.loading')} lines={6} />
        </Panel>
      )}
      {rows && <StaleNotice error={list.error} onRetry={list.reload} />}
      {!rows && list.error && (
        <LoadFailure
          error={list.error}
          title={t('standIn.failed')}
          retrying={list.refreshing}
          onRetry={list.reload}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState
          icon={mailIcon}
          title={t(count > 0 ? 'standIn.noLetters' : 'standIn.none')}
          action={count > 0 && <Button onClick={clear}>{t('filter.removeAll')}</Button>}
        >
          {count === 0 && t('standIn.noneHint')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <Panel flush>
            <StoodInTable rows={rows} />
          </Panel>
          <LoadMore
            shown={t('standIn.shown', { count: rows.length })}
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

/** The hand-over that counts of a report: the newest of an open one, else the newest. */
const handOverOf = ({ handOvers }: Row) => latestHandOvers(handOvers)[0];

function StoodInTable({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  return (
    <Table
      caption={t('standIn.title')}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'report',
          header: t('standIn.report'),
          rowHeader: true,
          cell: ({ number, title, region, isConfidential }) => (
            <>
              <Anchor href={`/laporan/${number}`}>{title}</Anchor>
              <span className="caption row row--tight">
                {isConfidential && <Icon of={lockIcon} size="small" label={t('standIn.confidential')} />}
                <span>
                  <span className="code">{formatReportNumber(number)}</span>
                  {region && ` · ${region.name}`}
                </span>
              </span>
            </>
          ),
        },
        {
          id: 'due',
          header: t('standIn.due'),
          cell: ({ nextClock, nextDueAt }) =>
            nextClock ? (
              <>
                <ClockChip clock={nextClock} />
                <span className="caption block">{words.clocksShort[nextClock.kind]}</span>
              </>
            ) : (
              <span className="muted">{nextDueAt ? dates.dayOf(nextDueAt, 'short') : '–'}</span>
            ),
        },
        {
          id: 'unit',
          header: t('standIn.unit'),
          cell: (row) => handOverOf(row)?.organisation.name ?? <span className="muted">–</span>,
        },
        {
          id: 'head',
          header: t('standIn.head'),
          cell: (row) => {
            const handOver = handOverOf(row);
            return handOver ? (
              <>
                <Tag>{words.handOverStates[handOver.state]}</Tag>
                <span className="caption block">
                  {t('standIn.since', { day: dates.dayOf(handOver.handedOverAt, 'date') })}
                </span>
              </>
            ) : (
              <span className="muted">{t('standIn.notHandedOver')}</span>
            );
          },
        },
        {
          id: 'letter',
          header: t('standIn.letters'),
          className: 'fit',
          cell: (row) => {
            const handOver = handOverOf(row);
            return handOver?.letterNeeded && handOver.isOpen && row.viewerCanHandOver ? (
              <LinkButton
                size="small"
                icon={printIcon}
                aria-label={`${t('standIn.makeLetter')}: ${handOver.organisation.name}, ${formatReportNumber(row.number)}`}
                href={`/laporan/${row.number}/surat/${encodeURIComponent(handOver.organisation.id)}`}
              >
                {t('standIn.makeLetter')}
              </LinkButton>
            ) : null;
          },
        },
      ]}
    />
  );
}
