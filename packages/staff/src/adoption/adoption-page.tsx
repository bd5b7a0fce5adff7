import { Anchor, Bar, Button, ChipChoice, downloadIcon, Panel, printIcon, Skeleton, Table } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { useQuery } from 'urql';
import { saveFile } from '../csv/save-file.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { useDates } from '../dates/use-dates.ts';
import { useToday } from '../dates/use-today.ts';
import { ChoiceFilter } from '../filters/choice-filter.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { ResultOf } from '../graphql.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { LoadFailure } from '../loading/load-failure.tsx';
import { ProvincesDocument } from '../picking/regions.graphql.ts';
import { ReadyList } from '../readiness/ready-list.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { adoptionFinding, percentText } from './adoption-finding.ts';
import {
  AdoptionByKindDocument,
  AdoptionByProvinceDocument,
  AdoptionTrendDocument,
} from './adoption.graphql.ts';
import { TrendChart } from './trend-chart.tsx';

type Row = ResultOf<typeof AdoptionByKindDocument>['adoption'][number];
type Kind = NonNullable<Row['kind']>;

/** Kinds are never mixed: a share of ministries and cities together says nothing. Regencies and cities are one level. */
const GROUPS = {
  daerah: ['REGENCY', 'CITY'],
  provinsi: ['PROVINCE'],
} as const satisfies Record<string, readonly Kind[]>;
type Group = keyof typeof GROUPS;

const TREND_KINDS: readonly Kind[] = [
  'MINISTRY',
  'AGENCY',
  'STATE_ENTERPRISE',
  'PROVINCE',
  'REGENCY',
  'CITY',
];
const NAMES = ['tren', 'trenProvinsi', 'kelompok'] as const;
const MONTHS = 12;

/**
 * Who is connected and who really uses the platform, by kind and by province, with the way to what stands behind each
 * figure. *Connected* and *used* are two indicators and stand side by side, never as one.
 */
export function AdoptionPage({ consoleLabel }: { consoleLabel: string }) {
  const t = useText();
  usePageTitle(t('adoption.title'), consoleLabel);
  // A figure leads to the list behind it, further down on the same page.
  const { hash, search } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, search]);
  return (
    <>
      <div className="row row--between">
        <div>
          <h1>{t('adoption.title')}</h1>
          <p className="caption">{t('adoption.about')}</p>
        </div>
        <Button icon={printIcon} className="no-print" onClick={() => window.print()}>
          {t('adoption.print')}
        </Button>
      </div>
      <div className="cols cols--half">
        <ByKind />
        <Trend />
      </div>
      <ByProvince />
      <section className="stack stack-3" aria-labelledby="adoption-list">
        <h2 id="adoption-list">{t('adoption.inTheWay')}</h2>
        <ReadyList national />
      </section>
    </>
  );
}

function ByKind() {
  const t = useText();
  const today = useToday();
  const [{ data, error, stale }, ask] = useQuery({
    query: AdoptionByKindDocument,
    requestPolicy: 'cache-and-network',
  });
  const rows = data?.adoption;
  if (!rows && error)
    return (
      <LoadFailure
        error={error}
        title={t('adoption.failed')}
        retrying={stale}
        onRetry={() => ask({ requestPolicy: 'network-only' })}
      />
    );
  const worst = rows && lowest(rows.filter(({ total }) => total > 0));
  const nameOf = (row: Row) => (row.kind ? t(`adoption.kinds.${row.kind}`) : '');
  return (
    <Panel
      title={
        worst
          ? t('adoption.kindFinding', { kind: nameOf(worst), share: percentText(worst.used, worst.total) })
          : t('adoption.byKind')
      }
      tools={
        rows && (
          <CsvButton
            name={`adopsi-jenis-${today}.csv`}
            first={t('adoption.kind')}
            rows={rows}
            nameOf={nameOf}
          />
        )
      }
      flush
    >
      {rows ? (
        <Shares
          caption={t('adoption.byKind')}
          first={t('adoption.kind')}
          rows={rows}
          nameOf={nameOf}
          hrefOf={({ kind }) => `/adopsi?jenis=${kind}#adoption-list`}
        />
      ) : (
        <div className="panel__body">
          <Skeleton label={t('page.loading')} lines={6} />
        </div>
      )}
    </Panel>
  );
}

