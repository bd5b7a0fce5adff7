import { labelsApart, linePath, scaleOf, useWidth } from '@lapor/ui/charts';
import { formatDay, formatNumber } from '@lapor/wording';
import { useT, useWords } from '../../app/language-provider.tsx';

export interface MonthRow {
  from: string;
  received: number | null;
  completed: number | null;
}

const HEIGHT = 240;

/** Received and completed by month, labelled where the lines end. The table beside it has every figure. */
export function MonthsChart({ months }: { months: readonly MonthRow[] }) {
  const t = useT();
  const words = useWords();
  const [box, width] = useWidth<HTMLDivElement>(320);
  const drawn = { left: 44, right: Math.max(120, width - 92), top: 16, bottom: HEIGHT - 32 };
  const { top, steps } = scaleOf(
    Math.max(...months.map(({ received, completed }) => Math.max(received ?? 0, completed ?? 0))),
  );
  const x = (index: number) =>
    drawn.left + (index * (drawn.right - drawn.left)) / Math.max(1, months.length - 1);
  const y = (value: number) => drawn.bottom - (value / top) * (drawn.bottom - drawn.top);
  const last = (of: 'received' | 'completed') => months.findLast((month) => month[of] !== null)?.[of] ?? null;
  const received = last('received');
  const completed = last('completed');
  const [at, bt] = labelsApart(y(received ?? 0), y(completed ?? 0), drawn.top, drawn.bottom);
  const marked = [...new Set([0, Math.floor((months.length - 1) / 2), months.length - 1])];
  if (months.length === 0) return <p className="muted">{t('stats.months.nothing')}</p>;
  return (
    <div ref={box}>
      <svg
        className="chart"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={t('stats.months.chart')}
      >
        {steps.map((step) => (
          <g key={step}>
            <line className="grid" x1={drawn.left} x2={drawn.right} y1={y(step)} y2={y(step)} />
            <text x={drawn.left - 6} y={y(step) + 4} textAnchor="end">
              {formatNumber(words, step)}
            </text>
          </g>
        ))}
        <path
          className="b"
          d={linePath(
            months.map((month) => month.completed),
            x,
            y,
          )}
        />
        <path
          className="a"
          d={linePath(
            months.map((month) => month.received),
            x,
            y,
          )}
        />
        {received !== null && (
          <text className="at" x={drawn.right + 6} y={at + 4}>
            {t('stats.lineReceived', { count: formatNumber(words, received) })}
          </text>
        )}
        {completed !== null && (
          <text className="bt" x={drawn.right + 6} y={bt + 4}>
            {t('stats.lineCompleted', { count: formatNumber(words, completed) })}
          </text>
        )}
        {marked.map((index) => (
          <text
            key={index}
            x={x(index)}
            y={drawn.bottom + 20}
            textAnchor={index === 0 ? 'start' : index === months.length - 1 ? 'end' : 'middle'}
          >
            {formatDay(words, months[index]!.from, 'monthShort')}
          </text>
        ))}
      </svg>
    </div>
  );
}
