import type { ReactNode } from 'react';
import { closeIcon, downIcon, filterIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { classNames } from './class-names.ts';

export const Filters = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="filters" role="group" aria-label={label}>
    {children}
  </div>
);

interface FilterButtonProps {
  children: ReactNode;
  /** The filter is set; the button takes it off. `removeLabel` is read out after the words. */
  active?: boolean;
  removeLabel?: string;
  expanded?: boolean;
  onClick: () => void;
}

export function FilterButton({ children, active, removeLabel, expanded, onClick }: FilterButtonProps) {
  return (
    <button
      className={classNames('filter', active && 'filter--on')}
      type="button"
      aria-expanded={expanded}
      onClick={onClick}
    >
      {active && <Icon of={filterIcon} />}
      {children}
      {active && removeLabel && <span className="sr">, {removeLabel}</span>}
      <Icon of={active ? closeIcon : downIcon} />
    </button>
  );
}
