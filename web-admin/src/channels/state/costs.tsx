import { useDates, useLanguage } from '@lapor/staff';
import { Button, Panel, Table } from '@lapor/ui';
import { formatDay, formatNumber } from '@lapor/wording';
import { useState } from 'react';
import { useText } from '../words.ts';
import { PriceDialog } from './price-dialog.tsx';
import { useRupiah } from './rupiah.ts';
import type { MonthState, PriceState, ProviderState } from './state-client.ts';

interface CostsProps {
  months: readonly MonthState[];
  prices: readonly PriceState[];
  providers: readonly ProviderState[];
  onChanged: () => void;
}

/** What short messages cost by month, the prices in force and to come, and where a price is set. */
export function Costs({ months, prices, providers, onChanged }: CostsProps) {
  const t = useText();
  const dates = useDates();
  const { words } = useLanguage();
  const rupiah = useRupiah();
  const [isOpen, setOpen] = useState(false);
  const names = providers.filter(({ mayBeChanged }) => mayBeChanged).map(({ name }) => name);
  if (months.length === 0 && names.length === 0) return null;
  return (
    <Panel
      title={t('channels.costs.title')}
      flush
      tools={
        names.length > 0 && (
          <Button size="small" onClick={() => setOpen(true)}>
            {t('channels.costs.set')}
          </Button>
        )
      }
    >
      <div className="panel__body">
        {prices.length === 0 ? (
          <p>{t('channels.costs.noPrice')}</p>
        ) : (
          <ul className="list-plain" aria-label={t('channels.costs.prices')}>
            {prices.map(({ provider, fromDay, rupiah: price }) => (
              <li key={`${provider} ${fromDay}`} className="break-anywhere">
                {t('channels.costs.price', {
                  provider,
                  price: rupiah(price),
                  day: dates.dayOf(`${fromDay}T12:00:00+07:00`, 'short'),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
      {months.length > 0 && (
        <Table
          caption={t('channels.costs.title')}
          captionHidden
          stacked
          rows={months}
          rowKey={({ month, provider }) => `${month} ${provider}`}
          columns={[
            {
              id: 'month',
              header: t('channels.costs.month'),
              rowHeader: true,
              cell: ({ month }) => formatDay(words, `${month}-01`, 'month'),
            },
            {
              id: 'provider',
              header: t('channels.state.provider'),
              cell: ({ provider }) => <span className="break-anywhere">{provider}</span>,
            },
            {
              id: 'segments',
              header: t('channels.state.segments'),
              end: true,
              cell: ({ segments }) => formatNumber(words, segments),
            },
            {
              id: 'rupiah',
              header: t('channels.costs.cost'),
              end: true,
              cell: ({ segments, unpriced, rupiah: cost }) => (
                <>
                  {unpriced < segments ? rupiah(cost) : '–'}
                  {unpriced > 0 && (
                    <span className="caption block">{t('channels.costs.unpriced', { count: unpriced })}</span>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {isOpen && (
        <PriceDialog
          names={names}
          onDone={() => {
            setOpen(false);
            onChanged();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Panel>
  );
}
