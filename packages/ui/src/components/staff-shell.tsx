import type { ReactNode } from 'react';
import { Badge } from './badge.tsx';
import { Icon, type Glyph } from './icon.tsx';
import { SkipLink } from './skip-link.tsx';
import { Anchor } from './ui-provider.tsx';

export interface RailLink {
  href: string;
  label: string;
  icon: Glyph;
  current?: boolean;
  count?: { value: ReactNode; tone?: 'due' | 'ombudsman' };
}

export interface RailGroup {
  title: string;
  links: readonly RailLink[];
}

export interface StaffShellProps {
  skip: string;
  brand: ReactNode;
  /** For whom and in which post one works here. */
  organisation?: { name: ReactNode; post: ReactNode };
  search?: ReactNode;
  tools?: ReactNode;
  nav: { label: string; groups: readonly RailGroup[] };
  /** Keyboard shortcuts. */
  foot?: ReactNode;
  children: ReactNode;
}

/** Top bar, rail (tabs on a phone), main. The document's root carries `data-density="compact"`. */
export function StaffShell({
  skip,
  brand,
  organisation,
  search,
  tools,
  nav,
  foot,
  children,
}: StaffShellProps) {
  return (
    <>
      <SkipLink target="main">{skip}</SkipLink>
      <div className="shell">
        <header className="topbar">
          {brand}
          {organisation && (
            <div className="org">
              {organisation.name}
              <small>{organisation.post}</small>
            </div>
          )}
          {search != null && <div className="search">{search}</div>}
          <div className="end-tools">{tools}</div>
        </header>
        <nav className="rail" aria-label={nav.label}>
          {nav.groups.map((group) => (
            <div key={group.title}>
              <h2>{group.title}</h2>
              {group.links.map((link) => (
                <Anchor key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                  <Icon of={link.icon} />
                  <span className="grow">{link.label}</span>
                  {link.count && <Badge tone={link.count.tone}>{link.count.value}</Badge>}
                </Anchor>
              ))}
            </div>
          ))}
        </nav>
        <nav className="mobile-nav tabs" aria-label={nav.label}>
          {nav.groups
            .flatMap((group) => group.links)
            .map((link) => (
              <Anchor key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.label} {link.count && <Badge tone={link.count.tone}>{link.count.value}</Badge>}
              </Anchor>
            ))}
        </nav>
        <main id="main" className="main stack stack-3" tabIndex={-1}>
          {children}
        </main>
        {foot != null && <footer className="main-foot">{foot}</footer>}
      </div>
    </>
  );
}
