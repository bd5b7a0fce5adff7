import { ChoiceFilter, useFilters, useGovernmentsSeen } from '@lapor/staff';
import { useMemo } from 'react';
import { RoomQuery } from '../showing/room-query.tsx';
import type { TabProps } from '../tab-props.ts';
import { useText } from '../words.ts';
import { LEAGUE_KINDS, LIMITS, ORDERS, shownSize, SIZES, type Order, type Size } from './league-groups.ts';
import { League } from './league-table.tsx';
import { SituationLeagueDocument } from './league.graphql.ts';
import { NobodyRanked } from './nobody-ranked.tsx';

const NAMES = ['jenis', 'ukuran', 'urut'] as const;
const SHOWN = 100;

const kindOf = (asked: string, isSeen: (kind: string) => boolean): (typeof LEAGUE_KINDS)[number] =>
  LEAGUE_KINDS.find((one) => one === asked && isSeen(one)) ?? LEAGUE_KINDS[0];

/** Agencies of one kind and of like size, with what chance may have done. */
export function LeagueTab({ room }: TabProps) {
  const t = useText();
  const { values, set } = useFilters(NAMES);
  const isSeen = useGovernmentsSeen();
  const kinds = LEAGUE_KINDS.filter((one) => isSeen(one));
  const kind = kindOf(values.jenis, isSeen);
  const chosen = SIZES.find((one) => one === values.ukuran);
  const orders = Object.keys(ORDERS) as Order[];
  const order = orders.find((one) => one === values.urut) ?? 'tindak-lanjut';
  const { period } = room;
  const variables = useMemo(() => {
    const asks = (size: Size) => chosen === undefined || chosen === size;
    return {
      period,
      filter: { governmentKind: kind },
      orderBy: ORDERS[order],
      first: SHOWN,
      sedang: asks('sedang'),
      besar: asks('besar'),
      kecil: asks('kecil'),
      sedangLeast: LIMITS.sedang.least,
      sedangMost: LIMITS.sedang.most,
      besarLeast: LIMITS.besar.least,
      kecilLeast: LIMITS.kecil.least,
      kecilMost: LIMITS.kecil.most,
    };
  }, [period, kind, order, chosen]);
  return (
    <div className="stack stack-3">
      <div className="filters no-print" role="group" aria-label={t('room.league.groups')}>
        <ChoiceFilter
          label={t('room.league.kind')}
          all={t(`room.kind.${LEAGUE_KINDS[0]}`)}
          value={kind === LEAGUE_KINDS[0] ? '' : kind}
          options={kinds.slice(1).map((value) => ({ value, label: t(`room.kind.${value}`) }))}
          onChange={(jenis) => set({ jenis })}
        />
        <ChoiceFilter
          label={t('room.league.size')}
          all={t('room.league.auto')}
          value={chosen ?? ''}
          options={SIZES.map((value) => ({ value, label: t(`room.league.size.${value}`) }))}
          onChange={(ukuran) => set({ ukuran })}
        />
        <ChoiceFilter
          label={t('room.league.order')}
          all={t('room.league.order.tindak-lanjut')}
          value={order === 'tindak-lanjut' ? '' : order}
          options={orders
            .filter((one) => one !== 'tindak-lanjut')
            .map((value) => ({ value, label: t(`room.league.order.${value}`) }))}
          onChange={(urut) => set({ urut })}
        />
      </div>
      <RoomQuery query={SituationLeagueDocument} variables={variables}>
        {(tables) => {
          const size = shownSize(chosen, tables);
          const table = size && tables[size];
          return size && table ? (
            <League table={table} room={room} kind={kind} size={size} order={order} />
          ) : (
            <NobodyRanked
              room={room}
              kind={kind}
              others={kinds.filter((other) => other !== kind)}
              size={chosen ?? null}
              onKind={(jenis) => set({ jenis })}
            />
          );
        }}
      </RoomQuery>
    </div>
  );
}
