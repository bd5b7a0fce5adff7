import { Anchor, Bar, Table } from '@lapor/ui';
import { reportAddress, stepAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FigureLink } from '../showing/figure-link.tsx';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import { useText } from '../words.ts';
import {
  clearlyBehindFirst,
  rangeOf,
  tiedFirst,
  tiedRanks,
  type LeagueKind,
  type Order,
  type Size,
} from './league-groups.ts';
import type { LeagueRow, LeagueTable } from './league.graphql.ts';

interface LeagueProps {
  table: LeagueTable;
  room: Room;
  kind: LeagueKind;
  size: Size;
  order: Order;
}

const nameOf = (row: LeagueRow) => row.organisation?.name ?? row.key;

/** A group of like agencies by rank; equal figures have equal ranks, and the title says who is ahead only where somebody is. */
export function League({ table, room, kind, size, order }: LeagueProps) {
  const t = useText();
  const told = useTold();
  const rows = table.edges.map(({ node }) => node);
  const total = table.totalCount;
  const group = t('room.league.group', {
    kind: t(`room.kind.${kind}`),
    size: t(`room.league.size.${size}`),
  });
  const behindRow = (key: string) => ({ period: room.behind.period, organisationId: key });
  const shareOf = ({ figures }: LeagueRow) =>
    order === 'selesai'
      ? figures.completionRate
      : order === 'tepat'
        ? (figures.steps?.onTimeRate ?? null)
        : figures.followUpRate;
  const shareName = t(
    order === 'selesai' ? 'room.completed' : order === 'tepat' ? 'room.onTime' : 'room.followedUp',
  );
  const ranges = rows.map(({ figures }) => rangeOf(figures, order));
  const first = tiedFirst(rows);
  const tied = tiedRanks(rows);
  const behind = clearlyBehindFirst(ranges, Math.max(1, first));
  return (
    <FindingPanel
      finding={useFinding(rows, order, group, first, behind)}
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
          {
            id: 'rank',
            header: '#',
            cell: ({ rank }) =>
              rank === null ? '–' : tied.has(rank) ? t('room.league.rankTied', { rank }) : rank,
          },
          {
            id: 'name',
            header: t('room.organisation'),
            rowHeader: true,
            cell: (row) => <Anchor href={reportAddress(behindRow(row.key))}>{nameOf(row)}</Anchor>,
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
                  <FigureLink
                    count={shareOf(row)}
                    href={
                      order === 'tepat'
                        ? stepAddress({ ...room.behind, organisationId: row.key }, true)
                        : reportAddress({
                            ...behindRow(row.key),
                            states: order === 'selesai' ? ['COMPLETED'] : ['IN_PROGRESS', 'COMPLETED'],
                          })
                    }
                  >
                    {told.percent(shareOf(row))}
                  </FigureLink>
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
            cell: ({ key, figures: { steps } }) => (
              <FigureLink
                count={order === 'tepat' ? steps?.late : steps?.onTimeRate}
                href={stepAddress({ ...room.behind, organisationId: key }, order !== 'tepat')}
              >
                {order === 'tepat' ? told.number(steps?.late) : told.percent(steps?.onTimeRate)}
              </FigureLink>
            ),
          },
          {
            id: 'reopened',
            header: t('room.reopened'),
            end: true,
            cell: ({ key, figures }) => (
              <FigureLink
                count={figures.reopenRate}
                href={reportAddress({ ...behindRow(key), happened: 'REOPENED' })}
              >
                {told.percent(figures.reopenRate)}
              </FigureLink>
            ),
          },
          {
            id: 'rating',
            header: t('room.rating'),
            end: true,
            cell: ({ key, figures }) => (
              <FigureLink
                count={figures.rated}
                href={reportAddress({ ...behindRow(key), ratings: [1, 2, 3, 4, 5] })}
              >
                {told.number(figures.averageRating, 1)}
              </FigureLink>
            ),
          },
        ]}
      />
      <p className="caption finding-more">
        {t('room.league.fair', { least: LEAST_FOR_SHARE })} {tied.size > 0 && t('room.league.tieNote')}{' '}
        {total > rows.length && t('room.league.cut', { shown: rows.length, total })}
      </p>
    </FindingPanel>
  );
}

/** Who is ahead, said only where somebody is: alone, or together with others of the same figure. */
function useFinding(
  rows: readonly LeagueRow[],
  order: Order,
  group: string,
  first: number,
  behind: number,
): string {
  const t = useText();
  const told = useTold();
  const leader = rows[0]!;
  if (order === 'hari') {
    const days = told.days(leader.figures.toFollowUp?.medianDaysWithOpen);
    return first > 1
      ? t('room.league.tiedQuickest', { count: first, days })
      : t('room.league.quickest', { name: nameOf(leader), days });
  }
  if (first > 1)
    return behind === 0
      ? t(first === rows.length ? 'room.league.alike' : 'room.league.tiedAlike', { count: first, group })
      : t('room.league.tied', { count: first, behind, others: rows.length - first });
  return behind === 0
    ? t('room.league.alike', { group })
    : t('room.league.finding', { name: nameOf(leader), behind, count: rows.length - 1 });
}
