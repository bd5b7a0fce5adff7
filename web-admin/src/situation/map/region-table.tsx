import { Anchor, Table } from '@lapor/ui';
import { OPEN_STATES, reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { changeOfCount, changeOfShare, goodOnceOver } from '../showing/change.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { ChangeMark, useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';
import type { RegionRow } from './map.graphql.ts';
import { falls, measureOf, missingOf, type Measure } from './measures.ts';
import { behindMeasure } from './region-rows.ts';

interface RegionTableProps {
  rows: readonly RegionRow[];
  earlier:
    | readonly {
        key: string;
        figures: Pick<RegionRow['figures'], 'received' | 'followUpRate' | 'completionRate'>;
      }[]
    | null;
  room: Room;
  measure: Measure;
  place: string;
  isProvince: boolean;
}

/** The same as the map, with every figure; in order of the measure, those that are not compared last. */
export function RegionTable({ rows, earlier, room, measure, place, isProvince }: RegionTableProps) {
  const t = useText();
  const told = useTold();
  const before = new Map(earlier?.map(({ key, figures }) => [key, figures]));
  const value = (row: RegionRow) => measureOf(row, measure);
  // What most has to be looked at stands first; of other measures the best.
  const sign = falls(measure) && measure !== 'terlambat' ? -1 : 1;
  const ordered = rows.toSorted(
    (a, b) =>
      sign * ((value(b) ?? -sign * Infinity) - (value(a) ?? -sign * Infinity)) || (a.key < b.key ? -1 : 1),
  );
  const first = t(isProvince ? 'room.map.regency' : 'room.map.province');
  return (
    <FindingPanel
      finding={t('room.map.tableTitle', { place })}
      about={t('room.map.tableAbout')}
      file={{
        name: `wilayah-${room.period.from}-${room.period.to}`,
        header: [
          first,
          t('room.received'),
          t('room.followedUp'),
          t('room.completed'),
          t('room.daysToFollowUp'),
          t('room.rating'),
          t('room.onTime'),
          t('room.steps.late'),
          t('room.open'),
          t('room.overdue'),
        ],
        rows: ordered.map(({ region, key, figures, open }) => [
          region?.name ?? key,
          figures.received,
          figures.followUpRate,
          figures.completionRate,
          figures.toFollowUp?.medianDaysWithOpen,
          figures.averageRating,
          figures.steps?.onTimeRate,
          figures.steps?.late,
          open?.open ?? 0,
          open?.overdue ?? 0,
        ]),
      }}
    >
      {ordered.length === 0 ? (
        <p className="panel__body muted">{t('room.nothingHint')}</p>
      ) : (
        <Table
          caption={t('room.map.tableTitle', { place })}
          captionHidden
          tight
          rows={ordered}
          rowKey={({ key }) => key}
          columns={[
            {
              id: 'region',
              header: first,
              rowHeader: true,
              cell: ({ region, key, open }) => (
                <>
                  <Anchor href={behindMeasure(room, measure, key)}>{region?.name ?? key}</Anchor>
                  {measure !== 'terlambat' && open?.overdue ? (
                    <Anchor className="caption block" href={behindMeasure(room, 'terlambat', key)}>
                      {t('room.map.lateHere', { count: told.number(open.overdue) })}
                    </Anchor>
                  ) : null}
                </>
              ),
            },
            {
              id: 'received',
              header: t(measure === 'terlambat' ? 'room.overdue' : 'room.received'),
              end: true,
              cell: ({ figures, open }) =>
                told.number(measure === 'terlambat' ? (open ? open.overdue : 0) : figures.received),
            },
            {
              id: 'value',
              header: t(`room.measure.short.${measure}`),
              end: true,
              cell: (row) => {
                const shown = measure === 'jumlah' ? 'tindak-lanjut' : measure;
                const figure = measureOf(row, shown);
                if (figure === null) {
                  const missing = missingOf(row, shown);
                  return (
                    <span className="muted">
                      {missing ? t('room.fewMissing', { missing: told.number(missing) }) : t('room.few')}
                    </span>
                  );
                }
                return shown === 'hari'
                  ? told.number(figure)
                  : shown === 'kepuasan'
                    ? told.number(figure, 1)
                    : told.percent(figure);
              },
            },
            ...(earlier && (measure === 'tindak-lanjut' || measure === 'selesai' || measure === 'jumlah')
              ? [
                  {
                    id: 'change',
                    header: t('room.change'),
                    end: true,
                    cell: ({ key, figures }: RegionRow) =>
                      measure === 'tindak-lanjut' || measure === 'selesai' ? (
                        <ChangeMark
                          change={changeOfShare(
                            measure === 'selesai' ? figures.completionRate : figures.followUpRate,
                            figures.received,
                            measure === 'selesai'
                              ? before.get(key)?.completionRate
                              : before.get(key)?.followUpRate,
                            before.get(key)?.received,
                          )}
                          unit="POINTS"
                          good={goodOnceOver('UP', room)}
                        />
                      ) : (
                        <ChangeMark
                          change={changeOfCount(
                            figures.received,
                            before.has(key) ? before.get(key)?.received : 0,
                          )}
                          unit="PERCENT"
                        />
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {!isProvince && measure !== 'tepat' && (
        <p className="finding-more">
          <Anchor
            href={reportAddress(
              measure === 'terlambat'
                ? { states: OPEN_STATES, overdue: true, without: ['REGION'] }
                : { period: room.behind.period, without: ['REGION'] },
            )}
          >
            {t('room.map.withoutRegion')}
          </Anchor>
        </p>
      )}
    </FindingPanel>
  );
}
