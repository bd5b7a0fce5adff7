import { Button } from '@lapor/ui';
import { hasPasskeys } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { AuthenticatorSetup } from './authenticator-setup.tsx';
import { PasskeyDone } from './passkey-done.tsx';
import { PasskeySetup } from './passkey-setup.tsx';
import { WayChoice, type Way } from './way-choice.tsx';

interface EnrolmentProps {
  email: string;
  /** What was typed a moment ago, so that it need not be asked again; null after a reload. */
  password: string | null;
  onDone: () => void;
  onSignOut: () => void;
}

type Step = 'WAY' | Way | 'PASSKEY_DONE';

const titles: Record<Step, StaffMessageId> = {
  WAY: 'enrol.title',
  APP: 'enrol.appTitle',
  PASSKEY: 'enrol.passkeyTitle',
  PASSKEY_DONE: 'enrol.passkeyDone',
};

/** Sets up the second factor, without which an officer's session may do nothing else. The way out is always there. */
export function Enrolment({ email, password, onDone, onSignOut }: EnrolmentProps) {
  const t = useText();
  const [step, setStep] = useState<Step>('WAY');
  const [way, setWay] = useState<Way>(hasPasskeys() ? 'PASSKEY' : 'APP');
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus();
  }, [step]);

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(titles[step])}
      </h1>
      {step === 'WAY' && <WayChoice way={way} onChoose={setWay} onNext={() => setStep(way)} />}
      {step === 'APP' && (
        <AuthenticatorSetup
          email={email}
          password={password}
          doneLabel={t('enrol.open')}
          onDone={onDone}
          onOtherWay={() => setStep('WAY')}
        />
      )}
      {step === 'PASSKEY' && (
        <PasskeySetup
          email={email}
          password={password}
          onDone={() => setStep('PASSKEY_DONE')}
          onOtherWay={() => setStep('WAY')}
        />
      )}
      {step === 'PASSKEY_DONE' && <PasskeyDone onAddApp={() => setStep('APP')} onOpen={onDone} />}
      {step !== 'PASSKEY_DONE' && (
        <Button variant="quiet" onClick={onSignOut}>
          {t('account.signOut')}
        </Button>
      )}
    </>
  );
}
