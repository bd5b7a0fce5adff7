import type { ReactNode } from 'react';

/** First stop of the Tab key; the target carries `tabIndex={-1}`. */
export const SkipLink = ({ target, children }: { target: string; children: ReactNode }) => (
  <a
    className="skip"
    href={`#${target}`}
    onClick={(event) => {
      event.preventDefault();
      const main = document.getElementById(target);
      main?.focus();
      main?.scrollIntoView();
    }}
  >
    {children}
  </a>
);
