import { FilterButton, Skeleton } from '@lapor/ui';
import { Suspense, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useText } from '../language/use-text.ts';

interface PickFilterProps {
  /** "Unit". */
  label: string;
  /** What is chosen, in words; null: nothing. */
  chosen: string | null;
  onClear: () => void;
  /** The search for one; `close` when one was picked. Its code may be loaded only now. */
  children: (pick: { close: () => void; inputRef: RefObject<HTMLInputElement | null> }) => ReactNode;
}

/** Narrows a list to one of many: a press opens the search, another takes the choice off. */
export function PickFilter({ label, chosen, onClear, children }: PickFilterProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <FilterButton
        active={chosen !== null}
        removeLabel={t('filter.remove')}
        expanded={chosen === null ? open : undefined}
        onClick={() => {
          if (chosen !== null) onClear();
          else setOpen(!open);
        }}
      >
        {chosen === null ? label : `${label}: ${chosen}`}
      </FilterButton>
      {open && chosen === null && (
        <div className="filter-pick">
          <Suspense fallback={<Skeleton label={t('page.loading')} lines={2} />}>
            <Search close={() => setOpen(false)}>{children}</Search>
          </Suspense>
        </div>
      )}
    </>
  );
}

/** Drawn when the code is there: only then is there something to focus. */
function Search({ close, children }: { close: () => void; children: PickFilterProps['children'] }) {
  const inputRef = useRef<HTMLInputElement>(null);
  useEffect(() => inputRef.current?.focus(), []);
  return <>{children({ close, inputRef })}</>;
}
