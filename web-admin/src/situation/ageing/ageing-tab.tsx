import { ChoiceFilter, useDates, useFilters } from '@lapor/staff';
import { Anchor, Bar, Table } from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { OPEN_STATES, reportAddress, type BehindFigure } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FigureLink } from '../showing/figure-link.tsx';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { useTold } from '../showing/told.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { AGES, filedFor, oldShare } from './age-rows.ts';
import { SituationAgeingDocument } from './ageing.graphql.ts';

const NAMES = ['menurut'] as const;
type Data = ResultOf<typeof SituationAgeingDocument>;
type Row = Data['parts']['edges'][number]['node'];

/** How old what is open has become, and what is past a deadline, as it stands now. */
export function AgeingTab({ room }: TabProps) {
  const t = useText();
  const { organisationId, regionCode } = room;
  const { values, set } = useFilters(NAMES);
  const hasPlace = organisationId !== '' || regionCode !== '';
  const byRegion = regionCode !== '' || (organisationId === '' && values.menurut === 'wilayah');
  const variables = useMemo(
    () => ({
      organisationId: organisationId || null,
      regionCode: regionCode || null,
      by: byRegion ? ('REGION' as const) : organisationId ? ('UNIT' as const) : ('GOVERNMENT' as const),
    }),
    [organisationId, regionCode, byRegion],
  );
  return (
    <div className="stack stack-3">
      {!hasPlace && (
        <div className="filters no-print" role="group" aria-label={t('room.ageing.groups')}>
          <ChoiceFilter
            label={t('room.ageing.by')}
            all={t('room.ageing.byAgency')}
            value={byRegion ? 'wilayah' : ''}
            options={[{ value: 'wilayah', label: t('room.ageing.byRegion') }]}
            onChange={(menurut) => set({ menurut })}
          />
        </div>
      )}
      <RoomQuery query={SituationAgeingDocument} variables={variables}>
        {(data) => <Ageing data={data} room={room} byRegion={byRegion} />}
      </RoomQuery>
    </div>
  );
}

function Ageing({ data, room, byRegion }: { data: Data; room: Room; byRegion: boolean }) {
  const t = useText();
  const told = useTold();
  const dates = useDates();
  const total = data.total.edges[0]?.node;
  if (!total) return null;
  const old = oldShare(total);
  const place = { organisationId: room.organisationId || null, regionCode: room.regionCode || null };
  const late = { ...place, states: OPEN_STATES, overdue: true };
  const lateRows = [
    { id: 'week', count: total.overdueUpTo7Days, days: { from: 0, to: 7 } },
    { id: 'month', count: total.overdueUpTo30Days, days: { from: 7, to: 30 } },
    { id: 'quarter', count: total.overdueUpTo90Days, days: { from: 30, to: 90 } },
    { id: 'longer', count: total.overdueLonger, days: { from: 90, to: null } },
  ] as const;
  const ages = AGES.map((age) => ({ ...age, count: total[age.name] }));
  return (
    <div className="stack stack-3">
      <p className="caption">{t('overview.asOf', { moment: dates.moment(data.total.asOf) })}</p>
      <div className="cols cols--half">
        <FindingPanel
          finding={
            !total.open
              ? t('room.ageing.nothing')
              : old === null
                ? t('room.ageing')
                : t('room.ageing.finding', { share: old, open: told.number(total.open) })
          }
          about={t('room.ageing.about')}
          file={{
            name: `umur-${room.today}`,
            header: [t('room.ageing.age'), t('room.reports')],
            rows: ages.map(({ id, count }) => [t(`room.age.${id}`), count]),
          }}
        >
          <Table
            caption={t('room.ageing.about')}
            captionHidden
            tight
            rows={ages}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'age',
                header: t('room.ageing.age'),
                rowHeader: true,
                cell: (age) => (
                  <Anchor
                    href={reportAddress({ ...place, states: OPEN_STATES, period: filedFor(age, room.today) })}
                  >
                    {t(`room.age.${age.id}`)}
                  </Anchor>
                ),
              },
              {
                id: 'bar',
                header: <span className="sr">{t('room.bar')}</span>,
                className: 'wbar',
                cell: ({ count, id }) => (
                  <Bar
                    parts={[
                      {
                        value: count ?? 0,
                        tone: id === 'longer' ? 'late' : id === 'twoMonths' ? 'warning' : undefined,
                      },
                    ]}
                    max={total.open ?? 0}
                  />
                ),
              },
              { id: 'count', header: t('room.reports'), end: true, cell: ({ count }) => told.number(count) },
            ]}
          />
        </FindingPanel>
        <FindingPanel
          finding={
            total.overdueRate === null
              ? t('room.overdue')
              : t('room.late.finding', { share: total.overdueRate, count: told.number(total.overdue) })
          }
          about={t('room.late.about')}
          file={{
            name: `lewat-tenggat-${room.today}`,
            header: [t('room.late.age'), t('room.reports')],
            rows: lateRows.map(({ id, count }) => [t(`room.lateAge.${id}`), count]),
          }}
        >
          <Table
            caption={t('room.late.about')}
            captionHidden
            tight
            rows={lateRows}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'age',
                header: t('room.late.age'),
                rowHeader: true,
                cell: ({ id, days }) => (
                  <Anchor href={reportAddress({ ...place, states: OPEN_STATES, overdueDays: days })}>
                    {t(`room.lateAge.${id}`)}
                  </Anchor>
                ),
              },
              {
                id: 'bar',
                header: <span className="sr">{t('room.bar')}</span>,
                className: 'wbar',
                cell: ({ count }) => (
                  <Bar parts={[{ value: count ?? 0, tone: 'late' }]} max={total.overdue ?? 0} />
                ),
              },
              { id: 'count', header: t('room.reports'), end: true, cell: ({ count }) => told.number(count) },
            ]}
          />
          <p className="finding-more">
            <Anchor href={reportAddress(late)}>
              {t('room.late.see', { count: told.number(total.overdue) })}
            </Anchor>
          </p>
        </FindingPanel>
      </div>
      <Parts
        rows={data.parts.edges.map(({ node }) => node)}
        isCut={data.parts.pageInfo.hasNextPage}
        room={room}
        byRegion={byRegion}
      />
    </div>
  );
}

