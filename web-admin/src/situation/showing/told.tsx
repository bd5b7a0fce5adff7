import { useLanguage } from '@lapor/staff';
import { formatNumber } from '@lapor/wording';
import { useMemo } from 'react';
import { useText } from '../words.ts';
import type { Change } from './change.ts';

type Figure = number | null | undefined;

/** Figures as people read them; `–` for one that is not told, never a zero. */
export function useTold() {
  const t = useText();
  const { words } = useLanguage();
  return useMemo(() => {
    const number = (value: Figure, decimals = 0) =>
      value == null ? t('room.notTold') : formatNumber(words, value, decimals);
    return {
      number,
      // A blank that does not break: the sign stays with its number.
      percent: (value: Figure) =>
        value == null ? t('room.notTold') : `${formatNumber(words, value)}\u00a0%`,
      days: (value: Figure) =>
        value == null
          ? t('room.notTold')
          : t('room.days', { days: value, text: formatNumber(words, value, 1) }),
      month: (day: string, short = false) =>
        new Intl.DateTimeFormat(words.locale, {
          month: short ? 'short' : 'long',
          year: short ? '2-digit' : 'numeric',
          timeZone: 'UTC',
        }).format(new Date(`${day}T00:00:00Z`)),
    };
  }, [t, words]);
}

interface ChangeMarkProps {
  change: Change;
  /** What the number counts. */
  unit: 'PERCENT' | 'POINTS' | 'DAYS' | 'STARS';
  /** Which way is good; a load is neither. */
  good?: 'UP' | 'DOWN';
}

const UNITS = {
  PERCENT: 'room.change.percent',
  POINTS: 'room.change.points',
  DAYS: 'room.change.days',
  STARS: 'room.change.stars',
} as const;

/** Arrow, number and word: a change is never told by colour alone. */
export function ChangeMark({ change, unit, good }: ChangeMarkProps) {
  const t = useText();
  const { words } = useLanguage();
  if (change.kind === 'UNKNOWN' || change.kind === 'FEW')
    return (
      <span className="muted">
        <span aria-hidden="true">{t('room.notTold')}</span>
        <span className="sr">{t(change.kind === 'FEW' ? 'room.change.few' : 'room.change.unknown')}</span>
      </span>
    );
  if (change.kind === 'SAME') return <span className="muted">{t('room.change.same')}</span>;
  if (change.kind === 'NEW') return <span>{t('room.change.new')}</span>;
  const tone = good === undefined ? undefined : change.kind === good ? 'change--good' : 'change--bad';
  const text = t(UNITS[unit], { by: formatNumber(words, change.by, 1) });
  return (
    <span className={tone && `change ${tone}`}>
      <span aria-hidden="true">{change.kind === 'UP' ? '▲' : '▼'} </span>
      <span className="sr">{t(change.kind === 'UP' ? 'room.change.up' : 'room.change.down')} </span>
      {text}
    </span>
  );
}
