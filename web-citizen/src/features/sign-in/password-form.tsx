import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { isMailAddress } from '../file-report/check-draft.ts';
import { ForgottenPassword } from './forgotten-password.tsx';
import { FormFault } from './form-fault.tsx';
import { useAuthForm } from './use-auth-form.ts';

interface PasswordFormProps {
  email: string;
  onEmail: (email: string) => void;
  onDone: () => void;
}

/** Address and password. Whoever works with a second factor belongs to the consoles, and is told so. */
export function PasswordForm({ email, onEmail, onDone }: PasswordFormProps) {
  const t = useT();
  const [password, setPassword] = useState('');
  const [officer, setOfficer] = useState(false);
  const [forgotten, setForgotten] = useState(false);
  const signedIn = ({ secondFactor }: { secondFactor: boolean }) => {
    setOfficer(secondFactor);
    setForgotten(false);
    if (!secondFactor) onDone();
  };
  const form = useAuthForm({
    check: () => {
      if (!isMailAddress(email)) return { field: 'email', message: 'auth.emailInvalid' };
      return password === '' ? { field: 'password', message: 'auth.passwordMissing' } : null;
    },
    attempt: () => auth.signIn({ email: email.trim(), password }),
    onDone: signedIn,
  });
  if (forgotten) {
    return (
      <ForgottenPassword
        email={email}
        onEmail={onEmail}
        onDone={signedIn}
        onBack={() => setForgotten(false)}
      />
    );
  }
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      {officer && !form.fault && (
        <Notice tone="danger" role="alert">
          <p>{t('auth.officer')}</p>
          <p>
            <a href="/instansi/">{t('auth.officerConsole')}</a>
          </p>
        </Notice>
      )}
      <Field id="auth-email" label={t('auth.email')} error={form.errorOf('email')}>
        <TextInput
          type="email"
          inputMode="email"
          autoComplete="username"
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      </Field>
      <Field id="auth-password" label={t('auth.password')} error={form.errorOf('password')}>
        <TextInput
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="primary" block busy={form.busy}>
        {t('shell.signIn')}
      </Button>
      <p>
        <button type="button" className="link-button" onClick={() => setForgotten(true)}>
          {t('auth.forgotten')}
        </button>
      </p>
    </form>
  );
}
