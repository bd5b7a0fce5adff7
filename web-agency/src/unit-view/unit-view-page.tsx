import {
  LoadFailure,
  StaleNotice,
  useFilters,
  usePageTitle,
  useSession,
  useSteadyQuery,
  useWaitingReports,
} from '@lapor/staff';
import { useToday } from '@lapor/staff/decisions';
import { Anchor, Button, EmptyState, NotFoundState, Notice, printIcon, Select, Skeleton } from '@lapor/ui';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { useAgencyIdentity } from '../app/identity.ts';
import { useText } from '../app/use-text.ts';
import { UnitCsvButton } from './unit-csv-button.tsx';
import { PERIODS, periodOf, unitRows, type PeriodDays } from './unit-rows.ts';
import { UnitTable } from './unit-table.tsx';
import { UnitTiles } from './unit-tiles.tsx';
import { UnitViewDocument } from './unit-view.graphql.ts';
import './unit-view.css';

const NAMES = ['hari'] as const;

/** How an organisation and its units do: load, deadlines, speed, satisfaction. Each figure leads to its reports or to the unit. */
export function UnitViewPage() {
  const t = useText();
  const { label } = useAgencyIdentity();
  const { workplace } = useSession();
  const today = useToday();
  const organisationId = useParams()['id'] ?? workplace.organisation.id;
  const filters = useFilters(NAMES);
  const days: PeriodDays = PERIODS.find((value) => value === filters.values.hari) ?? '30';
  const period = useMemo(() => periodOf(days, today), [days, today]);
  const [{ data, error, fetching }, ask] = useSteadyQuery({
    query: UnitViewDocument,
    variables: useMemo(() => ({ organisationId, period }), [organisationId, period]),
    // Asked again once something was made that could be taken back.
    context: useMemo(() => ({ additionalTypenames: ['Report'] }), []),
  });
  const isSomethingSent = useWaitingReports().size > 0;
  usePageTitle(t('unitView.title'), label);
  const rows = useMemo(() => (data ? unitRows(data) : []), [data]);
  const again = () => ask({ requestPolicy: 'network-only' });

  // Units of others are refused as a question that nobody answers.
  const isRefused = error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT');
  if (isRefused || (data && !data.organisation))
    return (
      <NotFoundState page title={t('page.notFound')}>
        {t('unitView.notOurs')}
      </NotFoundState>
    );
  if (!data)
    return error ? (
      <LoadFailure page error={error} title={t('unitView.failed')} retrying={fetching} onRetry={again} />
    ) : (
      <Skeleton label={t('unitView.loading')} title lines={8} />
    );
  const { organisation } = data;
  const above = organisation?.ancestors ?? [];
  const withinOwn = above.slice(above.findIndex(({ id }) => id === workplace.organisation.id));
  const path = organisationId === workplace.organisation.id ? [] : withinOwn;
  return (
    <>
      {path.length > 0 && (
        <nav className="row row--tight" aria-label={t('unitView.above')}>
          {path.map(({ id, name }) => (
            <Anchor key={id} href={id === workplace.organisation.id ? '/kinerja' : `/kinerja/${id}`}>
              {name}
            </Anchor>
          ))}
        </nav>
      )}
      <div className="row row--between">
        <div>
          <h1>{t('unitView.title')}</h1>
          <p className="caption">{t('unitView.about', { name: organisation?.name ?? '' })}</p>
        </div>
        <div className="row row--tight unit-view-acts">
          <Select
            aria-label={t('unitView.period')}
            className="filter-select"
            value={days}
            onChange={(event) => filters.set({ hari: event.currentTarget.value })}
          >
            {PERIODS.map((value) => (
              <option key={value} value={value}>
                {t(`unitView.period.${value}`)}
              </option>
            ))}
          </Select>
          <UnitCsvButton rows={rows} />
          <Button size="small" icon={printIcon} onClick={() => window.print()}>
            {t('unitView.print')}
          </Button>
        </div>
      </div>
      <StaleNotice error={error} onRetry={again} />
      <div role="status">
        {isSomethingSent && (
          <Notice tone="info">
            <p>{t('unitView.sentWaits')}</p>
          </Notice>
        )}
      </div>
      <UnitTiles
        unitId={organisationId}
        period={period}
        open={data.openTotal.edges[0]?.node}
        now={data.total.edges[0]?.node.figures}
        before={data.total.edges[0]?.node.previous ?? undefined}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('unitView.noUnits')}>{t('unitView.noUnitsHint')}</EmptyState>
      ) : (
        <UnitTable
          organisationId={organisationId}
          rows={rows}
          total={data.openTotal.edges[0]?.node}
          period={period}
          isCutOff={data.openUnits.pageInfo.hasNextPage}
        />
      )}
      {data.openUnits.pageInfo.hasNextPage && <p className="caption">{t('unitView.firstHundred')}</p>}
    </>
  );
}
