import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Anchor } from './ui-provider.tsx';

interface CardProps {
  /** Id of the heading inside, which names the section. */
  labelledBy?: string;
  /** Framed heavily: the one question to the reader. */
  asking?: boolean;
  className?: string;
  children: ReactNode;
}

export const Card = ({ labelledBy, asking, className, children }: CardProps) => (
  <section className={classNames('card stack', asking && 'ask', className)} aria-labelledby={labelledBy}>
    {children}
  </section>
);

/** A whole card as a link; its `<h3>` looks like one. */
export const LinkCard = ({ href, children }: { href: string; children: ReactNode }) => (
  <Anchor className="card card--link" href={href}>
    {children}
  </Anchor>
);
