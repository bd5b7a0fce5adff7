import { Anchor, Table } from '@lapor/ui';
import { coveringMonths, untilToday } from '../address/periods.ts';
import { reportAddress } from '../address/report-address.ts';
import type { Room } from '../address/use-room.ts';
import { FindingPanel } from '../showing/finding-panel.tsx';
import { useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';
import { pingPong, type Hop } from './refusal-words.ts';

/** Who gave reports back, and who got them next: ping-pong is public. */
export function HopsPanel({ hops, isCut, room }: { hops: readonly Hop[]; isCut: boolean; room: Room }) {
  const t = useText();
  const told = useTold();
  const months = coveringMonths(untilToday(room.period, room.today));
  const pair = pingPong(hops);
  const first = hops[0];
  return (
    <FindingPanel
      finding={
        pair
          ? t('room.hops.pingPong', {
              one: pair.one.name,
              other: pair.other.name,
              count: told.number(pair.count),
            })
          : first
            ? t('room.hops.most', { name: first.from.name, count: told.number(first.count) })
            : t('room.hops.nothing')
      }
      about={t('room.hops.about', { from: told.month(months.from), to: told.month(months.to) })}
      file={{
        name: `pengembalian-${months.from}-${months.to}`,
        header: [t('room.hops.from'), t('room.hops.to'), t('room.hops.count')],
        rows: hops.map(({ from, to, count }) => [from.name, to?.name ?? t('room.hops.nobody'), count]),
      }}
    >
      {hops.length > 0 && (
        <Table
          caption={t('room.hops')}
          captionHidden
          stacked
          tight
          rows={hops}
          rowKey={({ from, to }) => `${from.id}>${to?.id ?? ''}`}
          columns={[
            {
              id: 'from',
              header: t('room.hops.from'),
              rowHeader: true,
              cell: ({ from }) => (
                <Anchor href={reportAddress({ returned: { byId: from.id, period: months } })}>
                  {from.name}
                </Anchor>
              ),
            },
            {
              id: 'to',
              header: t('room.hops.to'),
              cell: ({ from, to }) =>
                to === null ? t('room.hops.nobody') : to.id === from.id ? t('room.hops.inside') : to.name,
            },
            { id: 'count', header: t('room.hops.count'), end: true, cell: ({ count }) => told.number(count) },
          ]}
        />
      )}
      <p className="caption finding-more">
        {t('room.hops.note')} {isCut && t('room.late.cut', { shown: hops.length })}
      </p>
    </FindingPanel>
  );
}