function ByProvince() {
  const t = useText();
  const today = useToday();
  const { values, set } = useFilters(NAMES);
  const group: Group = values.kelompok === 'provinsi' ? 'provinsi' : 'daerah';
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: AdoptionByProvinceDocument,
    variables: useMemo(() => ({ kinds: [...GROUPS[group]] }), [group]),
    requestPolicy: 'cache-and-network',
  });
  const rows = fetching ? undefined : data?.adoption.filter(({ total }) => total > 0);
  const worst = rows && lowest(rows);
  const withoutUse = rows?.filter(({ used }) => used === 0).length ?? 0;
  const nameOf = ({ province }: Row) => province?.name ?? t('tree.wholeCountry');
  return (
    <Panel
      title={
        rows && withoutUse > 1
          ? t('adoption.provinceNone', { count: withoutUse, total: rows.length })
          : worst
            ? t('adoption.provinceFinding', {
                province: nameOf(worst),
                share: percentText(worst.used, worst.total),
              })
            : t('adoption.byProvince')
      }
      tools={
        rows && (
          <CsvButton
            name={`adopsi-${group}-${today}.csv`}
            first={t('adoption.province')}
            rows={rows}
            nameOf={nameOf}
          />
        )
      }
      flush
    >
      <div className="panel__body no-print">
        <ChipChoice
          label={t('adoption.group')}
          value={group}
          options={(['daerah', 'provinsi'] as const).map((value) => ({
            value,
            label: t(`adoption.group.${value}`),
          }))}
          onChange={(kelompok) => set({ kelompok: kelompok === 'daerah' ? '' : kelompok })}
        />
      </div>
      {!rows && error && (
        <LoadFailure
          error={error}
          title={t('adoption.failed')}
          retrying={stale}
          onRetry={() => ask({ requestPolicy: 'network-only' })}
        />
      )}
      {rows && (
        <Shares
          caption={t('adoption.byProvince')}
          first={t('adoption.province')}
          rows={rows}
          nameOf={nameOf}
          hrefOf={({ province }) => (province ? `/adopsi?provinsi=${province.code}#adoption-list` : null)}
        />
      )}
      {!rows && !error && (
        <div className="panel__body">
          <Skeleton label={t('page.loading')} lines={8} />
        </div>
      )}
    </Panel>
  );
}

/** The row of which the least is used. */
const lowest = (rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>(
    (least, row) => (least && least.used / least.total <= row.used / row.total ? least : row),
    undefined,
  );

interface SharesProps {
  caption: string;
  first: string;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  hrefOf: (row: Row) => string | null;
}

function Shares({ caption, first, rows, nameOf, hrefOf }: SharesProps) {
  const t = useText();
  const { words } = useLanguage();
  const share = (part: number, total: number) => (
    <span className="share">
      <Bar parts={[{ value: part, tone: part * 2 < total ? 'warning' : undefined }]} max={total} />
      <span className="num">
        {t('adoption.share', {
          part: formatNumber(words, part),
          total: formatNumber(words, total),
          percent: percentText(part, total),
        })}
      </span>
    </span>
  );
  return (
    <Table
      caption={caption}
      captionHidden
      stacked
      tight
      rows={rows}
      rowKey={(row) => row.kind ?? row.province?.code ?? 'all'}
      columns={[
        {
          id: 'name',
          header: first,
          rowHeader: true,
          cell: (row) => {
            const href = hrefOf(row);
            return href ? <Anchor href={href}>{nameOf(row)}</Anchor> : nameOf(row);
          },
        },
        {
          id: 'connected',
          header: t('adoption.connected'),
          cell: ({ connected, total }) => share(connected, total),
        },
        { id: 'used', header: t('adoption.used'), cell: ({ used, total }) => share(used, total) },
        { id: 'ready', header: t('adoption.ready'), cell: ({ ready, total }) => share(ready, total) },
      ]}
    />
  );
}

interface CsvButtonProps {
  name: string;
  first: string;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
}

function CsvButton({ name, first, rows, nameOf }: CsvButtonProps) {
  const t = useText();
  return (
    <Button
      size="small"
      icon={downloadIcon}
      className="no-print"
      onClick={() =>
        saveFile(
          name,
          writeCsv(
            [first, t('adoption.total'), t('adoption.connected'), t('adoption.used'), t('adoption.ready')],
            rows.map((row) => [nameOf(row), row.total, row.connected, row.used, row.ready]),
          ),
        )
      }
    >
      CSV
    </Button>
  );
}

function Trend() {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const { values, set } = useFilters(NAMES);
  const kind = TREND_KINDS.find((value) => value === values.tren) ?? 'REGENCY';
  const local = kind === 'REGENCY' || kind === 'CITY';
  const [{ data: provinces }] = useQuery({ query: ProvincesDocument });
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: AdoptionTrendDocument,
    variables: { kind, provinceCode: (local && values.trenProvinsi) || null, months: MONTHS },
    requestPolicy: 'cache-and-network',
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
            options={TREND_KINDS.filter((value) => value !== 'REGENCY').map((value) => ({
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
