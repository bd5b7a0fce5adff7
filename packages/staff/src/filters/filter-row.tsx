import { Button, Filters } from '@lapor/ui';
import type { ReactNode } from 'react';
import { useText } from '../language/use-text.ts';

interface FilterRowProps {
  label: string;
  /** How many filters are set. */
  count: number;
  onClear: () => void;
  children: ReactNode;
}

/** Filters of a list in one row, and the way to take them all off. */
export function FilterRow({ label, count, onClear, children }: FilterRowProps) {
  const t = useText();
  return (
    <Filters label={label}>
      {children}
      {count > 1 && (
        <Button variant="quiet" size="small" onClick={onClear}>
          {t('filter.removeAll')}
        </Button>
      )}
    </Filters>
  );
}
