import { Field, TextInput } from '@lapor/ui';
import type { Ref } from 'react';
import { useText } from '../../language/use-text.ts';

interface CurrentPasswordFieldProps {
  label?: string;
  value: string;
  /** It was not given. */
  missing: boolean;
  /** It is not the one of the account. */
  wrong: boolean;
  inputRef: Ref<HTMLInputElement>;
  onChange: (password: string) => void;
}

/** The password that the officer has. */
export function CurrentPasswordField(props: CurrentPasswordFieldProps) {
  const t = useText();
  const { missing, wrong } = props;
  return (
    <Field
      label={props.label ?? t('enrol.password')}
      error={missing ? t('signIn.passwordNeeded') : wrong ? t('enrol.passwordWrong') : undefined}
    >
      <TextInput
        ref={props.inputRef}
        type="password"
        name="password"
        autoComplete="current-password"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
