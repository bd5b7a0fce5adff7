import { useRef } from 'react';
import { auth, type AuthResult } from '@lapor/web-client';
import { useT } from '../../app/language-provider.tsx';
import { EnterCode } from '../sign-in/enter-code.tsx';
import { proveByCode } from './prove-by-code.ts';

interface ConfirmYouProps {
  email: string;
  submit: string;
  /** What was refused for want of a fresh session, tried again. */
  attempt: () => Promise<AuthResult>;
  onDone: () => void;
  onCancel: () => void;
}

/** "Is it you?": after ten minutes a session alone is not enough to change who can get in. */
export function ConfirmYou({ email, submit, attempt, onDone, onCancel }: ConfirmYouProps) {
  const t = useT();
  // A code is good once: had only what follows failed, the next attempt is that alone.
  const proved = useRef(false);
  return (
    <EnterCode
      variant="secondary"
      hint={t('account.proveByCode', { email })}
      submit={submit}
      attempt={async (code) => {
        if (!proved.current) {
          const result = await proveByCode(email, code);
          if (!result.ok) return result;
          proved.current = true;
        }
        return attempt();
      }}
      sendAgain={() => auth.sendMailCode(email)}
      onDone={onDone}
      other={{ label: t('common.cancel'), onOther: onCancel }}
    />
  );
}

/** Mails the code that `ConfirmYou` asks for. */
export async function askForCode(email: string, onSent: () => void): Promise<AuthResult> {
  const sent = await auth.sendMailCode(email);
  if (sent.ok) onSent();
  return sent;
}
