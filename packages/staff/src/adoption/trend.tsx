import { Panel, Skeleton, Table } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useDates } from '../dates/use-dates.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { usePart } from '../loading/use-part.ts';
import { ProvincesDocument } from '../picking/regions.graphql.ts';
import { useGovernmentsSeen } from '../session/governments-seen.ts';
import { adoptionFinding } from './adoption-finding.ts';
import { AdoptionTrendDocument, type AdoptionSight } from './adoption.graphql.ts';
import type { Kind } from './shares.tsx';
import { TrendChart } from './trend-chart.tsx';

const TREND_KINDS: readonly Kind[] = [
  'MINISTRY',
  'AGENCY',
  'STATE_ENTERPRISE',
  'PROVINCE',
  'REGENCY',
  'CITY',
];
const NAMES = ['tren', 'trenProvinsi'] as const;
const MONTHS = 12;

/** Of which kind and province the address asks for the trend. */
export function useTrendChoice() {
  const { values, set } = useFilters(NAMES);
  const kind = TREND_KINDS.find((value) => value === values.tren) ?? 'REGENCY';
  const local = kind === 'REGENCY' || kind === 'CITY';
  const provinceCode = (local && values.trenProvinsi) || null;
  return { kind, local, values, set, variables: { kind, provinceCode, months: MONTHS } };
}

/** How the two indicators went, month by month, of one kind. */
export function Trend({ sight }: { sight: AdoptionSight }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const isSeen = useGovernmentsSeen();
  const { kind, local, values, set, variables } = useTrendChoice();
  const [{ data: provinces }] = usePart({ query: ProvincesDocument, variables: {}, sight });
  const [{ data, error, fetching, stale }, ask] = usePart({
    query: AdoptionTrendDocument,
    variables,
    sight,
  });
  const points = fetching ? undefined : data?.adoptionTrend;
  const finding = points && adoptionFinding(points);
  const name = t(`adoption.kinds.${kind}`);
  const title = !finding
    ? t('adoption.trend')
    : finding.kind === 'NOTHING'
      ? t('adoption.trendNothing')
      : finding.kind === 'STANDS'
        ? t('adoption.trendStands', { kind: name, connected: finding.connected, used: finding.used })
        : t(`adoption.trend${finding.kind}`, {
            kind: name,
            from: finding.from,
            to: finding.to,
            months: finding.months,
          });
  return (
    <Panel title={title}>
      <div className="stack stack-3">
        <div className="filters no-print" role="group" aria-label={t('adoption.trendOf')}>
          <ChoiceFilter
            label={t('adoption.kind')}
            all={t('adoption.kinds.REGENCY')}
            value={kind === 'REGENCY' ? '' : kind}
            options={TREND_KINDS.filter((value) => value !== 'REGENCY' && isSeen(value)).map((value) => ({
              value,
              label: t(`adoption.kinds.${value}`),
            }))}
            onChange={(tren) => set({ tren })}
          />
          {local && (
            <ChoiceFilter
              label={t('adoption.province')}
              all={t('readiness.allProvinces')}
              value={values.trenProvinsi}
              options={(provinces?.regions ?? []).map(({ code, name: label }) => ({ value: code, label }))}
              onChange={(trenProvinsi) => set({ trenProvinsi })}
            />
          )}
        </div>
        {!points && error && (
          <LoadFailure
            error={error}
            title={t('adoption.failed')}
            retrying={stale}
            onRetry={() => ask({ requestPolicy: 'network-only' })}
          />
        )}
        {!points && !error && <Skeleton label={t('page.loading')} lines={6} />}
        {points && finding?.kind === 'NOTHING' && <p className="muted">{t('adoption.trendNothingHint')}</p>}
        {points && finding && finding.kind !== 'NOTHING' && (
          <>
            <TrendChart points={points} />
            <details>
              <summary>{t('adoption.asTable')}</summary>
              <Table
                caption={t('adoption.trend')}
                captionHidden
                tight
                rows={[...points].reverse()}
                rowKey={({ on }) => on}
                columns={[
                  {
                    id: 'on',
                    header: t('adoption.on'),
                    rowHeader: true,
                    cell: ({ on }) => dates.day(on, 'date'),
                  },
                  {
                    id: 'total',
                    header: t('adoption.total'),
                    end: true,
                    cell: ({ total }) => formatNumber(words, total),
                  },
                  {
                    id: 'connected',
                    header: t('adoption.connected'),
                    end: true,
                    cell: ({ connected }) => formatNumber(words, connected),
                  },
                  {
                    id: 'used',
                    header: t('adoption.used'),
                    end: true,
                    cell: ({ used }) => formatNumber(words, used),
                  },
                ]}
              />
            </details>
          </>
        )}
      </div>
    </Panel>
  );
}
