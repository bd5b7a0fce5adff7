import { useLanguage } from '@lapor/staff';
import { labelsApart, linePath, scaleOf, useWidth } from '@lapor/ui/charts';
import { formatNumber } from '@lapor/wording';

export interface ChartPoint {
  /** Under the axis. */
  label: string;
  /** The solid line; `null`: not told. */
  a: number | null;
  /** The broken line. */
  b: number | null;
}

interface LinesChartProps {
  points: readonly ChartPoint[];
  /** Says what is drawn and where its figures stand, to those who do not see it. */
  name: string;
  /** Beside the end of each line. */
  aLabel: string;
  bLabel: string;
  /** A point that has a name of its own. */
  marked?: { index: number; text: string } | null;
}

const HEIGHT = 230;

/** Two lines, labelled where they end. Drawn at its true width, so that its words stay readable on a phone; the table beside it has the figures. */
export function LinesChart({ points, name, aLabel, bLabel, marked }: LinesChartProps) {
  const { words } = useLanguage();
  const [box, width] = useWidth<HTMLDivElement>(640);
  const room = Math.max(aLabel.length, bLabel.length) * 8 + 14;
  const drawn = { left: 48, right: Math.max(140, width - room), top: 24, bottom: HEIGHT - 32 };
  const { top, steps } = scaleOf(Math.max(0, ...points.flatMap(({ a, b }) => [a ?? 0, b ?? 0])));
  const x = (index: number) =>
    drawn.left + (index * (drawn.right - drawn.left)) / Math.max(1, points.length - 1);
  const y = (value: number) => drawn.bottom - (value / top) * (drawn.bottom - drawn.top);
  const last = points.at(-1);
  const [at, bt] = labelsApart(y(last?.a ?? 0), y(last?.b ?? 0), drawn.top, drawn.bottom);
  const named = [...new Set([0, Math.floor((points.length - 1) / 2), points.length - 1])];
  const mark = marked && points[marked.index];
  const isRight = marked != null && marked.index > points.length / 2;
  return (
    <div ref={box}>
      <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={name}>
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
            points.map(({ b }) => b),
            x,
            y,
          )}
        />
        <path
          className="a"
          d={linePath(
            points.map(({ a }) => a),
            x,
            y,
          )}
        />
        {marked && mark && (
          <>
            <circle className="fa" cx={x(marked.index)} cy={y(mark.a ?? 0)} r="4.5" />
            <text
              className="strong"
              x={x(marked.index) + (isRight ? -8 : 8)}
              y={Math.max(12, y(mark.a ?? 0) - 6)}
              textAnchor={isRight ? 'end' : 'start'}
            >
              {marked.text}
            </text>
          </>
        )}
        {points.some(({ a }) => a !== null) && (
          <text className="at" x={drawn.right + 6} y={at + 4}>
            {aLabel}
          </text>
        )}
        {points.some(({ b }) => b !== null) && (
          <text className="bt" x={drawn.right + 6} y={bt + 4}>
            {bLabel}
          </text>
        )}
        {named.map((index) => (
          <text
            key={index}
            x={x(index)}
            y={drawn.bottom + 20}
            textAnchor={index === 0 ? 'start' : index === points.length - 1 ? 'end' : 'middle'}
          >
            {points[index]?.label}
          </text>
        ))}
      </svg>
    </div>
  );
}
