import { useEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Anchor } from './ui-provider.tsx';

interface TabLinksProps<Id extends string> {
  label: string;
  tabs: readonly { id: Id; href: string; label: ReactNode }[];
  current: Id;
  className?: string;
}

/** Pages beside each other, as a row of links; on a phone, where not all have room, the open one is in sight. */
export function TabLinks<Id extends string>({ label, tabs, current, className }: TabLinksProps<Id>) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = row.current?.querySelector('[aria-current]');
    if (!row.current || !open) return;
    const [outer, inner] = [row.current.getBoundingClientRect(), open.getBoundingClientRect()];
    // The row alone: the page stays where it is.
    row.current.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [current]);
  return (
    <nav className={classNames('tabs', className)} aria-label={label} ref={row}>
      {tabs.map((tab) => (
        <Anchor key={tab.id} href={tab.href} aria-current={tab.id === current ? 'page' : undefined}>
          {tab.label}
        </Anchor>
      ))}
    </nav>
  );
}
