import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Session } from '@lapor/web-client';
import { Anchor, Button, ErrorState, Notice, Skeleton } from '@lapor/ui';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { Page } from '../../app/page.tsx';
import { useSession } from '../../app/session.tsx';
import { signInPath } from '../sign-in/return-path.ts';

const pages = [
  ['/akun', 'account.reports'],
  ['/akun/mengikuti', 'account.followingShort'],
  ['/akun/profil', 'account.profile'],
  ['/akun/keamanan', 'account.security'],
  ['/akun/data', 'account.dataShort'],
] as const;

interface AccountFrameProps {
  title: MessageId;
  /** For citizens only: an officer's account is managed in the console. */
  citizensOnly?: boolean;
  /** The page this one lies under. */
  under?: string;
  action?: ReactNode;
  children: (session: Session) => ReactNode;
}

/** Head and ways of the account's pages. Who is signed out is sent to sign in, and comes back. */
export function AccountFrame({ title, citizensOnly, under, action, children }: AccountFrameProps) {
  const t = useT();
  const { session, unknown, refresh, signOut } = useSession();
  const [path, navigate] = useLocation();
  const [failed, setFailed] = useState(false);
  const signedOut = session === null && !unknown;

  useEffect(() => {
    if (signedOut) navigate(signInPath(path), { replace: true });
  }, [signedOut, navigate, path]);

  if (!session) {
    return (
      <Page title={t(title)} className="top-gap">
        {unknown ? (
          <ErrorState
            page
            title={t('account.notLoaded')}
            retryLabel={t('common.retry')}
            onRetry={() => void refresh()}
          >
            {t('common.checkNetwork')}
          </ErrorState>
        ) : (
          <Skeleton label={t('common.loading')} title />
        )}
      </Page>
    );
  }
  return (
    <Page title={t(title)} className="stack stack-6 top-gap">
      <div className="row row--between row--top">
        <div>
          <h1>{t(title)}</h1>
          <p className="muted">{t('account.signedInAs', { email: session.email })}</p>
        </div>
        <div className="row">
          {action}
          <Button onClick={async () => setFailed(!(await signOut()))}>{t('account.signOut')}</Button>
        </div>
      </div>
      {failed && (
        <Notice tone="danger" role="alert">
          <p>{t('account.signOutFailed')}</p>
        </Notice>
      )}
      <nav className="tabs account-nav" aria-label={t('account.pages')}>
        {pages.map(([href, label]) => (
          <Anchor
            key={href}
            href={href}
            aria-current={path === href ? 'page' : href === under ? 'true' : undefined}
          >
            {t(label)}
          </Anchor>
        ))}
      </nav>
      {session.kind !== 'citizen' && (
        <Notice>
          <p>{t(citizensOnly ? 'account.officerManages' : 'account.officer')}</p>
          <p>
            <a href="/instansi/">{t('auth.officerConsole')}</a>
          </p>
        </Notice>
      )}
      {(session.kind === 'citizen' || !citizensOnly) && children(session)}
    </Page>
  );
}
