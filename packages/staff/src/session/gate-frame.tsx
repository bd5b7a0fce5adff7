import { Brand, SkipLink, ThemeSwitch } from '@lapor/ui';
import type { ReactNode } from 'react';
import type { ConsoleIdentity } from '../app/console-identity.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { useText } from '../language/use-text.ts';

/** The page before the console: brand, language, theme, one thing to do. */
export function GateFrame({
  console,
  wide,
  children,
}: {
  console: ConsoleIdentity;
  /** There is something to read, not only something to fill in. */
  wide?: boolean;
  children: ReactNode;
}) {
  const t = useText();
  return (
    <>
      <SkipLink target="main">{t('skip')}</SkipLink>
      <header className="topbar gate-bar">
        <Brand href="/" name="LAPOR!" sub={console.label} />
        <div className="end-tools">
          <LanguageSwitch />
          <ThemeSwitch label={t('theme')} />
        </div>
      </header>
      <main className={wide ? 'gate gate--wide' : 'gate'} id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
