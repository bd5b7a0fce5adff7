import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { Button, Notice } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { AskAddress } from './ask-address.tsx';
import { PasswordByCode, type PasswordByCodeProps } from './password-by-code.tsx';

interface ForgottenPasswordProps {
  email: string;
  onEmail: (email: string) => void;
  onDone: PasswordByCodeProps['onDone'];
  onBack: () => void;
}

/** For who has forgotten the password: a code by mail proves the address. Known and unknown ones read the same. */
export function ForgottenPassword({ email, onEmail, onDone, onBack }: ForgottenPasswordProps) {
  const t = useT();
  const [sent, setSent] = useState(false);
  if (sent) {
    return (
      <PasswordByCode
        email={email.trim()}
        hint={t('auth.resetSent', { email: email.trim() })}
        onDone={onDone}
        other={{ label: t('auth.otherAddress'), onOther: () => setSent(false) }}
      />
    );
  }
  return (
    <div className="stack">
      <Notice tone="plain">
        <p>{t('auth.forgottenText')}</p>
      </Notice>
      <AskAddress
        email={email}
        onEmail={onEmail}
        hint={t('auth.forgottenHint')}
        submit={t('auth.sendCode')}
        attempt={auth.forgotPassword}
        onDone={() => setSent(true)}
      />
      <p>
        <Button variant="quiet" onClick={onBack}>
          {t('auth.backToPassword')}
        </Button>
      </p>
    </div>
  );
}
