import { Button, Field, TextInput } from '@lapor/ui';
import { addPasskey, type AuthCode } from '@lapor/web-client';
import { useState } from 'react';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { FailureNotice } from '../attempts/failure-notice.tsx';
import { useAttempt } from '../attempts/use-attempt.ts';
import { deviceName } from './device-name.ts';
import { PasswordAgain } from './password-again.tsx';

interface PasskeySetupProps {
  email: string;
  /** Typed a moment ago; null: asked for when the platform wants it. */
  password: string | null;
  onDone: () => void;
  onOtherWay: () => void;
  otherWayLabel?: string;
}

/** What went wrong in the browser's own dialogue. */
const passkeyTexts: Partial<Record<AuthCode, StaffMessageId>> = {
  PASSKEY_CANCELLED: 'enrol.passkeyStopped',
  PASSKEY_REFUSED: 'enrol.passkeyStopped',
  PASSKEY_KNOWN: 'enrol.passkeyExists',
  PASSKEY_UNSUPPORTED: 'enrol.passkeyUnsupported',
};

/** A name, then the device's own question; the password too when the session is no longer fresh. */
export function PasskeySetup({ email, password, onDone, onOtherWay, otherWayLabel }: PasskeySetupProps) {
  const t = useText();
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  const [asked, setAsked] = useState(false);
  const attempt = useAttempt();
  const failure = attempt.failure;

  async function create(given: string | null) {
    const added = await attempt.run(async () => {
      const result = await addPasskey({
        name: name.trim() || deviceName(navigator.userAgent),
        password: given ?? undefined,
      });
      if (!result.ok && result.code === 'CONFIRMATION_NEEDED') setAsked(true);
      return result;
    });
    if (added) onDone();
  }

  if (asked)
    return (
      <PasswordAgain
        email={email}
        busy={attempt.busy}
        failure={failure?.code === 'CONFIRMATION_NEEDED' ? null : failure}
        texts={passkeyTexts}
        submitLabel={t('enrol.passkeyCreate')}
        onGiven={(given) => void create(given)}
        onOtherWay={onOtherWay}
        otherWayLabel={otherWayLabel}
      />
    );
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create(password);
      }}
    >
      <FailureNotice failure={failure} texts={passkeyTexts} />
      <p>{t('enrol.passkeyHow')}</p>
      <Field label={t('enrol.passkeyName')} hint={t('enrol.passkeyNameHint')}>
        <TextInput
          name="passkey-name"
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Button variant="primary" type="submit" block busy={attempt.busy}>
        {t('enrol.passkeyCreate')}
      </Button>
      <Button variant="quiet" onClick={onOtherWay}>
        {otherWayLabel ?? t('enrol.otherWay')}
      </Button>
    </form>
  );
}
