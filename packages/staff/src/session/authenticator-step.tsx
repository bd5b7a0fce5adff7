import { Button } from '@lapor/ui';
import { auth, type AuthResult } from '@lapor/web-client';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { FailureNotice } from './attempts/failure-notice.tsx';
import { useAttempt } from './attempts/use-attempt.ts';
import { SixDigits } from './six-digits.tsx';

export interface StepProps {
  onPassed: () => void;
  onFailed: (failure: Extract<AuthResult, { ok: false }>) => void;
}

/** Six digits; the sixth sends them. */
export function AuthenticatorStep({ email, onPassed, onFailed }: StepProps & { email: string | null }) {
  const t = useText();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const attempt = useAttempt();
  const failed = attempt.failure?.code;
  const error = short
    ? t('secondFactor.sixNeeded')
    : failed === 'WRONG_CODE'
      ? t('secondFactor.wrong')
      : failed === 'CODE_EXPIRED'
        ? t('secondFactor.late')
        : undefined;

  async function submit(digits: string) {
    setShort(digits.length < 6);
    if (digits.length < 6) return;
    const passed = await attempt.run(async () => {
      const result = await auth.verifySecondFactor(digits);
      if (!result.ok) onFailed(result);
      return result;
    });
    if (passed) onPassed();
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(code);
      }}
    >
      {!error && <FailureNotice failure={attempt.failure} texts={{ REFUSED: 'signIn.refused' }} />}
      <SixDigits
        label={t('secondFactor.code')}
        hint={email === null ? t('secondFactor.hintAgency') : t('secondFactor.hint', { email })}
        value={code}
        takesFocus
        error={error}
        onChange={setCode}
        onComplete={(digits) => void submit(digits)}
      />
      <Button variant="primary" type="submit" block busy={attempt.busy}>
        {t('secondFactor.submit')}
      </Button>
    </form>
  );
}
