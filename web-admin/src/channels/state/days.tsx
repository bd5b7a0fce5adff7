import { useDates, useLanguage } from '@lapor/staff';
import { Panel, StatTile, Table, Tiles } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useCodeText, useText } from '../words.ts';
import { useRupiah } from './rupiah.ts';
import type { DayState } from './state-client.ts';
import { totalsOf } from './totals-of.ts';

/** What was sent in the last days by each way, what of it arrived, and what it cost in short messages. */
export function Days({ days }: { days: readonly DayState[] }) {
  const t = useText();
  const codeText = useCodeText();
  const dates = useDates();
  const { words } = useLanguage();
  const count = (value: number) => formatNumber(words, value);
  const total = totalsOf(days);
  const rupiah = useRupiah();
  const hasPrices = days.some((day) => day.rupiah !== null);
  return (
    <Panel title={t('channels.state.days')} flush>
      {days.length === 0 ? (
        <p className="panel__body">{t('channels.state.noDays')}</p>
      ) : (
        <>
          <div className="panel__body">
            <Tiles>
              <StatTile label={t('channels.state.messages')} value={count(total.messages)} />
              <StatTile
                label={t('channels.state.segments')}
                value={count(total.segments)}
                note={t('channels.state.segmentsNote')}
              />
              <StatTile label={t('channels.state.arrived')} value={count(total.arrived)} />
              <StatTile label={t('channels.state.notArrived')} value={count(total.notArrived)} />
            </Tiles>
          </div>
          <Table
            caption={t('channels.state.days')}
            captionHidden
            stacked
            rows={days}
            rowKey={({ day, way, provider }) => `${day} ${way} ${provider}`}
            columns={[
              {
                id: 'day',
                header: t('channels.state.day'),
                rowHeader: true,
                cell: ({ day }) => dates.dayOf(`${day}T12:00:00+07:00`, 'short'),
              },
              {
                id: 'way',
                header: t('channels.way'),
                cell: ({ way, provider }) => (
                  <>
                    {codeText('channels.way', way)}
                    <span className="caption block break-anywhere">{provider}</span>
                  </>
                ),
              },
              {
                id: 'messages',
                header: t('channels.state.messages'),
                end: true,
                cell: (row) => count(row.messages),
              },
              {
                id: 'segments',
                header: t('channels.state.segments'),
                end: true,
                cell: (row) => (row.way === 'PHONE' ? count(row.segments) : '–'),
              },
              ...(hasPrices
                ? [
                    {
                      id: 'rupiah',
                      header: t('channels.costs.cost'),
                      end: true,
                      cell: (row: DayState) => (row.rupiah === null ? '–' : rupiah(row.rupiah)),
                    },
                  ]
                : []),
              {
                id: 'arrived',
                header: t('channels.state.arrived'),
                end: true,
                cell: (row) => count(row.arrived),
              },
              {
                id: 'notArrived',
                header: t('channels.state.notArrived'),
                end: true,
                cell: (row) => count(row.notArrived),
              },
              {
                id: 'uncertain',
                header: t('channels.state.uncertain'),
                end: true,
                cell: (row) => count(row.uncertain),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
