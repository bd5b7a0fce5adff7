import { Button } from '@lapor/ui';
import { changePassword } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { CurrentPasswordField } from '../../session/password/current-password-field.tsx';
import { FailureNotice } from '../../session/attempts/failure-notice.tsx';
import { useAttempt } from '../../session/attempts/use-attempt.ts';
import { NewPasswordField } from '../../session/password/new-password-field.tsx';
import { lengthFault, passwordRefusal } from '../../session/password/password-rule.ts';

interface ChangePasswordProps {
  email: string;
  onDone: () => void;
  onCancel: () => void;
}

/** The present password and a new one; the other sessions end. */
export function ChangePassword({ email, onDone, onCancel }: ChangePasswordProps) {
  const t = useText();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, failure, run, fail } = useAttempt();
  const currentBox = useRef<HTMLInputElement>(null);
  const nextBox = useRef<HTMLInputElement>(null);
  const wrong = failure?.code === 'WRONG_CREDENTIALS';
  const refusal = passwordRefusal(failure?.code ?? null);
  useEffect(() => {
    if (missing || wrong) currentBox.current?.focus();
    else if (refusal) nextBox.current?.focus();
  }, [missing, wrong, refusal, failure]);

  async function submit() {
    const short = lengthFault(next);
    setMissing(!current);
    fail(short && { code: short });
    if (!current || short) return;
    if (await run(() => changePassword({ currentPassword: current, newPassword: next }))) onDone();
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {!wrong && !refusal && <FailureNotice failure={failure} />}
      <p>{t('account.changePasswordLead')}</p>
      <CurrentPasswordField
        label={t('account.currentPassword')}
        value={current}
        missing={missing}
        wrong={wrong}
        inputRef={currentBox}
        onChange={setCurrent}
      />
      <NewPasswordField
        label={t('reset.password')}
        email={email}
        value={next}
        error={refusal && t(refusal)}
        inputRef={nextBox}
        onChange={setNext}
      />
      <div className="row row--tight">
        <Button variant="primary" type="submit" busy={busy}>
          {t('reset.submit')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
