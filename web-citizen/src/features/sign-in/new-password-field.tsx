import { useState } from 'react';
import { Checkbox, Field, TextInput } from '@lapor/ui';
import { useT, type MessageId } from '../../app/language-provider.tsx';

const shortestPassword = 10;
const longestPassword = 128;

/** The first fault of a password that shall be new; the server knows more rules (common ones, the own name). */
export const newPasswordFault = (password: string): { field: 'password'; message: MessageId } | null =>
  password.length < shortestPassword
    ? { field: 'password', message: 'auth.passwordShort' }
    : password.length > longestPassword
      ? { field: 'password', message: 'auth.passwordLong' }
      : null;

interface NewPasswordFieldProps {
  label: string;
  error: string | undefined;
  value: string;
  onValue: (value: string) => void;
}

/** Typed once, and readable on demand: repeating it blindly on a phone helps nobody. */
export function NewPasswordField({ label, error, value, onValue }: NewPasswordFieldProps) {
  const t = useT();
  const [shown, setShown] = useState(false);
  return (
    <div>
      <Field id="auth-password" label={label} hint={t('auth.passwordHint')} error={error}>
        <TextInput
          type={shown ? 'text' : 'password'}
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        />
      </Field>
      <Checkbox
        label={t('auth.showPassword')}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
    </div>
  );
}
