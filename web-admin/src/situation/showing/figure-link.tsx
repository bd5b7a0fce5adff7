import { Anchor } from '@lapor/ui';
import type { ReactNode } from 'react';

interface FigureLinkProps {
  /** How many stand behind it; nothing is linked to an empty list, nor where it is not told. */
  count: number | null | undefined;
  href: string;
  children: ReactNode;
}

/** A figure in a table that leads to the reports behind it. */
export const FigureLink = ({ count, href, children }: FigureLinkProps) =>
  count ? <Anchor href={href}>{children}</Anchor> : <>{children}</>;
