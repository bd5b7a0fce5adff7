import { useLanguage } from '@lapor/staff';
import { formatDay, formatNumber } from '@lapor/wording';
import { useText } from '../app/use-text.ts';
import { burstOf, scaleOf, type Day } from './finding.ts';

const WIDTH = 640;
const HEIGHT = 220;
const BOX = { left: 44, right: 540, top: 24, bottom: 188 };

/** Two lines, labelled where they end; the table beside it holds the same figures. */
export function DaysChart({ days }: { days: readonly Day[] }) {
  const t = useText();
  const { words } = useLanguage();
  const { top, steps } = scaleOf(
    Math.max(...days.map(({ received, completed }) => Math.max(received ?? 0, completed ?? 0))),
  );
  const x = (index: number) => BOX.left + (index * (BOX.right - BOX.left)) / Math.max(1, days.length - 1);
  const y = (value: number) => BOX.bottom - (value / top) * (BOX.bottom - BOX.top);
  // A day that is not told leaves a gap.
  const path = (value: (day: Day) => number | null) =>
    days
      .map((day, index) => {
        const count = value(day);
        if (count === null) return '';
        const isFirst = index === 0 || value(days[index - 1]!) === null;
        return `${isFirst ? 'M' : 'L'}${round(x(index))} ${round(y(count))}`;
      })
      .join('');
  const told = (count: number | null) =>
    count === null ? t('overview.keptBack') : formatNumber(words, count);
  const burst = burstOf(days);
  const last = days.at(-1);
  if (!last) return null;
  const middle = Math.floor((days.length - 1) / 2);
  const ends = apart(y(last.received ?? 0), y(last.completed ?? 0), BOX.bottom);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('overview.chart')}>
      {steps.map((step) => (
        <g key={step}>
          <line className="grid" x1={BOX.left} x2={BOX.right} y1={y(step)} y2={y(step)} />
          <text x={BOX.left - 6} y={y(step) + 4} textAnchor="end">
            {formatNumber(words, step)}
          </text>
        </g>
      ))}
      <path className="b" d={path((day) => day.completed)} />
      <path className="a" d={path((day) => day.received)} />
      {burst && (
        <>
          <circle className="fa" cx={x(days.indexOf(burst))} cy={y(burst.received ?? 0)} r="4.5" />
          <text
            className="strong"
            x={x(days.indexOf(burst)) + (days.indexOf(burst) > days.length / 2 ? -8 : 8)}
            y={y(burst.received ?? 0) + 1}
            textAnchor={days.indexOf(burst) > days.length / 2 ? 'end' : 'start'}
          >
            {formatDay(words, burst.date, 'short')}: {told(burst.received)}
          </text>
        </>
      )}
      <text className="at" x={BOX.right + 6} y={ends[0] + 4}>
        {t('overview.lineReceived', { count: told(last.received) })}
      </text>
      <text className="bt" x={BOX.right + 6} y={ends[1] + 4}>
        {t('overview.lineCompleted', { count: told(last.completed) })}
      </text>
      {[...new Set([0, middle, days.length - 1])].map((index) => (
        <text key={index} x={x(index)} y={BOX.bottom + 20} textAnchor={index === 0 ? 'start' : 'middle'}>
          {formatDay(words, days[index]!.date, 'short')}
        </text>
      ))}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Labels that would lie on each other are moved apart, keeping their order and staying above the axis. */
function apart(first: number, second: number, lowest: number): [number, number] {
  const room = 15;
  const missing = (room - Math.abs(first - second)) / 2;
  if (missing <= 0) return [first, second];
  const [upper, lower] = first <= second ? [first, second] : [second, first];
  const over = Math.max(0, lower + missing - lowest);
  const placed = [upper - missing - over, lower + missing - over] as const;
  return first <= second ? [placed[0], placed[1]] : [placed[1], placed[0]];
}
