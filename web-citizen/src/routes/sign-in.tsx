import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Tabs, type Tab } from '@lapor/ui';
import { useT } from '../app/language-provider.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { CodeForm } from '../features/sign-in/code-form.tsx';
import { PasskeyForm } from '../features/sign-in/passkey-form.tsx';
import { PasswordForm } from '../features/sign-in/password-form.tsx';
import { returnPath } from '../features/sign-in/return-path.ts';
import { SignUpForm } from '../features/sign-in/sign-up-form.tsx';

type Way = 'code' | 'password' | 'sign-up';

export default function SignIn() {
  const t = useT();
  const { session, refresh } = useSession();
  const [, navigate] = useLocation();
  const search = useSearch();
  const [way, setWay] = useState<Way>(new URLSearchParams(search).has('daftar') ? 'sign-up' : 'code');
  // One address, whichever way is tried.
  const [email, setEmail] = useState('');

  useEffect(() => {
    if (session) navigate(returnPath(search), { replace: true });
  }, [session, navigate, search]);

  const ways: readonly Tab<Way>[] = [
    { id: 'code', label: t('auth.byCode') },
    { id: 'password', label: t('auth.byPassword') },
    { id: 'sign-up', label: t('auth.new') },
  ];
  const props = { email, onEmail: setEmail, onDone: () => void refresh() };
  return (
    <Page title={t('shell.signIn')} narrow className="stack stack-6 top-gap">
      <div>
        <h1>{t('auth.heading')}</h1>
        <p className="lead">{t('auth.lead')}</p>
      </div>
      <div className="card stack sign-in">
        <Tabs label={t('auth.ways')} tabs={ways} value={way} onChange={setWay}>
          {way === 'code' && <CodeForm {...props} />}
          {way === 'password' && <PasswordForm {...props} />}
          {way === 'sign-up' && <SignUpForm {...props} />}
        </Tabs>
        {way !== 'sign-up' && <PasskeyForm onDone={props.onDone} />}
      </div>
      <p className="caption">{t('auth.notNeeded')}</p>
    </Page>
  );
}
