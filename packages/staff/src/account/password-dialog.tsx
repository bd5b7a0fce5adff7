import { Button, Dialog } from '@lapor/ui';
import type { AuthResult } from '@lapor/web-client';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useText } from '../language/use-text.ts';
import { CurrentPasswordField } from '../session/password/current-password-field.tsx';
import { FailureNotice } from '../session/attempts/failure-notice.tsx';
import type { FailureTexts } from '../session/attempts/failure-text.ts';
import { useAttempt } from '../session/attempts/use-attempt.ts';

interface PasswordDialogProps {
  title: string;
  /** What it does. */
  lead: ReactNode;
  submitLabel: string;
  tone?: 'primary' | 'danger';
  email: string;
  texts?: FailureTexts;
  /** Not asked at once, only when the platform finds the session too old. */
  onlyWhenAsked?: boolean;
  act: (password: string | undefined) => Promise<AuthResult>;
  onDone: () => void;
  onClose: () => void;
}

/** One change of the own account, with the password, so that nobody makes it at somebody else's open screen. */
export function PasswordDialog(props: PasswordDialogProps) {
  const t = useText();
  const form = useId();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const [asked, setAsked] = useState(!props.onlyWhenAsked);
  const { busy, failure, run } = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  const wrong = failure?.code === 'WRONG_CREDENTIALS';
  useEffect(() => {
    if (asked) input.current?.focus();
  }, [asked, failure]);

  async function submit() {
    setMissing(asked && !password);
    if (asked && !password) return input.current?.focus();
    const done = await run(async () => {
      const result = await props.act(asked ? password : undefined);
      if (!result.ok && result.code === 'CONFIRMATION_NEEDED') setAsked(true);
      return result;
    });
    if (done) props.onDone();
  }

  const general = wrong || failure?.code === 'CONFIRMATION_NEEDED' ? null : failure;
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button variant={props.tone ?? 'primary'} type="submit" form={form} busy={busy}>
            {props.submitLabel}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form
        id={form}
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p>{props.lead}</p>
        <FailureNotice failure={general} texts={props.texts} />
        {asked && (
          <>
            <input type="email" name="email" autoComplete="username" value={props.email} readOnly hidden />
            <CurrentPasswordField
              value={password}
              missing={missing}
              wrong={wrong}
              inputRef={input}
              onChange={setPassword}
            />
          </>
        )}
      </form>
    </Dialog>
  );
}