interface PartsProps {
  rows: readonly Row[];
  isCut: boolean;
  room: Room;
  byRegion: boolean;
}

function Parts({ rows, isCut, room, byRegion }: PartsProps) {
  const t = useText();
  const told = useTold();
  const nameOf = ({ organisation, region, key }: Row) => organisation?.name ?? region?.name ?? key;
  const firstColumn = t(byRegion ? 'room.region' : 'room.organisation');
  const about = t(byRegion ? 'room.late.byRegion' : 'room.late.byAgency');
  const hrefOf = ({ key }: Row, more: BehindFigure = {}) =>
    reportAddress({
      ...(byRegion ? { regionCode: key } : { organisationId: key }),
      states: OPEN_STATES,
      ...more,
    });
  const first = rows.find(({ overdue }) => overdue !== null && overdue > 0);
  if (rows.length === 0) return null;
  return (
    <FindingPanel
      finding={
        first
          ? t('room.late.most', { name: nameOf(first), count: told.number(first.overdue) })
          : t(byRegion ? 'room.late.nowhere' : 'room.late.nobody')
      }
      about={about}
      file={{
        name: `${byRegion ? 'umur-wilayah' : 'umur-instansi'}-${room.today}`,
        header: [
          firstColumn,
          t('room.open'),
          ...AGES.map(({ id }) => t(`room.age.${id}`)),
          t('room.overdue'),
          t('room.overdueShare'),
        ],
        rows: rows.map((row) => [
          nameOf(row),
          row.open,
          ...AGES.map(({ name }) => row[name]),
          row.overdue,
          row.overdueRate,
        ]),
      }}
    >
      <Table
        caption={about}
        captionHidden
        stacked
        tight
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            id: 'name',
            header: firstColumn,
            rowHeader: true,
            cell: (row) => <Anchor href={hrefOf(row)}>{nameOf(row)}</Anchor>,
          },
          { id: 'open', header: t('room.open'), end: true, cell: ({ open }) => told.number(open) },
          ...AGES.map((age) => ({
            id: age.id,
            header: t(`room.age.${age.id}`),
            end: true,
            cell: (row: Row) => (
              <FigureLink count={row[age.name]} href={hrefOf(row, { period: filedFor(age, room.today) })}>
                {told.number(row[age.name])}
              </FigureLink>
            ),
          })),
          {
            id: 'overdue',
            header: t('room.overdue'),
            end: true,
            cell: (row) => (
              <FigureLink count={row.overdue} href={hrefOf(row, { overdue: true })}>
                {told.number(row.overdue)}
              </FigureLink>
            ),
          },
          {
            id: 'rate',
            header: t('room.overdueShare'),
            end: true,
            cell: ({ overdueRate }) => told.percent(overdueRate),
          },
        ]}
      />
      <p className="caption finding-more">
        {t('room.late.order')} {isCut && t('room.late.cut', { shown: rows.length })}
      </p>
    </FindingPanel>
  );
}
