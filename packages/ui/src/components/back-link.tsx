import type { ReactNode } from 'react';
import { backIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { Anchor } from './ui-provider.tsx';
import { classNames } from './class-names.ts';

/** Way back above a page; `label` names the navigation. */
export const BackLink = ({
  href,
  label,
  narrow,
  onClick,
  children,
}: {
  href: string;
  label: string;
  narrow?: boolean;
  onClick?: (event: { preventDefault: () => void }) => void;
  children: ReactNode;
}) => (
  <nav className={classNames('wrap backlink', narrow && 'wrap--form')} aria-label={label}>
    <Anchor href={href} onClick={onClick}>
      <Icon of={backIcon} size="small" />
      {children}
    </Anchor>
  </nav>
);
