import { classNames } from './class-names.ts';

/**
 * A drawing on a 24 × 24 grid: the stroked path alone, or with parts that are filled, dashed or knocked out of
 * the filled part. Kept as text so that an unused one costs nothing.
 */
export type Glyph =
  string | { line?: string; fill?: string; dashed?: string; knock?: string; heavy?: string };

export interface IconProps {
  of: Glyph;
  /** Read out in place of the drawing; without it the icon is decoration. */
  label?: string;
  size?: 'small' | 'large' | 'hero';
  className?: string;
}

const sizes = { small: 'icon--sm', large: 'icon--lg', hero: 'icon--hero' };

export function Icon({ of, label, size, className }: IconProps) {
  const glyph = typeof of === 'string' ? { line: of } : of;
  return (
    <svg
      className={classNames('icon', size && sizes[size], className)}
      viewBox="0 0 24 24"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {glyph.dashed && <path d={glyph.dashed} strokeDasharray="3.4 2.6" />}
      {glyph.fill && <path d={glyph.fill} fill="currentColor" stroke="none" />}
      {glyph.line && <path d={glyph.line} />}
      {glyph.heavy && <path d={glyph.heavy} strokeWidth="3" />}
      {glyph.knock && <path d={glyph.knock} className="knock" />}
    </svg>
  );
}
