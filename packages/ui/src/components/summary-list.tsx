import type { ReactNode } from 'react';

export const SummaryList = ({ children }: { children: ReactNode }) => <dl className="summary">{children}</dl>;

/** One answer; `action` is usually a link that says "Ubah" and, for screen readers, what. */
export const SummaryRow = ({
  term,
  action,
  children,
}: {
  term: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <div className="summary__row">
    <dt>{term}</dt>
    <dd>{children}</dd>
    {action != null && <dd className="act">{action}</dd>}
  </div>
);
