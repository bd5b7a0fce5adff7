import { ChoiceFilter, useFilters } from '@lapor/staff';
import { Anchor } from '@lapor/ui';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { useTold } from '../showing/told.tsx';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import { tabAddress } from '../tabs.ts';
import { useText } from '../words.ts';
import { Choropleth, type LoadMap } from './choropleth.tsx';
import { SituationMapDocument, type MapData, type RegionRow } from './map.graphql.ts';
import { behindMeasure, regionRows } from './region-rows.ts';
import {
  classOf,
  extremesOf,
  limitsOf,
  measureOf,
  MEASURES,
  nearestOf,
  unitOf,
  type Measure,
} from './measures.ts';
import { RegionTable } from './region-table.tsx';
import { StepsLegend } from './steps-legend.tsx';

const NAMES = ['ukuran'] as const;

/** Provinces, and by a click the regencies and cities of one: a map, and the same as a table. */
export function MapTab({ room, loadMap }: { room: Room; loadMap: LoadMap }) {
  const t = useText();
  const { values, set } = useFilters(NAMES);
  const measure = MEASURES.find((one) => one === values.ukuran) ?? MEASURES[0];
  const province = room.regionCode.slice(0, 2);
  const { period, before, organisationId } = room;
  const variables = useMemo(
    () => ({
      period,
      before: before ?? period,
      compare: before !== null,
      filter: province ? { regionCode: province } : null,
      province,
      regionCode: province || null,
      inProvince: province !== '',
    }),
    [period, before, province],
  );
  return (
    <div className="stack stack-3">
      <div className="filters no-print" role="group" aria-label={t('room.map.measures')}>
        <ChoiceFilter
          label={t('room.map.measure')}
          all={t(`room.measure.${MEASURES[0]}`)}
          value={measure === MEASURES[0] ? '' : measure}
          options={MEASURES.slice(1).map((value) => ({ value, label: t(`room.measure.${value}`) }))}
          onChange={(ukuran) => set({ ukuran })}
        />
      </div>
      {organisationId !== '' && <p className="caption">{t('room.map.notByOrganisation')}</p>}
      <RoomQuery query={SituationMapDocument} variables={variables}>
        {(data) => (
          <Regions data={data} room={room} measure={measure} province={province} loadMap={loadMap} />
        )}
      </RoomQuery>
    </div>
  );
}

interface RegionsProps {
  data: MapData;
  room: Room;
  measure: Measure;
  /** Empty: the whole country. */
  province: string;
  loadMap: LoadMap;
}

function Regions({ data, room, measure, province, loadMap }: RegionsProps) {
  const t = useText();
  const told = useTold();
  const [query] = useSearchParams();
  const rows = regionRows(data);
  const byCode = new Map(rows.map((row) => [row.key, row]));
  const most = Math.max(0, ...rows.map(({ figures }) => figures.received ?? 0));
  const limits = limitsOf(measure, most);
  const extremes = extremesOf(rows, measure);
  const nameOf = (row: RegionRow) => row.region?.name ?? row.key;
  const unit = t(`room.map.unit.${unitOf(measure)}`);
  const nearest = extremes || measure === 'jumlah' ? [] : nearestOf(rows, measure);
  const valueText = (value: number | null) =>
    measure === 'hari'
      ? told.days(value)
      : measure === 'jumlah'
        ? told.number(value)
        : measure === 'kepuasan'
          ? told.number(value, 1)
          : told.percent(value);
  const textOf = (code: string, name: string) => {
    const row = byCode.get(code);
    if (!row) return t('room.map.noReports', { name });
    const value = measureOf(row, measure);
    return value === null
      ? t('room.map.few', { name, least: LEAST_FOR_SHARE, unit })
      : measure === 'terlambat'
        ? t('room.map.regionLate', { name, value: valueText(value), reports: told.number(row.open?.overdue) })
        : t('room.map.region', { name, value: valueText(value), reports: told.number(row.figures.received) });
  };
  /** A province opens its map, a regency its reports. */
  const hrefOf = (code: string) => {
    if (province) return behindMeasure(room, measure, code);
    const next = new URLSearchParams(query);
    next.delete('instansi');
    next.set('wilayah', code);
    return `?${next.toString()}`;
  };
  const outside = new URLSearchParams(query);
  outside.delete('wilayah');
  const place = data.province?.name ?? t('room.wholeCountry');
  return (
    <div className="cols cols--sit">
      <FindingPanel
        finding={
          !extremes
            ? t('room.map.noFinding', { place, least: LEAST_FOR_SHARE, unit })
            : measure === 'jumlah'
              ? t('room.map.findingLoad', {
                  best: nameOf(extremes.best),
                  value: valueText(measureOf(extremes.best, measure)),
                })
              : t('room.map.finding', {
                  best: nameOf(extremes.best),
                  bestValue: valueText(measureOf(extremes.best, measure)),
                  worst: nameOf(extremes.worst),
                  worstValue: valueText(measureOf(extremes.worst, measure)),
                })
        }
        about={t('room.map.about', { measure: t(`room.measure.${measure}`), place })}
      >
        <div className="panel__body">
          {nearest.length > 0 && (
            <p>
              {t('room.map.nearest', {
                regions: nearest
                  .map(({ row, has, missing }) =>
                    t('room.map.nearestOne', {
                      name: nameOf(row),
                      has: told.number(has),
                      missing: told.number(missing),
                    }),
                  )
                  .join(', '),
              })}
            </p>
          )}
          <Choropleth
            loadMap={loadMap}
            name={province || 'country'}
            label={t('room.map.label', { place })}
            classNameOf={(code) => {
              const row = byCode.get(code);
              const step = classOf(row ? measureOf(row, measure) : null, measure, limits);
              return measure === 'jumlah' && step > 0 ? `q${step}` : `c${step}`;
            }}
            textOf={textOf}
            hrefOf={hrefOf}
            chosen={room.regionCode}
            named={
              extremes
                ? [extremes.best, ...(measure === 'jumlah' ? [] : [extremes.worst])].map((row) => ({
                    code: row.key,
                    text: `${nameOf(row)} ${valueText(measureOf(row, measure))}`,
                  }))
                : []
            }
          />
          <StepsLegend measure={measure} limits={limits} unit={unit} textOf={valueText} />
          <p className="row">
            {province ? (
              <Anchor href={`${tabAddress('wilayah', outside)}`}>{t('room.map.back')}</Anchor>
            ) : (
              <span className="caption">{t('room.map.hint')}</span>
            )}
          </p>
        </div>
      </FindingPanel>
      <RegionTable
        rows={rows}
        earlier={data.earlier?.edges.map(({ node }) => node) ?? null}
        room={room}
        measure={measure}
        place={place}
        isProvince={province !== ''}
      />
    </div>
  );
}
