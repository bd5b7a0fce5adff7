import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { useT } from '../../app/language-provider.tsx';
import { AskAddress } from './ask-address.tsx';
import { EnterCode } from './enter-code.tsx';

interface CodeFormProps {
  email: string;
  onEmail: (email: string) => void;
  onDone: () => void;
}

/** A code by mail: no password to remember. First the address, then the six digits. */
export function CodeForm({ email, onEmail, onDone }: CodeFormProps) {
  const t = useT();
  const [sent, setSent] = useState(false);
  return sent ? (
    <EnterCode
      hint={t('auth.codeSent', { email: email.trim() })}
      submit={t('shell.signIn')}
      attempt={(code) => auth.signInWithCode(email.trim(), code)}
      sendAgain={() => auth.sendMailCode(email.trim())}
      onDone={onDone}
      other={{ label: t('auth.otherAddress'), onOther: () => setSent(false) }}
    />
  ) : (
    <AskAddress
      email={email}
      onEmail={onEmail}
      hint={t('auth.codeHint')}
      submit={t('auth.sendCode')}
      attempt={auth.sendMailCode}
      onDone={() => setSent(true)}
    />
  );
}
