import { Checkbox, Field, TextInput } from '@lapor/ui';
import { useState, type Ref } from 'react';
import { useText } from '../../language/use-text.ts';
import { LEAST_CHARACTERS } from './password-rule.ts';

interface NewPasswordFieldProps {
  label: string;
  /** For the device's password manager: whose password it is. */
  email: string;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  inputRef?: Ref<HTMLInputElement>;
}

/** One box for a new password with the whole rule beside it, and a way to look at what was typed. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <div className="stack stack-2">
      <input type="email" name="email" autoComplete="username" value={props.email} readOnly hidden />
      <Field label={props.label} hint={t('reset.rule', { least: LEAST_CHARACTERS })} error={props.error}>
        <TextInput
          ref={props.inputRef}
          type={shown ? 'text' : 'password'}
          name="new-password"
          autoComplete="new-password"
          // A phone must not capitalise or correct what nobody sees.
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      </Field>
      <Checkbox
        label={t('signIn.showPassword')}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
    </div>
  );
}
