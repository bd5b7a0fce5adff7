import { Button } from '@lapor/ui';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { CurrentPasswordField } from '../password/current-password-field.tsx';
import { FailureNotice } from '../attempts/failure-notice.tsx';
import type { FailureTexts } from '../attempts/failure-text.ts';
import type { Failure } from '../attempts/use-attempt.ts';

interface PasswordAgainProps {
  email: string;
  busy: boolean;
  failure: Failure | null;
  texts?: FailureTexts;
  /** Why it is asked. */
  lead?: string;
  submitLabel?: string;
  onGiven: (password: string) => void;
  onOtherWay: () => void;
  otherWayLabel?: string;
}

/** The password once more, before something that a stranger at an open screen must not do. */
export function PasswordAgain(props: PasswordAgainProps) {
  const t = useText();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const wrong = props.failure?.code === 'WRONG_CREDENTIALS';
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (wrong) input.current?.select();
  }, [wrong, props.failure]);

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(!password);
        if (password) props.onGiven(password);
        else input.current?.focus();
      }}
    >
      {!wrong && <FailureNotice failure={props.failure} texts={props.texts} />}
      <p>{props.lead ?? t('enrol.passwordTitle')}</p>
      <input type="email" name="email" autoComplete="username" value={props.email} readOnly hidden />
      <CurrentPasswordField
        value={password}
        missing={missing}
        wrong={wrong}
        inputRef={input}
        onChange={setPassword}
      />
      <Button variant="primary" type="submit" block busy={props.busy}>
        {props.submitLabel ?? t('enrol.next')}
      </Button>
      <Button variant="quiet" onClick={props.onOtherWay}>
        {props.otherWayLabel ?? t('enrol.otherWay')}
      </Button>
    </form>
  );
}
