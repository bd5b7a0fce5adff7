import type { ReactNode } from 'react';

/** Appears when rows are chosen; `children` are plain buttons, each leading to a preview. */
export const BulkBar = ({
  label,
  count,
  clear,
  children,
}: {
  label: string;
  count: ReactNode;
  clear: { label: string; onClear: () => void };
  children: ReactNode;
}) => (
  <div className="bulk" role="region" aria-label={label}>
    <strong>{count}</strong>
    {children}
    <span className="grow" />
    <button className="plain" type="button" onClick={clear.onClear}>
      {clear.label}
    </button>
  </div>
);
