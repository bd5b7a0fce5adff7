import { useLanguage } from '@lapor/staff';
import { Anchor, Bar, DueChip, Panel, Table, type Column } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import { AGES, unitHrefs, type Period } from './unit-hrefs.ts';
import { findingOf, ownOpen, type OpenFigures, type UnitRow } from './unit-rows.ts';

interface UnitTableProps {
  organisationId: string;
  rows: readonly UnitRow[];
  total: OpenFigures | undefined;
  /** Of the figures that are not of now. */
  period: Period;
  /** Further units than are shown: what is left of the total is not the organisation's own. */
  isCutOff: boolean;
}

/** So many steps late: worth a colour of its own. */
const POOR = 70;

/** Units side by side; the sentence above says what to see first. */
export function UnitTable({ organisationId, rows, total, period, isCutOff }: UnitTableProps) {
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
          <Anchor href={unitHrefs(id, period).open}>{number(open.open)}</Anchor>
        ) : (
          <span className="num">0</span>
        ),
    },
    {
      id: 'onTime',
      header: t('unitView.onTime'),
      cell: ({ id, period: figures }) => {
        const rate = figures?.steps?.onTimeRate ?? null;
        return rate === null ? (
          none
        ) : (
          <span className="mini">
            <Bar parts={[{ value: rate, tone: rate < POOR ? 'warning' : undefined }]} max={100} />
            <Anchor
              className="num"
              href={figures?.steps?.late ? unitHrefs(id, period).late : unitHrefs(id, period).onTime}
            >
              {number(rate)} %
            </Anchor>
          </span>
        );
      },
    },
    {
      id: 'days',
      header: t('unitView.toFollowUp'),
      end: true,
      cell: ({ id, period: figures }) => {
        const days = figures?.toFollowUp?.medianDaysWithOpen ?? figures?.toFollowUp?.medianDays;
        return days == null ? (
          none
        ) : (
          <Anchor className="num" href={unitHrefs(id, period).received}>
            {t('unitView.dayCount', { count: days })}
          </Anchor>
        );
      },
    },
    {
      id: 'age',
      header: t('unitView.age'),
      cell: ({ id, open }) =>
        open?.open ? (
          <span className="mini mini--age unit-ages">
            <Bar
              thick
              max={open.open}
              parts={AGES.map(([name, , tone]) => ({ value: open[name] ?? 0, tone }))}
            />
            <span className="unit-ages__counts">
              {AGES.map(([name, slug]) => (
                <AgeCount
                  key={name}
                  href={unitHrefs(id, period).age(slug)}
                  age={t(`unitView.age.${name}`)}
                  count={open[name] ?? 0}
                />
              ))}
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
      cell: ({ id, period: figures }) =>
        figures?.rated && figures.averageRating != null ? (
          <Anchor href={unitHrefs(id, period).rated}>{number(figures.averageRating, 1)}</Anchor>
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
          <Anchor href={unitHrefs(id, period).overdue}>
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
      <div className="unit-table">
        <Table
          caption={t('unitView.tableCaption')}
          captionHidden
          stacked
          tight
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
        />
      </div>
      <div className="unit-foot row row--between">
        <ul className="legend-steps list-plain" aria-hidden="true">
          {AGES.map(([name, , tone]) => (
            <li key={name}>
              <Bar thick parts={[{ value: 1, tone }]} max={1} />
              {t(`unitView.age.${name}`)}
            </li>
          ))}
        </ul>
        {own.open > 0 && !isCutOff && (
          <Anchor href={unitHrefs(organisationId, period).itself}>
            {t('unitView.own', { count: own.open })}
          </Anchor>
        )}
      </div>
    </Panel>
  );
}

/** How many reports are of an age, and the way to them. */
function AgeCount({ href, age, count }: { href: string; age: string; count: number }) {
  const t = useText();
  const { words } = useLanguage();
  const shown = formatNumber(words, count, 0);
  if (count === 0)
    return (
      <span className="num muted">
        <span className="sr">{`${age}: `}</span>
        {shown}
      </span>
    );
  return (
    <Anchor className="num" href={href} title={age} aria-label={t('unitView.ageLink', { age, count })}>
      {shown}
    </Anchor>
  );
}
