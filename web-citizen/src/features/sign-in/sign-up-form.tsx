import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { Button, Field, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { isMailAddress, longest } from '../file-report/check-draft.ts';
import { confirmAddress, sendConfirmationCode } from './confirm-address.ts';
import { EnterCode } from './enter-code.tsx';
import { FormFault } from './form-fault.tsx';
import { NewPasswordField, newPasswordFault } from './new-password-field.tsx';
import { useAuthForm } from './use-auth-form.ts';

interface SignUpFormProps {
  email: string;
  onEmail: (email: string) => void;
  onDone: () => void;
}

/** A new account: first what it needs, then the code that proves the address. */
export function SignUpForm({ email, onEmail, onDone }: SignUpFormProps) {
  const t = useT();
  const [sent, setSent] = useState(false);
  // Kept while the code is entered, so that the way back to another address loses nothing.
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const form = useAuthForm({
    check: () => {
      if (name.trim().length > longest.name) return { field: 'name', message: 'account.nameLong' };
      if (!isMailAddress(email)) return { field: 'email', message: 'auth.emailInvalid' };
      return newPasswordFault(password);
    },
    attempt: () => auth.signUp({ name: name.trim(), email: email.trim(), password }),
    onDone: () => setSent(true),
  });
  if (sent) {
    return (
      <EnterCode
        hint={t('auth.confirmSent', { email: email.trim() })}
        submit={t('auth.confirm')}
        attempt={(code) => confirmAddress(email.trim(), code)}
        sendAgain={() => sendConfirmationCode(email.trim())}
        onDone={onDone}
        other={{ label: t('auth.otherAddress'), onOther: () => setSent(false) }}
      />
    );
  }
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      <Field id="auth-name" label={t('file.name')} hint={t('account.nameHint')} error={form.errorOf('name')}>
        <TextInput
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="auth-email" label={t('auth.email')} error={form.errorOf('email')}>
        <TextInput
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      </Field>
      <NewPasswordField
        label={t('auth.password')}
        error={form.errorOf('password')}
        value={password}
        onValue={setPassword}
      />
      <Button type="submit" variant="primary" block busy={form.busy}>
        {t('auth.signUp')}
      </Button>
    </form>
  );
}
