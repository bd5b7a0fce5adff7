import { useEffect, useState, type ReactNode } from 'react';
import { closeIcon, menuIcon, userIcon } from './glyphs.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './button.tsx';
import { SkipLink } from './skip-link.tsx';
import { Anchor } from './ui-provider.tsx';

export interface NavLink {
  href: string;
  label: string;
  current?: boolean;
}

export interface CitizenShellProps {
  skip: string;
  brand: ReactNode;
  nav: { label: string; links: readonly NavLink[] };
  /** Sign in, or the own account. */
  account: NavLink;
  /** Stands in the header on every screen: the language. */
  language: ReactNode;
  /** In the header on a wide screen, in the menu on a phone. */
  theme: (place: 'header' | 'menu') => ReactNode;
  menu: { open: string; close: string };
  /** Changes when the page does: the phone menu closes. */
  path: string;
  footer: ReactNode;
  /** Holds one `<main id="main" tabIndex={-1}>`. */
  children: ReactNode;
}

/** Header, phone menu and footer around a citizen's page. */
export function CitizenShell({
  skip,
  brand,
  nav,
  account,
  language,
  theme,
  menu,
  path,
  footer,
  children,
}: CitizenShellProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      // What had the focus is hidden now.
      document.querySelector<HTMLElement>('[aria-controls=site-menu]')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <div className="site">
      <SkipLink target="main">{skip}</SkipLink>
      <header className="site-header">
        <div className="wrap site-header__in">
          {brand}
          <nav className="only-wide" aria-label={nav.label}>
            <div className="site-nav">
              {nav.links.map((link) => (
                <Anchor key={link.href} href={link.href} aria-current={link.current ? 'page' : undefined}>
                  {link.label}
                </Anchor>
              ))}
            </div>
          </nav>
          <div className="site-tools">
            {language}
            <span className="only-wide">{theme('header')}</span>
            <Anchor
              className="icon-btn only-wide"
              href={account.href}
              aria-current={account.current ? 'page' : undefined}
            >
              <Icon of={userIcon} />
              {account.label}
            </Anchor>
            <IconButton
              className="only-narrow"
              icon={open ? closeIcon : menuIcon}
              label={open ? menu.close : menu.open}
              aria-expanded={open}
              aria-controls="site-menu"
              onClick={() => setOpen(!open)}
            />
          </div>
        </div>
      </header>
      <nav className="site-menu" id="site-menu" aria-label={nav.label} hidden={!open}>
        <ul className="wrap">
          {[...nav.links, account].map((link) => (
            <li key={link.href}>
              <Anchor href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.label}
              </Anchor>
            </li>
          ))}
          <li>{theme('menu')}</li>
        </ul>
      </nav>
      <div className="site-main">{children}</div>
      <footer className="site-footer">
        <div className="wrap">{footer}</div>
      </footer>
    </div>
  );
}
