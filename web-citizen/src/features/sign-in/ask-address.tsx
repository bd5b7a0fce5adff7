import type { AuthResult } from '@lapor/web-client';
import { Button, Field, TextInput } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { isMailAddress } from '../file-report/check-draft.ts';
import { FormFault } from './form-fault.tsx';
import { useAuthForm } from './use-auth-form.ts';

interface AskAddressProps {
  email: string;
  onEmail: (email: string) => void;
  hint: string;
  submit: string;
  attempt: (email: string) => Promise<AuthResult>;
  onDone: () => void;
}

/** An address of mail that a code goes to. */
export function AskAddress({ email, onEmail, hint, submit, attempt, onDone }: AskAddressProps) {
  const t = useT();
  const form = useAuthForm({
    check: () => (isMailAddress(email) ? null : { field: 'email', message: 'auth.emailInvalid' }),
    attempt: () => attempt(email.trim()),
    onDone,
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      <Field id="auth-email" label={t('auth.email')} hint={hint} error={form.errorOf('email')}>
        <TextInput
          type="email"
          inputMode="email"
          autoComplete="email"
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="primary" block busy={form.busy}>
        {submit}
      </Button>
    </form>
  );
}
