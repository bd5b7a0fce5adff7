import { useState, type ReactNode } from 'react';
import { Brand, CitizenShell, ThemeSwitch, UiProvider, type AnchorProps } from '@lapor/ui';
import { Link, useLocation } from 'wouter';
import { useLanguage, useT } from './language-provider.tsx';
import { useSession } from './session.tsx';
import { Footer } from './footer.tsx';
import { lazyPart, whenQuiet } from './lazy-page.tsx';

const RouterLink = (props: AnchorProps) => <Link {...props} />;

const DeviceNews = lazyPart(async () => {
  await whenQuiet();
  return import('../features/device/device-news.tsx');
});

const pages = [
  ['/laporan', 'shell.publicReports'],
  ['/lacak', 'shell.follow'],
  ['/cara-kerja', 'shell.howItWorks'],
  ['/bantuan', 'shell.help'],
] as const;

export function Shell({ children }: { children: ReactNode }) {
  const t = useT();
  const { session } = useSession();
  const [path] = useLocation();
  const account = session
    ? { href: '/akun', label: t('shell.myReports') }
    : { href: '/masuk', label: t('shell.signIn') };
  return (
    <UiProvider
      link={RouterLink}
      words={{ error: t('common.errorPrefix'), close: t('common.close'), stepDone: t('common.stepDone') }}
    >
      <CitizenShell
        skip={t('shell.skip')}
        brand={<Brand href="/" name="LAPOR!" sub={t('shell.tagline')} />}
        nav={{
          label: t('shell.nav'),
          links: pages.map(([href, label]) => ({ href, label: t(label), current: path === href })),
        }}
        account={{ ...account, current: path.startsWith(account.href) }}
        language={<LanguageSwitch />}
        theme={(place) => <ThemeSwitch label={t('shell.theme')} shown={place === 'menu'} />}
        menu={{ open: t('shell.openMenu'), close: t('shell.closeMenu') }}
        path={path}
        footer={<Footer short={/^\/(lapor|terkirim)(\/|$)/.test(path)} />}
      >
        <DeviceNews />
        {children}
      </CitizenShell>
    </UiProvider>
  );
}

/** Offers the other language, in that language. Without a network it may not be on the device, and that is said. */
function LanguageSwitch() {
  const { language, switchLanguage, t } = useLanguage();
  const [failed, setFailed] = useState(false);
  const other = language === 'id' ? 'en' : 'id';
  const change = () =>
    switchLanguage(other).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      <button className="icon-btn" type="button" lang={other} onClick={() => void change()}>
        {other.toUpperCase()}
        <span className="sr">
          {other === 'en' ? ' – read this site in English' : ' – baca situs ini dalam bahasa Indonesia'}
        </span>
      </button>
      {failed && (
        <p className="header-note" role="alert">
          {t('common.checkNetwork')}
        </p>
      )}
    </>
  );
}
