import { Button, Field, Notice, TextInput } from '@lapor/ui';
import { auth } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { FailureNotice } from '../attempts/failure-notice.tsx';
import { useAttempt } from '../attempts/use-attempt.ts';
import { SixDigits } from '../six-digits.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { lengthFault, passwordRefusal } from './password-rule.ts';

interface ForgottenPasswordProps {
  email: string;
  onEmail: (email: string) => void;
  /** Back to the sign-in, with the new password set or not. */
  onBack: (changed: boolean) => void;
}

/** Address, code by mail, new password. Whether the address is known is not told. */
export function ForgottenPassword({ email, onEmail, onBack }: ForgottenPasswordProps) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo === null)
    return <AskForCode email={email} onEmail={onEmail} onSent={setSentTo} onBack={() => onBack(false)} />;
  return (
    <NewPassword
      email={sentTo}
      onChanged={() => onBack(true)}
      onOtherAddress={() => setSentTo(null)}
      onBack={() => onBack(false)}
    />
  );
}

interface AskForCodeProps {
  email: string;
  onEmail: (email: string) => void;
  onSent: (email: string) => void;
  onBack: () => void;
}

function AskForCode({ email, onEmail, onSent, onBack }: AskForCodeProps) {
  const t = useText();
  const attempt = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => input.current?.focus(), []);
  const invalid = missing || attempt.failure?.code === 'EMAIL_INVALID';

  async function ask() {
    const given = email.trim();
    setMissing(!given.includes('@'));
    if (!given.includes('@')) return input.current?.focus();
    const sent = await attempt.run(() => auth.forgotPassword(given));
    if (sent) onSent(given);
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      {!invalid && <FailureNotice failure={attempt.failure} />}
      <p>{t('reset.lead')}</p>
      <Field label={t('signIn.email')} error={invalid ? t('signIn.emailNeeded') : undefined}>
        <TextInput
          ref={input}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
      </Field>
      <Button variant="primary" type="submit" block busy={attempt.busy}>
        {t('reset.send')}
      </Button>
      <Button variant="quiet" onClick={onBack}>
        {t('reset.back')}
      </Button>
    </form>
  );
}

interface NewPasswordProps {
  email: string;
  onChanged: () => void;
  onOtherAddress: () => void;
  onBack: () => void;
}

function NewPassword({ email, onChanged, onOtherAddress, onBack }: NewPasswordProps) {
  const t = useText();
  const passwordBox = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState({ code: false, password: false });
  const saving = useAttempt();
  const sending = useAttempt();
  const failed = saving.failure?.code ?? null;

  const codeFault = checked.code
    ? t('secondFactor.sixNeeded')
    : failed === 'WRONG_CODE'
      ? t('reset.codeWrong')
      : failed === 'CODE_EXPIRED'
        ? t('reset.codeLate')
        : undefined;
  const refusal = passwordRefusal(checked.password ? lengthFault(password) : failed);
  const passwordFault = refusal && t(refusal);
  // The box for the code takes the focus itself.
  useEffect(() => {
    if (passwordFault && !codeFault) passwordBox.current?.focus();
  }, [passwordFault, codeFault]);

  async function save() {
    const wanting = { code: code.length < 6, password: lengthFault(password) !== null };
    setChecked(wanting);
    if (wanting.code || wanting.password) {
      saving.fail(null);
      return;
    }
    const saved = await saving.run(() => auth.resetPassword({ email, code, password }));
    if (saved) onChanged();
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {!codeFault && !passwordFault && <FailureNotice failure={saving.failure ?? sending.failure} />}
      <Notice role="status" title={t('reset.sentTitle')}>
        <p>{t('reset.sent', { email })}</p>
      </Notice>
      <SixDigits label={t('reset.code')} value={code} takesFocus error={codeFault} onChange={setCode} />
      <NewPasswordField
        inputRef={passwordBox}
        label={t('reset.password')}
        email={email}
        value={password}
        error={passwordFault}
        onChange={setPassword}
      />
      <Button variant="primary" type="submit" block busy={saving.busy}>
        {t('reset.submit')}
      </Button>
      <div className="row row--tight">
        <Button
          variant="quiet"
          busy={sending.busy}
          onClick={() => {
            setCode('');
            setChecked({ code: false, password: false });
            saving.fail(null);
            void sending.run(() => auth.forgotPassword(email));
          }}
        >
          {t('reset.again')}
        </Button>
        <Button variant="quiet" onClick={onOtherAddress}>
          {t('reset.otherAddress')}
        </Button>
        <Button variant="quiet" onClick={onBack}>
          {t('reset.back')}
        </Button>
      </div>
    </form>
  );
}
