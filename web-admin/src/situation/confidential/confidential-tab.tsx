import { useDates, useFilters, useLanguage } from '@lapor/staff';
import { Bar, EmptyState, Field, lockIcon, Select, Table } from '@lapor/ui';
import { useMemo } from 'react';
import type { ResultOf } from '../../graphql.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { RoomQuery } from '../showing/room-query.tsx';
import { useTold } from '../showing/told.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { SituationConfidentialDocument } from './confidential.graphql.ts';
import { yearsTold } from './years-told.ts';

const NAMES = ['tahun'] as const;
type Data = ResultOf<typeof SituationConfidentialDocument>;
type TableName = keyof Data;
type Told = NonNullable<Data[TableName]>;

const TABLES: readonly TableName[] = ['months', 'categories', 'provinces', 'governments', 'states'];

/** Confidential reports in their fixed tables: of finished years, nothing crossed, nothing below five, no list behind them. */
export function ConfidentialTab({ room: { today } }: TabProps) {
  const t = useText();
  const { values, set } = useFilters(NAMES);
  const years = yearsTold(today);
  const year = years.find((one) => String(one) === values.tahun) ?? years[0]!;
  return (
    <div className="stack stack-3">
      <Field label={t('room.confidential.year')}>
        <Select
          value={year}
          onChange={({ currentTarget: { value } }) => set({ tahun: value === String(years[0]) ? '' : value })}
        >
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
      <p className="caption">{t('room.confidential.about')}</p>
      <RoomQuery query={SituationConfidentialDocument} variables={useMemo(() => ({ year }), [year])}>
        {(data) => <Tables data={data} year={year} />}
      </RoomQuery>
    </div>
  );
}

function Tables({ data, year }: { data: Data; year: number }) {
  const t = useText();
  const dates = useDates();
  const told = useTold();
  const first = data.months;
  if (!first)
    return (
      <EmptyState icon={lockIcon} title={t('room.confidential.notTold', { year })}>
        {t('room.confidential.notToldHint', { next: year + 1 })}
      </EmptyState>
    );
  return (
    <>
      <p>
        {first.total === null
          ? t('room.confidential.totalFew', { year })
          : t('room.confidential.total', { year, count: told.number(first.total) })}{' '}
        <span className="muted">
          {t('room.confidential.toldOn', { day: dates.day(first.toldOn, 'date') })}
        </span>
      </p>
      <div className="cols cols--half">
        {TABLES.map((name) => {
          const table = data[name];
          return table && <OneTable key={name} name={name} table={table} year={year} />;
        })}
      </div>
    </>
  );
}

function OneTable({ name, table, year }: { name: TableName; table: Told; year: number }) {
  const t = useText();
  const told = useTold();
  const { words } = useLanguage();
  const max = Math.max(0, ...table.rows.map(({ confidential }) => confidential));
  const nameOf = ({ key, category, region, organisation, state }: Told['rows'][number]) =>
    (category ?? region ?? organisation)?.name ??
    (state
      ? words.states[state]
      : name === 'months' && key
        ? told.month(key)
        : key || t('room.confidential.unknown'));
  const title = t(`room.confidential.${name}`);
  return (
    <FindingPanel
      finding={
        table.rows[0]
          ? t('room.confidential.finding', {
              name: nameOf(table.rows[0]),
              count: told.number(table.rows[0].confidential),
            })
          : title
      }
      about={title}
      file={{
        name: `rahasia-${name}-${year}`,
        header: [title, t('room.reports')],
        rows: table.rows.map((row) => [nameOf(row), row.confidential]),
      }}
    >
      {table.rows.length === 0 ? (
        <p className="panel__body muted">{t('room.confidential.nothing')}</p>
      ) : (
        <Table
          caption={title}
          captionHidden
          tight
          rows={table.rows}
          rowKey={({ key }) => key}
          columns={[
            { id: 'name', header: title, rowHeader: true, cell: nameOf },
            {
              id: 'bar',
              header: <span className="sr">{t('room.bar')}</span>,
              className: 'wbar',
              cell: ({ confidential }) => <Bar parts={[{ value: confidential }]} max={max} />,
            },
            {
              id: 'count',
              header: t('room.reports'),
              end: true,
              cell: ({ confidential }) => told.number(confidential),
            },
          ]}
        />
      )}
    </FindingPanel>
  );
}
