import { Notice, Skeleton } from '@lapor/ui';
import { auth, type SignInResult } from '@lapor/web-client';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ConsoleIdentity } from '../app/console-identity.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { AgencySignInOffer } from './agency-sign-in.tsx';
import { GateFrame } from './gate-frame.tsx';
import { OtherWays } from './other-ways.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import { signInReturnOf } from './sign-in-return.ts';
import { signOutHere } from './sign-out.ts';

const ForgottenPassword = lazy(async () => ({
  default: (await import('./password/forgotten-password.tsx')).ForgottenPassword,
}));
const Enrolment = lazy(async () => ({ default: (await import('./enrolment/enrolment.tsx')).Enrolment }));

type Methods = Extract<SignInResult, { ok: true }>['methods'];
type Step =
  | { name: 'PASSWORD' }
  | { name: 'SECOND_FACTOR'; methods: Methods; byAgency?: boolean }
  | { name: 'FORGOTTEN' }
  | { name: 'ENROLMENT' };
/** What is told above the password. */
type News = 'EXPIRED' | 'CHANGED' | 'REFUSED_BY_AGENCY' | null;

const titles: Record<Step['name'], StaffMessageId> = {
  PASSWORD: 'signIn.title',
  SECOND_FACTOR: 'secondFactor.title',
  FORGOTTEN: 'reset.title',
  ENROLMENT: 'enrol.title',
};
const notes: Partial<Record<Step['name'], StaffMessageId>> = {
  PASSWORD: 'signIn.note',
  SECOND_FACTOR: 'secondFactor.note',
};

/** Password and second proof, a passkey, or the agency's own sign-in. What was typed stays when something fails. */
export function SignInPage({ console, onSignedIn }: { console: ConsoleIdentity; onSignedIn: () => void }) {
  const t = useText();
  const came = useSignInReturn();
  const [step, setStep] = useState<Step>(
    came === 'second-factor'
      ? { name: 'SECOND_FACTOR', methods: ['totp', 'passkey'], byAgency: true }
      : { name: 'PASSWORD' },
  );
  const [news, setNews] = useState<News>(came === 'refused' ? 'REFUSED_BY_AGENCY' : null);
  const [credentials, setCredentials] = useState({ email: '', password: '' });
  const title = t(titles[step.name]);
  const note = notes[step.name];

  useEffect(() => {
    document.title = `${title} – ${console.label} – LAPOR!`;
  }, [title, console.label]);

  async function passedPassword(methods: Methods | null) {
    setNews(null);
    if (methods) return setStep({ name: 'SECOND_FACTOR', methods });
    // Signed in by the password alone: an officer sets up the second factor now, with the password still at hand.
    const session = await auth.currentSession().catch(() => null);
    if (session?.mustEnrol) setStep({ name: 'ENROLMENT' });
    else onSignedIn();
  }

  return (
    <GateFrame console={console}>
      <div className="panel gate-card">
        <div className="panel__body stack">
          {step.name !== 'ENROLMENT' && <h1>{title}</h1>}
          <Suspense fallback={<Skeleton label={t('page.loading')} lines={4} />}>
            {step.name === 'PASSWORD' && (
              <>
                <NewsNotice news={news} />
                <PasswordForm
                  credentials={credentials}
                  onChange={setCredentials}
                  onPassed={({ secondFactor, methods }) => passedPassword(secondFactor ? methods : null)}
                  onForgotten={() => setStep({ name: 'FORGOTTEN' })}
                />
                <OtherWays onPassed={onSignedIn} />
                <AgencySignInOffer email={credentials.email} />
              </>
            )}
            {step.name === 'SECOND_FACTOR' && (
              <SecondFactorForm
                email={step.byAgency ? null : credentials.email}
                methods={step.methods}
                onPassed={onSignedIn}
                onBack={() => setStep({ name: 'PASSWORD' })}
                onExpired={() => {
                  setNews('EXPIRED');
                  setStep({ name: 'PASSWORD' });
                }}
              />
            )}
            {step.name === 'FORGOTTEN' && (
              <ForgottenPassword
                email={credentials.email}
                onEmail={(email) => setCredentials({ ...credentials, email })}
                onBack={(changed) => {
                  setNews(changed ? 'CHANGED' : null);
                  setCredentials({ ...credentials, password: '' });
                  setStep({ name: 'PASSWORD' });
                }}
              />
            )}
            {step.name === 'ENROLMENT' && (
              <Enrolment
                email={credentials.email}
                password={credentials.password}
                onDone={onSignedIn}
                onSignOut={() => void signOutHere().then(onSignedIn)}
              />
            )}
          </Suspense>
        </div>
      </div>
      {note && <p className="caption gate-note">{t(note)}</p>}
    </GateFrame>
  );
}

function NewsNotice({ news }: { news: News }) {
  const t = useText();
  switch (news) {
    case 'EXPIRED':
      return (
        <Notice tone="warning" role="alert" title={t('signIn.stepExpired')}>
          <p>{t('signIn.stepExpiredHint')}</p>
        </Notice>
      );
    case 'CHANGED':
      return (
        <Notice tone="success" role="status" title={t('reset.done')}>
          <p>{t('reset.doneHint')}</p>
        </Notice>
      );
    case 'REFUSED_BY_AGENCY':
      return (
        <Notice tone="warning" role="alert" title={t('signIn.agencyRefused')}>
          <p>{t('signIn.agencyRefusedHint')}</p>
        </Notice>
      );
    case null:
      return null;
  }
}

/** How the agency's own sign-in ended; its mark leaves the address at once. */
function useSignInReturn() {
  const { pathname, search, hash } = useLocation();
  const go = useNavigate();
  const [{ came, rest }] = useState(() => signInReturnOf(search));
  useEffect(() => {
    if (came) void go({ pathname, search: rest, hash }, { replace: true });
    // Once, for the address that was come to.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return came;
}
