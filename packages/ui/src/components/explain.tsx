import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface ExplainProps {
  /** What is pressed: a due chip, or words that look like a link. */
  summary: ReactNode;
  /** `float` lies over the page, `wide` and `flat` push it down. */
  kind?: 'float' | 'wide' | 'flat';
  open?: boolean;
  children: ReactNode;
}

/** A deadline that explains itself when pressed. */
export function Explain({ summary, kind, open, children }: ExplainProps) {
  return (
    <details
      className={classNames(
        'explain',
        kind === 'float' && 'explain--float',
        (kind === 'wide' || kind === 'flat') && 'explain--wide',
      )}
      open={open}
    >
      <summary>
        {typeof summary === 'string' ? <span className="link-like">{summary}</span> : summary}
      </summary>
      <div className={classNames('explain__card', kind === 'flat' && 'explain__card--flat')}>{children}</div>
    </details>
  );
}
