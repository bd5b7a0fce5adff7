import { useEffect, useState } from 'react';
import type { AuthResult } from '@lapor/web-client';
import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { useAuthForm } from './use-auth-form.ts';

interface EnterCodeProps {
  email: string;
  hint: MessageId;
  submit: MessageId;
  attempt: (code: string) => Promise<AuthResult>;
  sendAgain: () => Promise<AuthResult>;
  onDone: () => void;
  onOtherAddress: () => void;
}

/** Six digits that went out by mail: to sign in, or to prove the address of a new account. */
export function EnterCode({
  email,
  hint,
  submit,
  attempt,
  sendAgain,
  onDone,
  onOtherAddress,
}: EnterCodeProps) {
  const t = useT();
  const [code, setCode] = useState('');
  const [again, setAgain] = useState<'idle' | 'sent' | 'failed'>('idle');
  // The form before it had the focus.
  useEffect(() => document.getElementById('auth-code')?.focus(), []);
  const digits = code.replace(/\D/g, '');
  const form = useAuthForm({
    check: () => (digits.length === 6 ? null : { field: 'code', message: 'auth.codeSix' }),
    attempt: () => attempt(digits),
    onDone,
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      {form.formError && (
        <Notice tone="danger" role="alert">
          <p>{form.formError}</p>
        </Notice>
      )}
      <Field id="auth-code" label={t('auth.code')} hint={t(hint, { email })} error={form.errorOf('code')}>
        <TextInput
          code
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" variant="primary" block busy={form.busy}>
        {t(submit)}
      </Button>
      <p className="row">
        <Button variant="quiet" onClick={async () => setAgain((await sendAgain()).ok ? 'sent' : 'failed')}>
          {t('auth.sendAgain')}
        </Button>
        <Button variant="quiet" onClick={onOtherAddress}>
          {t('auth.otherAddress')}
        </Button>
      </p>
      <p className="caption" role="status">
        {again !== 'idle' && t(again === 'sent' ? 'auth.sentAgain' : 'auth.notSentAgain')}
      </p>
    </form>
  );
}
