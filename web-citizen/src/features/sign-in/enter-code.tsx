import { useEffect, useState } from 'react';
import type { AuthCode, AuthResult } from '@lapor/web-client';
import { Button, Field, TextInput } from '@lapor/ui';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { FormFault } from './form-fault.tsx';
import { useAuthForm } from './use-auth-form.ts';

interface EnterCodeProps {
  /** Where the code went, and what it does. */
  hint: string;
  submit: string;
  attempt: (code: string) => Promise<AuthResult>;
  sendAgain?: () => Promise<AuthResult>;
  onDone: () => void;
  /** Back to where the code was asked for. */
  other: { label: string; onOther: () => void };
  /** `danger` for what cannot be undone, `secondary` beside another form's primary action. */
  variant?: 'primary' | 'secondary' | 'danger';
  messages?: Partial<Record<AuthCode, MessageId>>;
}

/** Six digits that went out by mail or message: they prove who holds an address or a number. */
export function EnterCode(props: EnterCodeProps) {
  const [code, setCode] = useState('');
  // The form before it had the focus.
  useEffect(() => document.getElementById('auth-code')?.focus(), []);
  const digits = code.replace(/\D/g, '');
  const form = useAuthForm({
    check: () => (digits.length === 6 ? null : { field: 'code', message: 'auth.codeSix' }),
    attempt: () => props.attempt(digits),
    onDone: props.onDone,
    messages: props.messages,
  });
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <FormFault form={form} />
      <CodeField hint={props.hint} error={form.errorOf('code')} code={code} onCode={setCode} />
      <Button type="submit" variant={props.variant ?? 'primary'} block busy={form.busy}>
        {props.submit}
      </Button>
      <SendAgain sendAgain={props.sendAgain} other={props.other} />
    </form>
  );
}

interface CodeFieldProps {
  hint: string;
  error: string | undefined;
  code: string;
  onCode: (code: string) => void;
}

export function CodeField({ hint, error, code, onCode }: CodeFieldProps) {
  const t = useT();
  return (
    <Field id="auth-code" label={t('auth.code')} hint={hint} error={error}>
      <TextInput
        code
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => onCode(event.currentTarget.value)}
      />
    </Field>
  );
}

/** The ways on for who has no code, or not the right one. */
export function SendAgain({ sendAgain, other }: Pick<EnterCodeProps, 'sendAgain' | 'other'>) {
  const t = useT();
  const [again, setAgain] = useState<'idle' | 'busy' | 'sent' | 'failed'>('idle');
  async function send(run: () => Promise<AuthResult>) {
    setAgain('busy');
    setAgain((await run()).ok ? 'sent' : 'failed');
  }
  return (
    <>
      <p className="row">
        {sendAgain && (
          <Button variant="quiet" busy={again === 'busy'} onClick={() => void send(sendAgain)}>
            {t('auth.sendAgain')}
          </Button>
        )}
        <Button variant="quiet" onClick={other.onOther}>
          {other.label}
        </Button>
      </p>
      <p className="caption" role="status">
        {again === 'sent' && t('auth.sentAgain')}
        {again === 'failed' && t('auth.notSentAgain')}
      </p>
    </>
  );
}
