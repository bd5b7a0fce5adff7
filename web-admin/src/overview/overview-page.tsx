import { LoadFailure, StaleNotice, useDates, useLanguage, usePageTitle, useSteadyQuery } from '@lapor/staff';
import { Anchor, Bar, Bars, NotFoundState, Panel, SkeletonBlock, StatTile, Table, Tiles } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import type { ResultOf } from '../graphql.ts';
import { useAdminIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { DaysChart } from './days-chart.tsx';
import { findingOf, type Day } from './finding.ts';
import { OverviewDocument } from './overview.graphql.ts';

type Overview = NonNullable<ResultOf<typeof OverviewDocument>['nationalOverview']>;

/** The country's reports at a glance: this month, day by day, by state, by agency. */
export function OverviewPage() {
  const t = useText();
  const dates = useDates();
  const console = useAdminIdentity();
  usePageTitle(t('nav.overview'), console.label);
  const [{ data, error, fetching, stale }, ask] = useSteadyQuery({
    query: OverviewDocument,
    requestPolicy: 'cache-and-network',
  });
  const overview = data?.nationalOverview;
  if (!data && error) {
    return (
      <LoadFailure
        page
        error={error}
        title={t('overview.failed')}
        retrying={fetching}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  }
  if (data && !overview)
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('overview.notFound')}
      </NotFoundState>
    );
  return (
    <>
      <div>
        <h1>{t('nav.overview')}</h1>
        <p className="caption" aria-live="polite">
          {overview && t('overview.asOf', { moment: dates.moment(overview.asOf) })}{' '}
          {stale && t('overview.refreshing')}
        </p>
      </div>
      {overview && <StaleNotice error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {overview ? <Figures overview={overview} /> : <SkeletonBlock label={t('page.loading')} count={4} />}
    </>
  );
}

/** A number, or a sign for one that is too small to be told to the viewer. */
function useToldNumber(): (value: number | null) => string {
  const t = useText();
  const { words } = useLanguage();
  return (value) => (value === null ? t('overview.keptBack') : formatNumber(words, value));
}

/** Whether anything was kept back: analysts get no number from 1 to 4. */
const isKeptBack = ({ byDay, byState, topAgencies, ...counts }: Overview, states: object): boolean =>
  byState.length < Object.keys(states).length ||
  [counts, ...byDay, ...topAgencies].some((row) => Object.values<unknown>(row).includes(null));

function Figures({ overview }: { overview: Overview }) {
  const t = useText();
  const { words } = useLanguage();
  const number = useToldNumber();
  return (
    <>
      {isKeptBack(overview, words.states) && <p className="caption">{t('overview.keptBackNote')}</p>}
      <Tiles>
        <StatTile
          label={t('overview.received')}
          value={number(overview.receivedThisMonth)}
          note={t('overview.today', { count: number(overview.receivedToday) })}
        />
        <StatTile
          label={t('overview.completed')}
          value={number(overview.completedThisMonth)}
          note={t('overview.thisMonth')}
        />
        <StatTile label={t('overview.open')} value={number(overview.open)} note={t('overview.openNote')} />
        <StatTile
          label={t('overview.overdue')}
          value={number(overview.overdue)}
          note={t('overview.overdueNote')}
        />
      </Tiles>
      <div className="cols cols--sit">
        <div className="stack stack-3">
          <Days days={overview.byDay} />
          <Agencies agencies={overview.topAgencies} />
        </div>
        <Panel title={t('overview.byState')} flush>
          <Bars
            caption={t('overview.byState')}
            rows={overview.byState.map(({ state, count }) => ({
              id: state,
              label: words.states[state],
              value: count,
              text: number(count),
            }))}
          />
        </Panel>
      </div>
    </>
  );
}

function Days({ days }: { days: readonly Day[] }) {
  const t = useText();
  const dates = useDates();
  const number = useToldNumber();
  const finding = findingOf(days);
  const title =
    finding.kind === 'NOTHING'
      ? t('overview.nothing')
      : finding.kind === 'KEPT_BACK'
        ? t('overview.days')
        : finding.kind === 'KEEPS_UP'
          ? t('overview.keepsUp', {
              completed: number(finding.completed),
              received: number(finding.received),
            })
          : t('overview.fallsBehind', { behind: number(finding.behind), days: days.length });
  return (
    <Panel title={title}>
      {finding.kind === 'NOTHING' ? (
        <p className="muted">{t('overview.nothingHint')}</p>
      ) : (
        <>
          <DaysChart days={days} />
          <details>
            <summary>{t('overview.asTable')}</summary>
            <Table
              caption={t('overview.asTable')}
              captionHidden
              tight
              rows={days.toReversed()}
              rowKey={({ date }) => date}
              columns={[
                {
                  id: 'date',
                  header: t('overview.day'),
                  rowHeader: true,
                  cell: ({ date }) => dates.day(date, 'weekday'),
                },
                {
                  id: 'received',
                  header: t('overview.receivedShort'),
                  end: true,
                  cell: ({ received }) => number(received),
                },
                {
                  id: 'completed',
                  header: t('overview.completedShort'),
                  end: true,
                  cell: ({ completed }) => number(completed),
                },
              ]}
            />
          </details>
        </>
      )}
    </Panel>
  );
}

/** Below this many reports a share says nothing (domain.md, "Figures"). */
const LEAST_FOR_SHARE = 30;

type Agency = Overview['topAgencies'][number];
const enough = (agency: Agency): agency is Agency & { received: number; followedUp: number } =>
  agency.followedUp !== null && agency.received !== null && agency.received >= LEAST_FOR_SHARE;

function Agencies({ agencies }: { agencies: readonly Agency[] }) {
  const t = useText();
  const number = useToldNumber();
  if (agencies.length === 0) return null;
  return (
    <Panel title={t('overview.agencies')} flush>
      <Table
        caption={t('overview.agencies')}
        captionHidden
        rows={agencies}
        rowKey={({ organisation }) => organisation.id}
        columns={[
          {
            id: 'name',
            header: t('overview.agency'),
            rowHeader: true,
            cell: ({ organisation }) => (
              <Anchor href={`/organisasi/${organisation.id}`}>{organisation.name}</Anchor>
            ),
          },
          {
            id: 'received',
            header: t('overview.receivedShort'),
            end: true,
            cell: ({ received }) => number(received),
          },
          ...(agencies.some(enough)
            ? [
                {
                  id: 'bar',
                  header: <span className="sr">{t('overview.bar')}</span>,
                  className: 'wbar',
                  cell: (agency: Agency) =>
                    enough(agency) && <Bar parts={[{ value: agency.followedUp }]} max={agency.received} />,
                },
              ]
            : []),
          {
            id: 'followedUp',
            header: t('overview.followedUp'),
            className: 'fit',
            end: true,
            cell: (agency) =>
              enough(agency)
                ? `${number(Math.round((agency.followedUp / agency.received) * 100))} %`
                : t('overview.ofFew', { count: number(agency.followedUp), of: number(agency.received) }),
          },
          {
            id: 'overdue',
            header: t('overview.overdueShort'),
            end: true,
            cell: ({ overdue }) => number(overdue),
          },
        ]}
      />
      <p className="caption panel__body">{t('overview.fair', { least: LEAST_FOR_SHARE })}</p>
    </Panel>
  );
}
