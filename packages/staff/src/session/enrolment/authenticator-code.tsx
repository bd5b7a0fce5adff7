import { Button } from '@lapor/ui';
import { confirmTotp } from '@lapor/web-client';
import { useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { CopyButton } from '../../sharing/copy-button.tsx';
import { FailureNotice } from '../attempts/failure-notice.tsx';
import { useAttempt } from '../attempts/use-attempt.ts';
import { SixDigits } from '../six-digits.tsx';
import { QrCode } from './qr-code.tsx';
import { inGroups, secretOf } from './totp-secret.ts';

interface AuthenticatorCodeProps {
  totpUri: string;
  onProved: () => void;
  onOtherWay: () => void;
  otherWayLabel?: string;
}

/** The secret as QR code and as text to type, and six digits that prove that it has arrived. */
export function AuthenticatorCode({ totpUri, onProved, onOtherWay, otherWayLabel }: AuthenticatorCodeProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const attempt = useAttempt();
  const secret = secretOf(totpUri) ?? '';
  const wrong = attempt.failure?.code === 'WRONG_CODE';

  async function prove(digits: string) {
    setShort(digits.length < 6);
    if (digits.length < 6) return;
    const passed = await attempt.run(() => confirmTotp(digits));
    if (passed) onProved();
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void prove(code);
      }}
    >
      {!wrong && <FailureNotice failure={attempt.failure} texts={{ STEP_EXPIRED: 'enrol.late' }} />}
      <p>{t('enrol.scan')}</p>
      <QrCode text={totpUri} label={t('enrol.qr')} />
      <p className="only-narrow">
        <a href={totpUri}>{t('enrol.openApp')}</a>
      </p>
      <div className="stack stack-2">
        <p id="enrol-key-label">{t('enrol.type')}</p>
        <code className="secret code" aria-labelledby="enrol-key-label">
          {inGroups(secret)}
        </code>
        <div className="row row--tight">
          <CopyButton size="small" text={secret} label={t('enrol.copyKey')} />
        </div>
      </div>
      <SixDigits
        label={t('enrol.code')}
        hint={t('enrol.codeWhy')}
        value={code}
        error={short ? t('secondFactor.sixNeeded') : wrong ? t('secondFactor.wrong') : undefined}
        onChange={setCode}
        onComplete={(digits) => void prove(digits)}
      />
      <Button variant="primary" type="submit" block busy={attempt.busy}>
        {t('enrol.confirm')}
      </Button>
      <Button variant="quiet" onClick={onOtherWay}>
        {otherWayLabel ?? t('enrol.otherWay')}
      </Button>
    </form>
  );
}
