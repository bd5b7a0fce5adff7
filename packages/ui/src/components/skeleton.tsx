import { classNames } from './class-names.ts';

const widths = ['w-60', 'w-100', 'w-80', 'w-40'];

/** Grey lines while text is on its way; `label` is read out. */
export function Skeleton({ label, lines = 4, title }: { label: string; lines?: number; title?: boolean }) {
  return (
    <div className="skeletons" role="status">
      <span className="sr">{label}</span>
      {title && <span className="skeleton skeleton--title" />}
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={classNames('skeleton', widths[index % widths.length])} />
      ))}
    </div>
  );
}

/** Grey boxes in place of cards or photographs. */
export function SkeletonBlock({ label, count = 1 }: { label: string; count?: number }) {
  return (
    <div className="skeletons" role="status">
      <span className="sr">{label}</span>
      {Array.from({ length: count }, (_, index) => (
        <span key={index} className="skeleton skeleton--block" />
      ))}
    </div>
  );
}
