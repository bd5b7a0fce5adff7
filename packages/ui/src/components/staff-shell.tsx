import { useId, useState, type ReactNode } from 'react';
import { Badge } from './badge.tsx';
import { closeIcon, listIcon } from './glyphs.ts';
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
  /** `menu`: names of the button that shows all of it on a phone, where the tabs hold only a few, and of the one that hides it. */
  nav: { label: string; groups: readonly RailGroup[]; menu?: { open: string; close: string } };
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
  const [isOpen, setOpen] = useState(false);
  const railId = useId();
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
        <div className="mobile-bar">
          {nav.menu && (
            <button
              type="button"
              className="rail-toggle"
              aria-expanded={isOpen}
              aria-controls={railId}
              onClick={() => setOpen(!isOpen)}
            >
              <Icon of={isOpen ? closeIcon : listIcon} />
              {isOpen ? nav.menu.close : nav.menu.open}
            </button>
          )}
          <nav className="mobile-nav tabs" aria-label={nav.label} hidden={isOpen}>
            {nav.groups
              .flatMap((group) => group.links)
              .map((link) => (
                <Anchor key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.label} {link.count && <Badge tone={link.count.tone}>{link.count.value}</Badge>}
                </Anchor>
              ))}
          </nav>
        </div>
        {/* Whoever follows a link is done with the menu. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
        <nav
          id={railId}
          className={isOpen ? 'rail rail--open' : 'rail'}
          aria-label={nav.label}
          onClick={(event) => {
            if ((event.target as Element).closest('a')) setOpen(false);
          }}
        >
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
        <main id="main" className="main stack stack-3" tabIndex={-1}>
          {children}
        </main>
        {foot != null && <footer className="main-foot">{foot}</footer>}
      </div>
    </>
  );
}
