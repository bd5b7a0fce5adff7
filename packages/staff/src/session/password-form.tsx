import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { auth, type SignInResult } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { signInFault, type SignInFault } from './sign-in-faults.ts';

interface Credentials {
  email: string;
  password: string;
}

interface PasswordFormProps {
  credentials: Credentials;
  onChange: (credentials: Credentials) => void;
  /** Resolves when the next step is there. */
  onPassed: (result: Extract<SignInResult, { ok: true }>) => Promise<void>;
  onForgotten: () => void;
}

export function PasswordForm({ credentials, onChange, onPassed, onForgotten }: PasswordFormProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [fault, setFault] = useState<SignInFault | null>(null);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    (credentials.email ? password : email).current?.focus();
    // Where typing starts, once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  async function submit() {
    if (busy) return;
    const given = { email: credentials.email.trim(), password: credentials.password };
    if (!given.email.includes('@')) {
      setFault({ field: 'email', message: 'signIn.emailNeeded' });
      email.current?.focus();
      return;
    }
    if (!given.password) {
      setFault({ field: 'password', message: 'signIn.passwordNeeded' });
      password.current?.focus();
      return;
    }
    setBusy(true);
    setFault(null);
    const result = await auth.signIn(given);
    if (result.ok) await onPassed(result);
    setBusy(false);
    if (!result.ok) {
      setFault(signInFault(result));
      password.current?.focus();
      password.current?.select();
    }
  }

  const text = fault && t(fault.message, fault.values);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {text && !fault.field && (
        <Notice tone="danger" role="alert">
          <p>{text}</p>
        </Notice>
      )}
      <Field label={t('signIn.email')} error={fault?.field === 'email' ? text : undefined}>
        <TextInput
          ref={email}
          type="email"
          name="email"
          autoComplete="username"
          value={credentials.email}
          onChange={(event) => onChange({ ...credentials, email: event.currentTarget.value })}
        />
      </Field>
      <Field label={t('signIn.password')} error={fault?.field === 'password' ? text : undefined}>
        <TextInput
          ref={password}
          type={shown ? 'text' : 'password'}
          name="password"
          autoComplete="current-password"
          value={credentials.password}
          onChange={(event) => onChange({ ...credentials, password: event.currentTarget.value })}
        />
      </Field>
      <label className="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        <span>{t('signIn.showPassword')}</span>
      </label>
      <Button variant="primary" type="submit" block busy={busy}>
        {t('signIn.next')}
      </Button>
      <Button variant="quiet" block onClick={onForgotten}>
        {t('signIn.forgot')}
      </Button>
    </form>
  );
}
