import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { isMailAddress } from '../file-report/check-draft.ts';
import { EnterCode } from './enter-code.tsx';
import { useAuthForm } from './use-auth-form.ts';

interface CodeFormProps {
  email: string;
  onEmail: (email: string) => void;
  onDone: () => void;
}

/** A code by mail: no password to remember. First the address, then the six digits. */
export function CodeForm({ email, onEmail, onDone }: CodeFormProps) {
  const [sent, setSent] = useState(false);
  return sent ? (
    <EnterCode
      email={email}
      hint="auth.codeSent"
      submit="shell.signIn"
      attempt={(code) => auth.signInWithCode(email.trim(), code)}
      sendAgain={() => auth.sendMailCode(email.trim())}
      onDone={onDone}
      onOtherAddress={() => setSent(false)}
    />
  ) : (
    <AskCode email={email} onEmail={onEmail} onSent={() => setSent(true)} />
  );
}

function AskCode({
  email,
  onEmail,
  onSent,
}: {
  email: string;
  onEmail: (email: string) => void;
  onSent: () => void;
}) {
  const t = useT();
  const form = useAuthForm({
    check: () => (isMailAddress(email) ? null : { field: 'email', message: 'auth.emailInvalid' }),
    attempt: () => auth.sendMailCode(email.trim()),
    onDone: onSent,
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      {form.formError && (
        <Notice tone="danger" role="alert">
          <p>{form.formError}</p>
        </Notice>
      )}
      <Field id="auth-email" label={t('auth.email')} hint={t('auth.codeHint')} error={form.errorOf('email')}>
        <TextInput
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="primary" block busy={form.busy}>
        {t('auth.sendCode')}
      </Button>
    </form>
  );
}
