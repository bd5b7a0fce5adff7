import { ChoiceFilter, useFilters } from '@lapor/staff';
import { Anchor, Bar, EmptyState, chartIcon, Table } from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { reportAddress, stepAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import {
  clearlyBehindFirst,
  LEAGUE_KINDS,
  ORDERS,
  rangeOf,
  SIZES,
  type LeagueKind,
  type Order,
  type Size,
} from './league-groups.ts';
import { SituationLeagueDocument } from './league.graphql.ts';

const NAMES = ['jenis', 'ukuran', 'urut'] as const;
const SHOWN = 100;
type Row = ResultOf<typeof SituationLeagueDocument>['league']['edges'][number]['node'];

/** Agencies of one kind and of like size, with what chance may have done. */
export function LeagueTab({ room }: TabProps) {
  const t = useText();
  const { values, set } = useFilters(NAMES);
  const kind = LEAGUE_KINDS.find((one) => one === values.jenis) ?? LEAGUE_KINDS[0];
  const sizes = Object.keys(SIZES) as Size[];
  const size = sizes.find((one) => one === values.ukuran) ?? 'sedang';
  const orders = Object.keys(ORDERS) as Order[];
  const order = orders.find((one) => one === values.urut) ?? 'tindak-lanjut';
  const { period } = room;
  const variables = useMemo(
    () => ({
      period,
      filter: { governmentKind: kind },
      orderBy: ORDERS[order],
      least: SIZES[size].least,
      most: SIZES[size].most,
      first: SHOWN,
    }),
    [period, kind, order, size],
  );
  return (
    <div className="stack stack-3">
      <div className="filters no-print" role="group" aria-label={t('room.league.groups')}>
        <ChoiceFilter
          label={t('room.league.kind')}
          all={t(`room.kind.${LEAGUE_KINDS[0]}`)}
          value={kind === LEAGUE_KINDS[0] ? '' : kind}
          options={LEAGUE_KINDS.slice(1).map((value) => ({ value, label: t(`room.kind.${value}`) }))}
          onChange={(jenis) => set({ jenis })}
        />
        <ChoiceFilter
          label={t('room.league.size')}
          all={t('room.league.size.sedang')}
          value={size === 'sedang' ? '' : size}
          options={sizes
            .filter((one) => one !== 'sedang')
            .map((value) => ({ value, label: t(`room.league.size.${value}`) }))}
          onChange={(ukuran) => set({ ukuran })}
        />
        <ChoiceFilter
          label={t('room.league.order')}
          all={t('room.league.order.tindak-lanjut')}
          value={order === 'tindak-lanjut' ? '' : order}
          options={orders
            .filter((one) => one !== 'tindak-lanjut')
            .map((value) => ({ value, label: t(`room.league.order.${value}`) }))}
          onChange={(urut) => set({ urut })}
        />
      </div>
      <RoomQuery query={SituationLeagueDocument} variables={variables}>
        {({ league }) => (
          <League
            rows={league.edges.map(({ node }) => node)}
            total={league.totalCount}
            room={room}
            kind={kind}
            size={size}
            order={order}
          />
        )}
      </RoomQuery>
    </div>
  );
}

interface LeagueProps {
  rows: readonly Row[];
  total: number;
  room: Room;
  kind: LeagueKind;
  size: Size;
  order: Order;
}

function League({ rows, total, room, kind, size, order }: LeagueProps) {
  const t = useText();
  const told = useTold();
  const group = t('room.league.group', {
    kind: t(`room.kind.${kind}`),
    size: t(`room.league.size.${size}`),
  });
  if (rows.length === 0)
    return (
      <EmptyState icon={chartIcon} title={t('room.league.nobody', { group })}>
        {t('room.league.nobodyHint', { least: LEAST_FOR_SHARE })}
      </EmptyState>
    );
  const ranges = rows.map(({ figures }) => rangeOf(figures, order));
  const behind = clearlyBehindFirst(ranges);
  const first = rows[0]!;
  const nameOf = (row: Row) => row.organisation?.name ?? row.key;
  const shareOf = ({ figures }: Row) =>
    order === 'selesai'
      ? figures.completionRate
      : order === 'tepat'
        ? (figures.steps?.onTimeRate ?? null)
        : figures.followUpRate;
  const shareName = t(
    order === 'selesai' ? 'room.completed' : order === 'tepat' ? 'room.onTime' : 'room.followedUp',
  );
  return (
    <FindingPanel
      finding={
        order === 'hari'
          ? t('room.league.quickest', {
              name: nameOf(first),
              days: told.days(first.figures.toFollowUp?.medianDaysWithOpen),
            })
          : behind === 0
            ? t('room.league.alike', { group })
            : t('room.league.finding', { name: nameOf(first), behind, count: rows.length - 1 })
      }
      about={group}
      file={{
        name: `peringkat-${kind.toLowerCase()}-${room.period.from}-${room.period.to}`,
        header: [
          '#',
          t('room.organisation'),
          t('room.received'),
          t('room.followedUp'),
          t('room.completed'),
          t('room.league.low'),
          t('room.league.high'),
          t('room.daysToFollowUp'),
          t('room.onTime'),
          t('room.steps.late'),
          t('room.reopened'),
          t('room.rating'),
        ],
        rows: rows.map((row, index) => [
          row.rank,
          nameOf(row),
          row.figures.received,
          row.figures.followUpRate,
          row.figures.completionRate,
          ranges[index]?.low,
          ranges[index]?.high,
          row.figures.toFollowUp?.medianDaysWithOpen,
          row.figures.steps?.onTimeRate,
          row.figures.steps?.late,
          row.figures.reopenRate,
          row.figures.averageRating,
        ]),
      }}
    >
      <Table
        caption={group}
        captionHidden
        stacked
        tight
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { id: 'rank', header: '#', cell: ({ rank }) => rank ?? '–' },
          {
            id: 'name',
            header: t('room.organisation'),
            rowHeader: true,
            cell: (row) => (
              <Anchor href={reportAddress({ period: room.behind.period, organisationId: row.key })}>
                {nameOf(row)}
              </Anchor>
            ),
          },
          {
            id: 'received',
            header: t('room.received'),
            end: true,
            cell: ({ figures }) => told.number(figures.received),
          },
          {
            id: 'bar',
            header: <span className="sr">{t('room.bar')}</span>,
            className: 'wbar',
            cell: (row) => (
              <Bar
                parts={[
                  { value: shareOf(row) ?? 0, tone: (shareOf(row) ?? 100) < 50 ? 'warning' : undefined },
                ]}
                max={100}
              />
            ),
          },
          {
            id: 'share',
            header: shareName,
            end: true,
            cell: (row) => {
              const range = rangeOf(row.figures, order);
              return (
                <>
                  {told.percent(shareOf(row))}
                  {range && (
                    <span className="caption block range">
                      {t('room.league.range', { low: range.low, high: range.high })}
                    </span>
                  )}
                </>
              );
            },
          },
          {
            id: 'days',
            header: t('room.league.days'),
            end: true,
            cell: ({ figures }) => told.number(figures.toFollowUp?.medianDaysWithOpen),
          },
          {
            id: 'late',
            header: t(order === 'tepat' ? 'room.steps.late' : 'room.onTime'),
            end: true,
            cell: ({ key, figures: { steps } }) => {
              const shown = order === 'tepat' ? told.number(steps?.late) : told.percent(steps?.onTimeRate);
              return steps?.late ? (
                <Anchor href={stepAddress({ ...room.behind, organisationId: key }, false)}>{shown}</Anchor>
              ) : (
                shown
              );
            },
          },
          {
            id: 'reopened',
            header: t('room.reopened'),
            end: true,
            cell: ({ figures }) => told.percent(figures.reopenRate),
          },
          {
            id: 'rating',
            header: t('room.rating'),
            end: true,
            cell: ({ figures }) => told.number(figures.averageRating, 1),
          },
        ]}
      />
      <p className="caption finding-more">
        {t('room.league.fair', { least: LEAST_FOR_SHARE })}{' '}
        {total > rows.length && t('room.league.cut', { shown: rows.length, total })}
      </p>
    </FindingPanel>
  );
}
