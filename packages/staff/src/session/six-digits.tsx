import { Field, TextInput } from '@lapor/ui';
import { useEffect, useRef } from 'react';

interface SixDigitsProps {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  takesFocus?: boolean;
  onChange: (digits: string) => void;
  /** The sixth digit was typed. */
  onComplete?: (digits: string) => void;
}

const digitsOf = (text: string) => text.replace(/\D/g, '').slice(0, 6);

/** A box for six digits; what is no digit is left out, so that "123 456" may be pasted. */
export function SixDigits(props: SixDigitsProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (props.takesFocus) input.current?.focus();
    // Where typing starts, once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (!props.error) return;
    input.current?.focus();
    input.current?.select();
  }, [props.error]);
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      <TextInput
        ref={input}
        code
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={props.value}
        onChange={(event) => {
          const digits = digitsOf(event.currentTarget.value);
          props.onChange(digits);
          if (digits.length === 6 && digits !== props.value) props.onComplete?.(digits);
        }}
      />
    </Field>
  );
}
