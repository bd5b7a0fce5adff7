import { useDates, useLanguage } from '@lapor/staff';
import { Panel, StatTile, Tiles } from '@lapor/ui';
import { formatNumber } from '@lapor/wording';
import { useText } from '../words.ts';
import { DayTable } from './day-table.tsx';
import type { DayState } from './state-client.ts';
import { totalsOf } from './totals-of.ts';

/** So many days stand on the page, of which a telephone has room for few; earlier ones are folded. */
const OPEN_DAYS = 1;

/** What was sent in the last days by each way, what of it arrived, and what it cost in short messages. */
export function Days({ days }: { days: readonly DayState[] }) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const count = (value: number) => formatNumber(words, value);
  const total = totalsOf(days);
  const isTold = days.some(({ arrived, notArrived }) => arrived + notArrived > 0);
  const names = [...new Set(days.map(({ day }) => day))].toSorted().toReversed();
  const open = new Set(names.slice(0, OPEN_DAYS));
  const earlier = days.filter(({ day }) => !open.has(day));
  const first = names.at(-1);
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
              <StatTile
                label={t('channels.state.arrived')}
                value={isTold ? count(total.arrived) : '–'}
                note={isTold ? undefined : t('channels.state.notTold')}
              />
              <StatTile
                label={t('channels.state.notArrived')}
                value={isTold ? count(total.notArrived) : '–'}
                note={isTold ? undefined : t('channels.state.notTold')}
              />
            </Tiles>
          </div>
          <DayTable
            caption={t('channels.state.days')}
            all={days}
            rows={days.filter(({ day }) => open.has(day))}
          />
          {earlier.length > 0 && first && (
            <details className="more-about panel__body">
              <summary>
                {t('channels.state.earlierDays', {
                  count: names.length - open.size,
                  day: dates.dayOf(`${first}T12:00:00+07:00`, 'short'),
                })}
              </summary>
              <DayTable caption={t('channels.state.earlier')} all={days} rows={earlier} />
            </details>
          )}
        </>
      )}
    </Panel>
  );
}
