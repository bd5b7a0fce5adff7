import { LEAST_FOR_SHARE } from '../showing/wilson.ts';
import { useText } from '../words.ts';
import { falls, type Measure } from './measures.ts';

interface StepsLegendProps {
  measure: Measure;
  limits: readonly [number, number, number, number];
  /** What is counted, in words. */
  unit: string;
  textOf: (value: number) => string;
}

/** What each colour means. */
export function StepsLegend({ measure, limits, unit, textOf }: StepsLegendProps) {
  const t = useText();
  const kind = measure === 'jumlah' ? 'q' : 'c';
  const step = (index: 1 | 2 | 3 | 4 | 5) => {
    const [low, high] = [limits[index - 2], limits[index - 1]];
    const isFalling = falls(measure);
    if (low === undefined)
      return t(isFalling ? 'room.legend.over' : 'room.legend.under', { value: textOf(high!) });
    if (high === undefined)
      return t(isFalling ? 'room.legend.upTo' : 'room.legend.from', { value: textOf(low) });
    return isFalling
      ? t('room.legend.between', { low: textOf(high), high: textOf(low) })
      : t('room.legend.between', { low: textOf(low), high: textOf(high) });
  };
  return (
    <ul className="legend-steps list-plain" aria-label={t('room.legend')}>
      {([1, 2, 3, 4, 5] as const).map((index) => (
        <li key={index}>
          <Swatch name={`${kind}${index}`} />
          {step(index)}
        </li>
      ))}
      <li>
        <Swatch name="c0" />
        {measure === 'jumlah'
          ? t('room.legend.none')
          : t('room.legend.few', { least: LEAST_FOR_SHARE, unit })}
      </li>
    </ul>
  );
}

const Swatch = ({ name }: { name: string }) => (
  <svg className="map" viewBox="0 0 24 14" aria-hidden="true">
    <path className={name} d="M1 1h22v12H1z" />
  </svg>
);
