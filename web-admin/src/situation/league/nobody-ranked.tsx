import { Button, EmptyState, chartIcon } from '@lapor/ui';
import type { Room } from '../address/use-room.ts';
import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import { useText } from '../words.ts';
import type { LeagueKind, Size } from './league-groups.ts';

interface NobodyRankedProps {
  room: Room;
  kind: LeagueKind;
  others: readonly LeagueKind[];
  /** Null: no group of this kind holds any. */
  size: Size | null;
  onKind: (kind: LeagueKind) => void;
}

/** No agency has enough reports to be compared, and what else may be looked at. */
export function NobodyRanked({ room, kind, others, size, onKind }: NobodyRankedProps) {
  const t = useText();
  const isLong = room.preset === '12-bulan';
  return (
    <EmptyState
      icon={chartIcon}
      title={
        size === null
          ? t('room.league.nobodyAtAll', { kind: t(`room.kind.${kind}`), least: LEAST_FOR_SHARE })
          : t('room.league.nobody', {
              group: t('room.league.group', {
                kind: t(`room.kind.${kind}`),
                size: t(`room.league.size.${size}`),
              }),
            })
      }
      action={
        <>
          {!isLong && (
            <Button onClick={() => room.set({ periode: '12-bulan', dari: '', sampai: '' })}>
              {t('room.league.longer')}
            </Button>
          )}
          {others.map((other) => (
            <Button key={other} size="small" onClick={() => onKind(other)}>
              {t('room.league.tryKind', { kind: t(`room.kind.${other}`) })}
            </Button>
          ))}
        </>
      }
    >
      {t('room.league.nobodyHint', { least: LEAST_FOR_SHARE })}
    </EmptyState>
  );
}
