import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { auth } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { signInFault, type SignInFault } from './sign-in-faults.ts';

interface SecondFactorFormProps {
  email: string;
  onPassed: () => void;
  onBack: () => void;
  /** The first step is too long ago. */
  onExpired: () => void;
}

const digitsOf = (text: string) => text.replace(/\D/g, '').slice(0, 6);

/** Six digits; the sixth sends them. */
export function SecondFactorForm({ email, onPassed, onBack, onExpired }: SecondFactorFormProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<SignInFault | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  async function submit(digits: string) {
    if (busy) return;
    if (digits.length < 6) {
      setFault({ field: 'code', message: 'secondFactor.sixNeeded' });
      input.current?.focus();
      return;
    }
    setBusy(true);
    setFault(null);
    const result = await auth.verifySecondFactor(digits);
    setBusy(false);
    if (result.ok) onPassed();
    else if (result.code === 'STEP_EXPIRED') onExpired();
    else {
      setFault(signInFault(result));
      input.current?.focus();
      input.current?.select();
    }
  }

  const text = fault && t(fault.message, fault.values);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(code);
      }}
    >
      {text && !fault.field && (
        <Notice tone="danger" role="alert">
          <p>{text}</p>
        </Notice>
      )}
      <Field
        label={t('secondFactor.code')}
        hint={t('secondFactor.hint', { email })}
        error={fault?.field === 'code' ? text : undefined}
      >
        <TextInput
          ref={input}
          code
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          value={code}
          onChange={(event) => {
            const digits = digitsOf(event.currentTarget.value);
            setCode(digits);
            if (digits.length === 6 && digits !== code) void submit(digits);
          }}
        />
      </Field>
      <Button variant="primary" type="submit" block busy={busy}>
        {t('secondFactor.submit')}
      </Button>
      <Button variant="quiet" onClick={onBack}>
        {t('secondFactor.back')}
      </Button>
    </form>
  );
}
