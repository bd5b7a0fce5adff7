import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { isMailAddress } from '../file-report/check-draft.ts';
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
  const form = useAuthForm({
    check: () => {
      if (!isMailAddress(email)) return { field: 'email', message: 'auth.emailInvalid' };
      return password === '' ? { field: 'password', message: 'auth.passwordMissing' } : null;
    },
    attempt: async () => {
      const result = await auth.signIn({ email: email.trim(), password });
      setOfficer(result.ok && result.secondFactor);
      return result.ok && result.secondFactor ? { ok: false, code: 'REFUSED' } : result;
    },
    onDone,
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      {form.formError && (
        <Notice tone="danger" role="alert">
          <p>{officer ? t('auth.officer') : form.formError}</p>
          {officer && (
            <p>
              <a href="/instansi/">{t('auth.officerConsole')}</a>
            </p>
          )}
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
    </form>
  );
}
