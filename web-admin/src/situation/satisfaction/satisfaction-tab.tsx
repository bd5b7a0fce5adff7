import { Anchor, StatTile, Table, Tiles } from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { inCategory, reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { changeOfShare, goodOnceOver } from '../showing/change.ts';
import { FigureLink } from '../showing/figure-link.tsx';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { ChangeMark, useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { leastSatisfied } from './least-satisfied.ts';
import { SituationSatisfactionDocument } from './satisfaction.graphql.ts';

type Data = ResultOf<typeof SituationSatisfactionDocument>;
type Row = NonNullable<Data['categories']>['edges'][number]['node'];

/** What reporters say of it, what came back, and whether promises were kept. */
export function SatisfactionTab({ room }: TabProps) {
  const { period, before, filter, canCross } = room;
  const variables = useMemo(
    () => ({ period, before: before ?? period, compare: before !== null, filter, byCategory: canCross }),
    [period, before, filter, canCross],
  );
  return (
    <RoomQuery query={SituationSatisfactionDocument} variables={variables}>
      {(data) => (
        <div className="stack stack-3">
          <Totals data={data} room={room} />
          <ByCategory rows={data.categories?.edges.map(({ node }) => node) ?? null} room={room} />
        </div>
      )}
    </RoomQuery>
  );
}

type Opinion = NonNullable<Row['figures']>;
type Share = 'averageRating' | 'satisfiedRate' | 'disputeRate' | 'reopenRate' | 'keptPromiseRate';

/** A sum, where all its parts are told. */
const sumOf = (...counts: readonly (number | null)[]): number | null =>
  counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);

/** How many stand behind a share. */
const BEHIND: Readonly<Record<Share, (figures: Opinion) => number | null>> = {
  averageRating: ({ rated }) => rated,
  satisfiedRate: ({ rated }) => rated,
  disputeRate: ({ inProgress, completed }) => sumOf(inProgress, completed),
  reopenRate: ({ received }) => received,
  keptPromiseRate: ({ promisesKept, promisesBroken }) => sumOf(promisesKept, promisesBroken),
};

const changeOf = (name: Share, now: Opinion, before: Opinion, decimals = 0) =>
  changeOfShare(now[name], BEHIND[name](now), before[name], BEHIND[name](before), decimals);

function Totals({ data, room }: { data: Data; room: Room }) {
  const t = useText();
  const told = useTold();
  const now = data.total.edges[0]?.node.figures;
  const before = data.earlier?.edges[0]?.node.figures;
  if (!now) return null;
  const { behind } = room;
  const points = (name: Exclude<Share, 'averageRating'>, good: 'UP' | 'DOWN' | undefined) =>
    before && <ChangeMark change={changeOf(name, now, before)} unit="POINTS" good={good} />;
  return (
    <Tiles>
      <StatTile
        label={t('room.rating')}
        value={told.number(now.averageRating, 1)}
        unit={now.averageRating === null ? undefined : t('room.ofFive')}
        note={
          <>
            {before && (
              <ChangeMark change={changeOf('averageRating', now, before, 1)} unit="STARS" good="UP" />
            )}{' '}
            {t('room.ratedBy', { count: told.number(now.rated) })}
          </>
        }
        href={reportAddress({ ...behind, ratings: [1, 2, 3, 4, 5] })}
      />
      <StatTile
        label={t('room.satisfied')}
        value={told.percent(now.satisfiedRate)}
        note={points('satisfiedRate', 'UP')}
        href={reportAddress({ ...behind, ratings: [4, 5] })}
      />
      <StatTile
        label={t('room.dissatisfied')}
        value={now.satisfiedRate === null ? told.percent(null) : told.percent(100 - now.satisfiedRate)}
        note={t('room.dissatisfiedNote')}
        href={reportAddress({ ...behind, ratings: [1, 2, 3] })}
      />
      <StatTile
        label={t('room.disputed')}
        value={told.percent(now.disputeRate)}
        note={points('disputeRate', goodOnceOver('DOWN', room))}
        href={reportAddress({ ...behind, happened: 'DISPUTED' })}
      />
      <StatTile
        label={t('room.reopened')}
        value={told.percent(now.reopenRate)}
        note={points('reopenRate', goodOnceOver('DOWN', room))}
        href={reportAddress({ ...behind, happened: 'REOPENED' })}
      />
      <StatTile
        label={t('room.obstacles')}
        value={told.number(now.withObstacles)}
        note={t('room.obstaclesNote')}
        href={reportAddress({ ...behind, happened: 'OBSTACLE' })}
      />
      <StatTile
        label={t('room.promises')}
        value={told.percent(now.keptPromiseRate)}
        note={
          <>
            {points('keptPromiseRate', 'UP')}{' '}
            {t('room.promisesNote', {
              kept: told.number(now.promisesKept),
              broken: told.number(now.promisesBroken),
            })}
          </>
        }
      />
    </Tiles>
  );
}

function ByCategory({ rows, room }: { rows: readonly Row[] | null; room: Room }) {
  const t = useText();
  const told = useTold();
  const nameOf = ({ category, key }: Row) => category?.name ?? (key || t('room.noCategory'));
  const rated = rows?.filter(({ figures }) => (figures.rated ?? 0) > 0) ?? [];
  const least = leastSatisfied(rated);
  return (
    <FindingPanel
      finding={
        least
          ? t('room.satisfaction.least', {
              name: nameOf(least),
              share: told.percent(least.figures.satisfiedRate),
            })
          : t('room.satisfaction.few', { least: LEAST_FOR_SHARE })
      }
      about={t('room.satisfaction.about')}
      file={{
        name: `kepuasan-${room.period.from}-${room.period.to}`,
        header: [
          t('room.category'),
          t('room.rated'),
          t('room.rating'),
          t('room.satisfied'),
          t('room.disputed'),
          t('room.reopened'),
          t('room.promises'),
        ],
        rows: rated.map((row) => [
          nameOf(row),
          row.figures.rated,
          row.figures.averageRating,
          row.figures.satisfiedRate,
          row.figures.disputeRate,
          row.figures.reopenRate,
          row.figures.keptPromiseRate,
        ]),
      }}
    >
      {rows === null ? (
        <p className="panel__body muted">{t('room.wholeMonthsOnly')}</p>
      ) : rated.length === 0 ? (
        <p className="panel__body muted">{t('room.satisfaction.nothing')}</p>
      ) : (
        <Table
          caption={t('room.satisfaction.about')}
          captionHidden
          stacked
          tight
          rows={rated}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'name',
              header: t('room.category'),
              rowHeader: true,
              cell: (row) => (
                <Anchor
                  href={reportAddress({ ...room.behind, ...inCategory(row.key), ratings: [1, 2, 3, 4, 5] })}
                >
                  {nameOf(row)}
                </Anchor>
              ),
            },
            {
              id: 'rated',
              header: t('room.rated'),
              end: true,
              cell: ({ figures }) => told.number(figures.rated),
            },
            {
              id: 'rating',
              header: t('room.rating'),
              end: true,
              cell: ({ figures }) => told.number(figures.averageRating, 1),
            },
            {
              id: 'satisfied',
              header: t('room.satisfied'),
              end: true,
              cell: ({ key, figures }) =>
                (figures.rated ?? 0) < LEAST_FOR_SHARE ? (
                  t('room.few')
                ) : (
                  <FigureLink
                    count={figures.satisfiedRate}
                    href={reportAddress({ ...room.behind, ...inCategory(key), ratings: [4, 5] })}
                  >
                    {told.percent(figures.satisfiedRate)}
                  </FigureLink>
                ),
            },
            {
              id: 'disputed',
              header: t('room.disputed'),
              end: true,
              cell: ({ key, figures }) => (
                <FigureLink
                  count={figures.disputeRate}
                  href={reportAddress({ ...room.behind, ...inCategory(key), happened: 'DISPUTED' })}
                >
                  {told.percent(figures.disputeRate)}
                </FigureLink>
              ),
            },
            {
              id: 'promises',
              header: t('room.promises'),
              end: true,
              cell: ({ figures }) => told.percent(figures.keptPromiseRate),
            },
          ]}
        />
      )}
      <p className="caption finding-more">{t('room.satisfaction.note', { least: LEAST_FOR_SHARE })}</p>
    </FindingPanel>
  );
}
