import { Anchor, Badge, LoadMore, lockIcon, Panel, Skeleton, Table, Tabs, Tag, type Tab } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useDates } from '../dates/use-dates.ts';
import type { ResultOf } from '../graphql.ts';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { StaleNotice } from '../loading/stale-notice.tsx';
import { usePages } from '../loading/use-pages.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { LetterRow, NothingHere } from './case-view.tsx';
import {
  OversightCasesDocument,
  OversightCountsDocument,
  OversightLettersDocument,
  type CaseRowFields,
} from './oversight.graphql.ts';

type Row = ResultOf<typeof CaseRowFields>;
type State = Row['state'];

const PAGE_SIZE = 30;
const CHANGED_BY = ['OversightCase', 'OversightLetter'];
const LETTERS = 'surat';
/** Of the tab: what stands in the address, and which cases it holds. */
const STATES: readonly { id: string; states: State[] }[] = [
  { id: 'baru', states: ['OPENED'] },
  { id: 'klarifikasi', states: ['CLARIFICATION_ASKED', 'CLARIFICATION_GIVEN'] },
  { id: 'rekomendasi', states: ['RECOMMENDATION'] },
  { id: 'ditutup', states: ['CLOSED'] },
];

/** The Ombudsman's cases by how far they are, and letters to heads (`/pengawasan`); the one that waits longest stands first. */
export function OversightPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('oversight.title'), consoleLabel);
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('tahap') ?? 'baru';
  const tab = [...STATES.map(({ id }) => id), LETTERS].includes(chosen) ? chosen : 'baru';
  const [{ data }] = useQuery({ query: OversightCountsDocument, requestPolicy: 'cache-and-network' });
  const countOf = (states: readonly State[]) =>
    data?.oversightCounts
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  const tabs: Tab<string>[] = [
    ...STATES.map(({ id, states }) => ({
      id,
      label: (
        <>
          {t(`oversight.tab.${id}` as 'oversight.tab.baru')} <Badge>{countOf(states) ?? '…'}</Badge>
        </>
      ),
    })),
    { id: LETTERS, label: t('oversight.letters') },
  ];
  return (
    <>
      <div>
        <h1>{t('oversight.title')}</h1>
        <p className="caption">{t('oversight.about')}</p>
      </div>
      <Tabs
        label={t('oversight.stages')}
        tabs={tabs}
        value={tab}
        onChange={(id) => setSearch({ tahap: id }, { replace: true })}
      >
        {tab === LETTERS ? (
          <Letters />
        ) : (
          <Cases key={tab} states={STATES.find(({ id }) => id === tab)!.states} />
        )}
      </Tabs>
    </>
  );
}

function Cases({ states }: { states: State[] }) {
  const t = useText();
  const list = usePages({
    query: OversightCasesDocument,
    variables: useMemo(() => ({ filter: { states }, first: PAGE_SIZE }), [states]),
    page: (data) => data.oversightCases,
    typenames: CHANGED_BY,
  });
  const rows = list.nodes;
  if (!rows && list.error)
    return (
      <LoadFailure
        error={list.error}
        title={t('oversight.failed')}
        retrying={list.refreshing}
        onRetry={list.reload}
      />
    );
  if (!rows)
    return (
      <Panel>
        <Skeleton label={t('page.loading')} lines={6} />
      </Panel>
    );
  return (
    <>
      <StaleNotice error={list.error} onRetry={list.reload} />
      {rows.length === 0 ? (
        <NothingHere title={t('oversight.none')} hint={t('oversight.noneHint')} />
      ) : (
        <Panel flush>
          <CaseTable rows={rows} />
        </Panel>
      )}
      {rows.length > 0 && (
        <LoadMore
          shown={t('oversight.shown', { count: rows.length })}
          hasMore={list.hasMore}
          busy={list.loadingMore}
          onMore={list.loadMore}
        >
          {t('oversight.more')}
        </LoadMore>
      )}
    </>
  );
}

function CaseTable({ rows }: { rows: readonly Row[] }) {
  const t = useText();
  const dates = useDates();
  return (
    <Table
      caption={t('oversight.cases')}
      captionHidden
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'report',
          header: t('oversight.report'),
          rowHeader: true,
          cell: ({ id, report, reportNumber, organisation, isConfidential }) => (
            <>
              <Anchor href={`/pengawasan/${id}`}>
                {report?.title ??
                  t('oversight.reportNumber', { number: formatReportNumber(reportNumber ?? '') })}
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
                  {t(
                    clarification.isMissed ? 'oversight.clarificationMissed' : 'oversight.clarificationWaits',
                    {
                      day: dates.day(clarification.dueOn),
                    },
                  )}
                </span>
              )}
            </>
          ),
        },
        { id: 'office', header: t('oversight.office'), cell: ({ office }) => office.name },
      ]}
    />
  );
}

function Letters() {
  const t = useText();
  const list = usePages({
    query: OversightLettersDocument,
    variables: useMemo(() => ({ first: PAGE_SIZE }), []),
    page: ({ oversightLetters: { edges, pageInfo } }) => ({
      edges: edges.map(({ node }) => ({ node: { ...node, id: node.letter.id } })),
      pageInfo,
    }),
    typenames: CHANGED_BY,
  });
  const rows = list.nodes;
  if (!rows && list.error)
    return (
      <LoadFailure
        error={list.error}
        title={t('oversight.failed')}
        retrying={list.refreshing}
        onRetry={list.reload}
      />
    );
  if (!rows)
    return (
      <Panel>
        <Skeleton label={t('page.loading')} lines={6} />
      </Panel>
    );
  return (
    <>
      <StaleNotice error={list.error} onRetry={list.reload} />
      {rows.length === 0 && (
        <NothingHere title={t('oversight.noLetters')} hint={t('oversight.noLettersHint')} />
      )}
      {rows.map(({ id, caseId, reportNumber, letter }) => (
        <Panel
          key={id}
          title={
            <Anchor href={`/pengawasan/${caseId}`}>
              {t('oversight.reportNumber', { number: formatReportNumber(reportNumber ?? '') })}
            </Anchor>
          }
        >
          <LetterRow letter={letter} onDone={list.reload} />
        </Panel>
      ))}
      {rows.length > 0 && (
        <LoadMore
          shown={t('oversight.shown', { count: rows.length })}
          hasMore={list.hasMore}
          busy={list.loadingMore}
          onMore={list.loadMore}
        >
          {t('oversight.more')}
        </LoadMore>
      )}
    </>
  );
}
