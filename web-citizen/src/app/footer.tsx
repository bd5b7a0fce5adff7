import { Anchor } from '@lapor/ui';
import { useT } from './language-provider.tsx';

/** `short` where a reader is in the middle of something. */
export function Footer({ short }: { short: boolean }) {
  const t = useT();
  if (short) {
    return (
      <nav className="row" aria-label={t('shell.needHelp')}>
        <Anchor href="/bantuan">{t('shell.help')}</Anchor>
        <Anchor href="/privasi">{t('shell.privacy')}</Anchor>
      </nav>
    );
  }
  return (
    <>
      <div className="grid-2">
        <nav aria-labelledby="footer-about">
          <h2 id="footer-about">{t('shell.about')}</h2>
          <ul>
            <li>
              <Anchor href="/cara-kerja">{t('shell.howAndDeadlines')}</Anchor>
            </li>
            <li>
              <Anchor href="/statistik">{t('shell.statistics')}</Anchor>
            </li>
            <li>
              <Anchor href="/kinerja">{t('shell.agencies')}</Anchor>
            </li>
            <li>
              <Anchor href="/privasi">{t('shell.privacy')}</Anchor>
            </li>
          </ul>
        </nav>
        <nav aria-labelledby="footer-help">
          <h2 id="footer-help">{t('shell.needHelp')}</h2>
          <ul>
            <li>
              <Anchor href="/bantuan">{t('shell.questions')}</Anchor>
            </li>
            <li>
              <Anchor href="/lacak">{t('shell.follow')}</Anchor>
            </li>
            <li>
              <Anchor href="/istilah">{t('shell.terms')}</Anchor>
            </li>
            <li>
              <Anchor href="/aksesibilitas">{t('shell.access')}</Anchor>
            </li>
            <li>
              <Anchor href="/status">{t('shell.status')}</Anchor>
            </li>
            <li>
              {/* Made by the server: the browser goes there. */}
              <a href="/sederhana">{t('shell.plain')}</a>
            </li>
          </ul>
        </nav>
      </div>
      <p className="site-footer__note">{t('shell.keepers')}</p>
    </>
  );
}
