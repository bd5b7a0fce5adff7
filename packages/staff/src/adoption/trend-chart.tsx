import { formatDay, formatNumber } from '@lapor/wording';
import { useLanguage } from '../language/language-provider.tsx';
import { useText } from '../language/use-text.ts';
import { labelsApart, percent, type AdoptionPoint } from './adoption-finding.ts';

const WIDTH = 640;
const HEIGHT = 220;
const BOX = { left: 44, right: 520, top: 20, bottom: 188 };
const STEPS = [0, 25, 50, 75, 100];

/** Shares of connected and used at the ends of months, labelled where they end; the table beside it has the figures. */
export function TrendChart({ points }: { points: readonly AdoptionPoint[] }) {
  const t = useText();
  const { words } = useLanguage();
  const shares = points.map(({ on, total, connected, used }) => ({
    on,
    connected: percent(connected, total) ?? 0,
    used: percent(used, total) ?? 0,
  }));
  const last = shares.at(-1);
  if (!last) return null;
  const x = (index: number) => BOX.left + (index * (BOX.right - BOX.left)) / Math.max(1, shares.length - 1);
  const y = (share: number) => BOX.bottom - (share / 100) * (BOX.bottom - BOX.top);
  const path = (of: 'connected' | 'used') =>
    shares
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${round(x(index))} ${round(y(point[of]))}`)
      .join('');
  const ends = labelsApart(y(last.connected), y(last.used), BOX.top, BOX.bottom);
  const middle = Math.floor((shares.length - 1) / 2);
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('adoption.chart')}>
      {STEPS.map((step) => (
        <g key={step}>
          <line className="grid" x1={BOX.left} x2={BOX.right} y1={y(step)} y2={y(step)} />
          <text x={BOX.left - 6} y={y(step) + 4} textAnchor="end">
            {formatNumber(words, step)} %
          </text>
        </g>
      ))}
      {shares.length === 1 ? (
        <>
          <circle className="fa" cx={x(0)} cy={y(last.connected)} r="4" />
          <circle className="fb" cx={x(0)} cy={y(last.used)} r="4" />
        </>
      ) : (
        <>
          <path className="b" d={path('used')} />
          <path className="a" d={path('connected')} />
        </>
      )}
      <text className="at" x={BOX.right + 6} y={ends[0] + 4}>
        {t('adoption.lineConnected', { share: last.connected })}
      </text>
      <text className="bt" x={BOX.right + 6} y={ends[1] + 4}>
        {t('adoption.lineUsed', { share: last.used })}
      </text>
      {[...new Set([0, middle, shares.length - 1])].map((index) => (
        <text key={index} x={x(index)} y={BOX.bottom + 20} textAnchor={index === 0 ? 'start' : 'middle'}>
          {formatDay(words, shares[index]!.on, 'day')}
        </text>
      ))}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
