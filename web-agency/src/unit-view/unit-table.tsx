import { useLanguage } from '@lapor/staff';
import { Anchor, Bar, DueChip, Panel, Table, type BarPart, type Column } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import { hrefOfFilter } from '../inbox/inbox-filter.ts';
import { findingOf, inTimeRate, ownOpen, type OpenFigures, type UnitRow } from './unit-rows.ts';

interface UnitTableProps {
  organisationId: string;
  rows: readonly UnitRow[];
  total: OpenFigures | undefined;
}

const AGES = [
  ['openUpTo7Days', 'soft'],
  ['openUpTo30Days', 'middle'],
  ['openUpTo60Days', undefined],
  ['openLonger', 'late'],
] as const satisfies readonly (readonly [keyof OpenFigures, BarPart['tone']])[];

/** Half of what is open is late: worth a colour of its own. */
const POOR = 70;

/** Units side by side; the sentence above says what to see first. */
export function UnitTable({ organisationId, rows, total }: UnitTableProps) {
  const t = useText();
  const { words } = useLanguage();
  const number = (value: number, decimals = 0) => formatNumber(words, value, decimals);
  const none = <span className="muted">{t('unitView.noData')}</span>;
  const own = ownOpen(total, rows);
  const finding = findingOf(rows);
  const columns: Column<UnitRow>[] = [
    {
      id: 'unit',
      header: t('inbox.unit'),
      rowHeader: true,
      cell: ({ id, name }) => <Anchor href={`/kinerja/${id}`}>{name}</Anchor>,
    },
    {
      id: 'open',
      header: t('unitView.open'),
      end: true,
      cell: ({ id, open }) =>
        open?.open ? (
          <Anchor href={hrefOfFilter('WAITING_FOR_US', { unit: id })}>{number(open.open)}</Anchor>
        ) : (
          <span className="num">0</span>
        ),
    },
    {
      id: 'inTime',
      header: t('unitView.inTime'),
      cell: ({ open }) => {
        const rate = inTimeRate(open);
        return rate === null ? (
          none
        ) : (
          <span className="mini">
            <Bar parts={[{ value: rate, tone: rate < POOR ? 'warning' : undefined }]} max={100} />
            <span className="num">{number(rate)} %</span>
          </span>
        );
      },
    },
    {
      id: 'days',
      header: t('unitView.toFollowUp'),
      end: true,
      cell: ({ period }) => {
        const days = period?.toFollowUp?.medianDaysWithOpen ?? period?.toFollowUp?.medianDays;
        return days == null ? none : <span className="num">{t('unitView.dayCount', { count: days })}</span>;
      },
    },
    {
      id: 'age',
      header: t('unitView.age'),
      cell: ({ open }) =>
        open?.open ? (
          <span className="mini mini--age">
            <Bar
              thick
              max={open.open}
              parts={AGES.map(([name, tone]) => ({ value: open[name] ?? 0, tone }))}
            />
            <span className="sr">
              {AGES.map(([name]) => `${t(`unitView.age.${name}`)}: ${number(open[name] ?? 0)}`).join('; ')}
            </span>
          </span>
        ) : (
          none
        ),
    },
    {
      id: 'satisfaction',
      header: t('unitView.satisfaction'),
      end: true,
      cell: ({ id, period }) =>
        period?.rated && period.averageRating != null ? (
          <Anchor href={hrefOfFilter('DONE', { unit: id })}>{number(period.averageRating, 1)}</Anchor>
        ) : (
          none
        ),
    },
    {
      id: 'overdue',
      header: t('bucket.OVERDUE'),
      end: true,
      cell: ({ id, open }) =>
        open?.overdue ? (
          <Anchor href={hrefOfFilter('OVERDUE', { unit: id })}>
            <DueChip urgency="OVERDUE">{t('unitView.overdueCount', { count: open.overdue })}</DueChip>
          </Anchor>
        ) : (
          <span className="muted">{t('unitView.none')}</span>
        ),
    },
  ];
  return (
    <Panel
      flush
      title={
        finding.kind === 'LATE'
          ? t(finding.heaviest ? 'unitView.finding.heaviest' : 'unitView.finding.late', {
              name: finding.name,
              count: finding.overdue,
            })
          : finding.kind === 'IN_TIME'
            ? t('unitView.finding.inTime', { count: finding.count })
            : t('unitView.finding.nothing')
      }
    >
      <Table
        caption={t('unitView.tableCaption')}
        captionHidden
        stacked
        tight
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
      />
      <div className="unit-foot row row--between">
        <ul className="legend-steps list-plain" aria-hidden="true">
          {AGES.map(([name, tone]) => (
            <li key={name}>
              <Bar thick parts={[{ value: 1, tone }]} max={1} />
              {t(`unitView.age.${name}`)}
            </li>
          ))}
        </ul>
        {own.open > 0 && (
          <Anchor href={hrefOfFilter('WAITING_FOR_US', { unit: organisationId })}>
            {t('unitView.own', { count: own.open })}
          </Anchor>
        )}
      </div>
    </Panel>
  );
}
