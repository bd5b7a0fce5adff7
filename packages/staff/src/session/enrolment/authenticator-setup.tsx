import { Skeleton } from '@lapor/ui';
import { beginTotp } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { useAttempt } from '../attempts/use-attempt.ts';
import { AuthenticatorCode } from './authenticator-code.tsx';
import { PasswordAgain } from './password-again.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

interface AuthenticatorSetupProps {
  email: string;
  /** Typed a moment ago; null: it is asked for. */
  password: string | null;
  doneLabel: string;
  onDone: () => void;
  onOtherWay: () => void;
  otherWayLabel?: string;
}

interface Setup {
  totpURI: string;
  backupCodes: readonly string[];
}

/** Password, QR code or key, six digits to prove it, recovery codes. */
export function AuthenticatorSetup({
  email,
  password,
  doneLabel,
  onDone,
  onOtherWay,
  otherWayLabel,
}: AuthenticatorSetupProps) {
  const t = useText();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [proved, setProved] = useState(false);
  const attempt = useAttempt();
  const { run } = attempt;

  const begin = async (given: string) => {
    const begun = await run(() => beginTotp(given));
    if (begun) setSetup(begun.value);
  };
  const started = useRef(false);
  useEffect(() => {
    // Once: each beginning makes a new secret.
    if (password === null || started.current) return;
    started.current = true;
    void begin(password);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  if (!setup) {
    if (password !== null && !attempt.failure) return <Skeleton label={t('page.loading')} lines={5} />;
    return (
      <PasswordAgain
        email={email}
        busy={attempt.busy}
        failure={attempt.failure}
        onGiven={(given) => void begin(given)}
        onOtherWay={onOtherWay}
        otherWayLabel={otherWayLabel}
      />
    );
  }
  if (!proved)
    return (
      <AuthenticatorCode
        totpUri={setup.totpURI}
        onProved={() => setProved(true)}
        onOtherWay={onOtherWay}
        otherWayLabel={otherWayLabel}
      />
    );
  return <RecoveryCodes codes={setup.backupCodes} email={email} doneLabel={doneLabel} onDone={onDone} />;
}
