import { useState } from 'react';
import { auth } from '@lapor/web-client';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { isMailAddress } from '../file-report/check-draft.ts';
import { confirmAddress, sendConfirmationCode } from './confirm-address.ts';
import { EnterCode } from './enter-code.tsx';
import { useAuthForm } from './use-auth-form.ts';

const shortestPassword = 10;

interface SignUpFormProps {
  email: string;
  onEmail: (email: string) => void;
  onDone: () => void;
}

/** A new account: first what it needs, then the code that proves the address. */
export function SignUpForm(props: SignUpFormProps) {
  const [sent, setSent] = useState(false);
  const { email } = props;
  return sent ? (
    <EnterCode
      email={email}
      hint="auth.confirmSent"
      submit="auth.confirm"
      attempt={(code) => confirmAddress(email.trim(), code)}
      sendAgain={() => sendConfirmationCode(email.trim())}
      onDone={props.onDone}
      onOtherAddress={() => setSent(false)}
    />
  ) : (
    <NewAccount {...props} onDone={() => setSent(true)} />
  );
}

function NewAccount({ email, onEmail, onDone }: SignUpFormProps) {
  const t = useT();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const form = useAuthForm({
    check: () => {
      if (name.trim() === '') return { field: 'name', message: 'auth.nameMissing' };
      if (!isMailAddress(email)) return { field: 'email', message: 'auth.emailInvalid' };
      return password.length < shortestPassword ? { field: 'password', message: 'auth.passwordShort' } : null;
    },
    attempt: () => auth.signUp({ name: name.trim(), email: email.trim(), password }),
    onDone,
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      {form.formError && (
        <Notice tone="danger" role="alert">
          <p>{form.formError}</p>
        </Notice>
      )}
      <Field id="auth-name" label={t('file.name')} hint={t('auth.nameHint')} error={form.errorOf('name')}>
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
      <Field
        id="auth-password"
        label={t('auth.password')}
        hint={t('auth.passwordHint')}
        error={form.errorOf('password')}
      >
        <TextInput
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="primary" block busy={form.busy}>
        {t('auth.signUp')}
      </Button>
    </form>
  );
}
