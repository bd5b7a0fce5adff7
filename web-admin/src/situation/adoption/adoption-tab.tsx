import { useGovernmentsSeen, whoIsConnected } from '@lapor/staff';
import { Anchor, Bar, Table } from '@lapor/ui';
import type { ResultOf } from '../../graphql.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { LinesChart } from '../showing/lines-chart.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { useTold } from '../showing/told.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { SituationAdoptionDocument } from './adoption.graphql.ts';
import { localNotUsed, percentOf } from './adoption-share.ts';

type Data = ResultOf<typeof SituationAdoptionDocument>;
type Row = Data['byKind'][number];

/** Who is connected and who uses the platform; kinds are never mixed. */
export function AdoptionTab({ room }: TabProps) {
  const isSeen = useGovernmentsSeen();
  return (
    <RoomQuery query={SituationAdoptionDocument} variables={{}}>
      {(data) => (
        <div className="cols cols--half">
          <ByKind
            rows={data.byKind.filter(({ kind, total }) => total > 0 && isSeen(kind))}
            isOutsider={room.isOutsider}
          />
          <Trend points={data.trend} />
        </div>
      )}
    </RoomQuery>
  );
}

/** @param isOutsider is not told what stands in the way of each; the tree says who is connected. */
function ByKind({ rows, isOutsider }: { rows: readonly Row[]; isOutsider: boolean }) {
  const t = useText();
  const told = useTold();
  const nameOf = ({ kind }: Row) => (kind ? t(`room.kind.${kind}`) : t('room.wholeCountry'));
  const share = (part: number, total: number) => (
    <span className="share">
      <Bar parts={[{ value: part, tone: part * 2 < total ? 'warning' : undefined }]} max={total} />
      <span className="num">
        {t('room.adoption.share', {
          part: told.number(part),
          total: told.number(total),
          percent: told.percent(percentOf(part, total)),
        })}
      </span>
    </span>
  );
  const notUsed = localNotUsed(rows);
  return (
    <FindingPanel
      finding={notUsed === null ? t('room.tab.adopsi') : t('room.adoption.finding', { share: notUsed })}
      about={t('room.adoption.about')}
      file={{
        name: 'adopsi',
        header: [
          t('room.league.kind'),
          t('room.adoption.total'),
          t('room.adoption.connected'),
          t('room.adoption.used'),
          t('room.adoption.ready'),
        ],
        rows: rows.map((row) => [nameOf(row), row.total, row.connected, row.used, row.ready]),
      }}
    >
      <Table
        caption={t('room.adoption.about')}
        captionHidden
        stacked
        tight
        rows={rows}
        rowKey={({ kind }) => kind ?? 'all'}
        columns={[
          {
            id: 'kind',
            header: t('room.league.kind'),
            rowHeader: true,
            cell: (row) =>
              row.kind ? (
                <Anchor
                  href={isOutsider ? whoIsConnected(row.kind) : `/adopsi?jenis=${row.kind}#adoption-list`}
                >
                  {nameOf(row)}
                </Anchor>
              ) : (
                nameOf(row)
              ),
          },
          {
            id: 'connected',
            header: t('room.adoption.connected'),
            cell: ({ connected, total }) => share(connected, total),
          },
          { id: 'used', header: t('room.adoption.used'), cell: ({ used, total }) => share(used, total) },
          { id: 'ready', header: t('room.adoption.ready'), cell: ({ ready, total }) => share(ready, total) },
        ]}
      />
      <p className="caption finding-more">
        {t('room.adoption.note')} <Anchor href="/adopsi">{t('room.adoption.more')}</Anchor>
      </p>
    </FindingPanel>
  );
}

function Trend({ points }: { points: Data['trend'] }) {
  const t = useText();
  const told = useTold();
  const shares = points.map(({ on, total, connected, used }) => ({
    on,
    connected: percentOf(connected, total),
    used: percentOf(used, total),
  }));
  const [first, last] = [shares[0], shares.at(-1)];
  return (
    <FindingPanel
      finding={
        first && last && shares.length > 1
          ? t('room.adoption.trendFinding', { from: told.percent(first.used), to: told.percent(last.used) })
          : t('room.adoption.trend')
      }
      about={t('room.adoption.trend')}
      file={{
        name: 'adopsi-tren',
        header: [
          t('room.adoption.on'),
          t('room.adoption.total'),
          t('room.adoption.connected'),
          t('room.adoption.used'),
        ],
        rows: points.map(({ on, total, connected, used }) => [on, total, connected, used]),
      }}
    >
      {!last ? (
        <p className="panel__body muted">{t('room.adoption.trendNothing')}</p>
      ) : (
        <div className="panel__body">
          {shares.length > 1 && (
            <LinesChart
              name={t('room.adoption.chart')}
              points={shares.map(({ on, connected, used }) => ({
                label: told.month(on, true),
                a: connected,
                b: used,
              }))}
              aLabel={t('room.line.connected', { share: told.percent(last.connected) })}
              bLabel={t('room.line.used', { share: told.percent(last.used) })}
            />
          )}
          <Table
            caption={t('room.adoption.trend')}
            captionHidden
            tight
            rows={points.toReversed()}
            rowKey={({ on }) => on}
            columns={[
              { id: 'on', header: t('room.adoption.on'), rowHeader: true, cell: ({ on }) => told.month(on) },
              {
                id: 'connected',
                header: t('room.adoption.connected'),
                end: true,
                cell: ({ connected }) => told.number(connected),
              },
              {
                id: 'used',
                header: t('room.adoption.used'),
                end: true,
                cell: ({ used }) => told.number(used),
              },
              {
                id: 'total',
                header: t('room.adoption.total'),
                end: true,
                cell: ({ total }) => told.number(total),
              },
            ]}
          />
        </div>
      )}
    </FindingPanel>
  );
}
