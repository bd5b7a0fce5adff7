import { useFilters } from '@lapor/staff';
import { Anchor, Bar, EmptyState, chartIcon, Table } from '@lapor/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ResultOf } from '../../graphql.ts';
import { isOfWholeMonths } from '../address/periods.ts';
import { inCategory, reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { ChangeMark, useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { SituationCategoriesDocument } from './categories.graphql.ts';
import { changeOfGroup, fastestOf } from './category-rows.ts';

const NAMES = ['kategori'] as const;
type Data = ResultOf<typeof SituationCategoriesDocument>;
type Row = Data['categories']['edges'][number]['node'];

/** What people report, and how that changes; below a main category its own. */
export function CategoriesTab({ room }: TabProps) {
  const t = useText();
  const { values } = useFilters(NAMES);
  const { period, before, filter, canCross, today } = room;
  const above = values.kategori;
  const compares = before !== null && (filter === null || isOfWholeMonths(before, today));
  const variables = useMemo(
    () => ({
      period,
      before: compares && before ? before : period,
      compare: compares,
      filter: above ? { ...filter, categoryId: above } : filter,
      above,
      inCategory: above !== '',
    }),
    [period, before, compares, filter, above],
  );
  if (!canCross)
    return (
      <EmptyState icon={chartIcon} title={t('room.unsupported')}>
        {t('room.wholeMonthsOnly')}
      </EmptyState>
    );
  return (
    <RoomQuery query={SituationCategoriesDocument} variables={variables}>
      {(data) => <Categories data={data} room={room} above={above} />}
    </RoomQuery>
  );
}

function Categories({ data, room, above }: { data: Data; room: Room; above: string }) {
  const t = useText();
  const told = useTold();
  const [query] = useSearchParams();
  const rows = data.categories.edges.map(({ node }) => node);
  const earlier = data.earlier
    ? new Map(data.earlier.edges.map(({ node }) => [node.key, node.figures.received]))
    : null;
  const nameOf = ({ category, key }: Row) => category?.name ?? (key || t('room.noCategory'));
  const top = rows.find(({ figures, key }) => figures.received !== null && key !== '');
  const fastest = earlier && fastestOf(rows, earlier);
  const max = Math.max(0, ...rows.map(({ figures }) => figures.received ?? 0));
  const inside = (id: string | null) => {
    const next = new URLSearchParams(query);
    if (id) next.set('kategori', id);
    else next.delete('kategori');
    return `?${next.toString()}`;
  };
  const finding = !top
    ? t('room.tab.kategori')
    : fastest
      ? t('room.categories.finding', {
          top: nameOf(top),
          fastest: nameOf(fastest.row),
          by: told.number(fastest.by),
        })
      : t('room.categories.top', { name: nameOf(top) });
  return (
    <FindingPanel
      finding={finding}
      about={data.above ? t('room.categories.in', { name: data.above.path }) : t('room.categories.about')}
      file={{
        name: `kategori-${room.period.from}-${room.period.to}`,
        header: [
          t('room.category'),
          t('room.received'),
          t('room.before'),
          t('room.followedUp'),
          t('room.completed'),
        ],
        rows: rows.map((row) => [
          nameOf(row),
          row.figures.received,
          earlier?.get(row.key),
          row.figures.followUpRate,
          row.figures.completionRate,
        ]),
      }}
    >
      {above !== '' && (
        <p className="finding-more">
          <Anchor href={inside(data.above?.parent?.id ?? null)}>‹ {t('room.categories.up')}</Anchor>
        </p>
      )}
      {rows.length === 0 ? (
        <p className="panel__body muted">{t('room.nothingHint')}</p>
      ) : (
        <Table
          caption={t('room.categories.about')}
          captionHidden
          stacked
          tight
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'name',
              header: t('room.category'),
              rowHeader: true,
              cell: (row) => (
                <Anchor href={reportAddress({ ...room.behind, ...inCategory(row.key) })}>
                  {nameOf(row)}
                </Anchor>
              ),
            },
            {
              id: 'bar',
              header: <span className="sr">{t('room.bar')}</span>,
              className: 'wbar',
              cell: ({ figures }) => <Bar parts={[{ value: figures.received ?? 0 }]} max={max} />,
            },
            {
              id: 'received',
              header: t('room.received'),
              end: true,
              cell: ({ figures }) => told.number(figures.received),
            },
            ...(earlier
              ? [
                  {
                    id: 'change',
                    header: t('room.change'),
                    end: true,
                    cell: (row: Row) => (
                      <ChangeMark
                        change={changeOfGroup(row.figures.received, row.key, earlier)}
                        unit="PERCENT"
                      />
                    ),
                  },
                ]
              : []),
            {
              id: 'followUp',
              header: t('room.followedUp'),
              end: true,
              cell: ({ figures }) =>
                (figures.received ?? 0) < LEAST_FOR_SHARE
                  ? t('room.few')
                  : told.percent(figures.followUpRate),
            },
            {
              id: 'completed',
              header: t('room.completed'),
              end: true,
              cell: ({ figures }) =>
                (figures.received ?? 0) < LEAST_FOR_SHARE
                  ? t('room.few')
                  : told.percent(figures.completionRate),
            },
            {
              id: 'inside',
              header: <span className="sr">{t('room.categories.inside')}</span>,
              cell: (row) =>
                // Categories have three levels.
                row.key !== '' && row.key.split('.').length < 3 ? (
                  <Anchor href={inside(row.key)} className="no-print">
                    {t('room.categories.open')}
                    <span className="sr"> {nameOf(row)}</span>
                  </Anchor>
                ) : null,
            },
          ]}
        />
      )}
      <p className="caption finding-more">{t('room.fairShares', { least: LEAST_FOR_SHARE })}</p>
    </FindingPanel>
  );
}
