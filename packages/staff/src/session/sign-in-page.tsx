import { Notice } from '@lapor/ui';
import { useEffect, useState } from 'react';
import type { ConsoleIdentity } from '../app/console-identity.ts';
import { useText } from '../language/use-text.ts';
import { GateFrame } from './gate-frame.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

/** Password, then the six digits of the authenticator. Both stay filled in when something fails. */
export function SignInPage({ console, onSignedIn }: { console: ConsoleIdentity; onSignedIn: () => void }) {
  const t = useText();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [credentials, setCredentials] = useState({ email: '', password: '' });
  const [expired, setExpired] = useState(false);
  const title = t(step === 'password' ? 'signIn.title' : 'secondFactor.title');

  useEffect(() => {
    document.title = `${title} – ${console.label} – LAPOR!`;
  }, [title, console.label]);

  return (
    <GateFrame console={console}>
      <div className="panel gate-card">
        <div className="panel__body stack">
          <h1>{title}</h1>
          {step === 'password' ? (
            <>
              {expired && (
                <Notice tone="warning" role="alert" title={t('signIn.stepExpired')}>
                  <p>{t('signIn.stepExpiredHint')}</p>
                </Notice>
              )}
              <PasswordForm
                credentials={credentials}
                onChange={setCredentials}
                onPassed={({ secondFactor }) => {
                  setExpired(false);
                  if (secondFactor) setStep('code');
                  else onSignedIn();
                }}
              />
            </>
          ) : (
            <SecondFactorForm
              email={credentials.email}
              onPassed={onSignedIn}
              onBack={() => setStep('password')}
              onExpired={() => {
                setExpired(true);
                setStep('password');
              }}
            />
          )}
        </div>
      </div>
      <p className="caption gate-note">{t(step === 'password' ? 'signIn.note' : 'secondFactor.note')}</p>
    </GateFrame>
  );
}
