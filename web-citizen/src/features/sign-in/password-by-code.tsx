import { useEffect, useRef, useState } from 'react';
import { auth, type SignInResult } from '@lapor/web-client';
import { Button } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { CodeField, SendAgain } from './enter-code.tsx';
import { FormFault } from './form-fault.tsx';
import { NewPasswordField, newPasswordFault } from './new-password-field.tsx';
import { useAuthForm } from './use-auth-form.ts';

export interface PasswordByCodeProps {
  email: string;
  hint: string;
  onDone: (result: Extract<SignInResult, { ok: true }>) => void;
  other: { label: string; onOther: () => void };
}

/** A new password in place of the old one, with the code that was mailed. It ends all sessions; then this one is opened. */
export function PasswordByCode({ email, hint, onDone, other }: PasswordByCodeProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const digits = code.replace(/\D/g, '');
  // A code is good once: had only the sign-in failed, the next attempt is that alone.
  const wasReset = useRef(false);
  async function resetAndSignIn(): Promise<SignInResult> {
    if (!wasReset.current) {
      const reset = await auth.resetPassword({ email, code: digits, password });
      if (!reset.ok) return reset;
      wasReset.current = true;
    }
    return auth.signIn({ email, password });
  }
  const form = useAuthForm({
    check: () =>
      digits.length === 6 ? newPasswordFault(password) : { field: 'code', message: 'auth.codeSix' },
    attempt: resetAndSignIn,
    onDone,
  });
  useEffect(() => document.getElementById('auth-code')?.focus(), []);
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      <CodeField hint={hint} error={form.errorOf('code')} code={code} onCode={setCode} />
      <NewPasswordField
        label={t('auth.newPassword')}
        error={form.errorOf('password')}
        value={password}
        onValue={setPassword}
      />
      <Button type="submit" variant="primary" block busy={form.busy}>
        {t('auth.savePassword')}
      </Button>
      <SendAgain sendAgain={() => auth.forgotPassword(email)} other={other} />
    </form>
  );
}
