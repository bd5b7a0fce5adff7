import { useId, type ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface PanelProps {
  title?: ReactNode;
  tools?: ReactNode;
  /** Content touches the edges (a table). */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A dense box with a head, for staff. */
export function Panel({ title, tools, flush, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={classNames('panel', className)} aria-labelledby={title != null ? titleId : undefined}>
      {title != null && (
        <div className="panel__head">
          <h2 id={titleId}>{title}</h2>
          {tools}
        </div>
      )}
      {flush ? children : <div className="panel__body">{children}</div>}
    </section>
  );
}
