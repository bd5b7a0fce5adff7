import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** `tone` picks the colour: first, middle and soft blue, warning, late. */
export interface BarPart {
  value: number;
  tone?: 'middle' | 'soft' | 'warning' | 'late';
}

const tones = { middle: 'm', soft: 's', warning: 'w', late: 'l' };

/** One bar, its parts side by side, drawn against `max`. Decoration: the figures must stand beside it. */
export function Bar({ parts, max, thick }: { parts: readonly BarPart[]; max: number; thick?: boolean }) {
  let x = 0;
  return (
    <svg
      className={classNames('bar', thick && 'bar--thick')}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {parts.map((part, index) => {
        const width = max > 0 ? (part.value / max) * 100 : 0;
        const rect = (
          <rect key={index} className={part.tone && tones[part.tone]} x={x} width={width} height="10" />
        );
        x += width;
        return rect;
      })}
    </svg>
  );
}

export interface BarRow {
  id: string;
  label: ReactNode;
  value: number;
  /** The figure as people read it. */
  text: ReactNode;
  tone?: BarPart['tone'];
}

/** A table whose rows carry a bar each; the longest fills the width. */
export function Bars({ caption, rows }: { caption: string; rows: readonly BarRow[] }) {
  const max = Math.max(0, ...rows.map((row) => row.value));
  return (
    <table className="table table--tight">
      <caption className="sr">{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td className="wbar">
              <Bar parts={[{ value: row.value, tone: row.tone }]} max={max} />
            </td>
            <td className="end num fit">{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
