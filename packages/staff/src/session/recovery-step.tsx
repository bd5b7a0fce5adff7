import { Button, Field, TextInput } from '@lapor/ui';
import { auth } from '@lapor/web-client';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../language/use-text.ts';
import { FailureNotice } from './attempts/failure-notice.tsx';
import { useAttempt } from './attempts/use-attempt.ts';
import type { StepProps } from './authenticator-step.tsx';

/** One of the codes that were stored when the authenticator was set up. */
export function RecoveryStep({ onPassed, onFailed }: StepProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const attempt = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  const wrong = attempt.failure?.code === 'WRONG_CODE';
  useEffect(() => input.current?.focus(), [attempt.failure]);

  async function submit() {
    const given = code.trim();
    setMissing(!given);
    if (!given) return input.current?.focus();
    const passed = await attempt.run(async () => {
      const result = await auth.useRecoveryCode(given);
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
        void submit();
      }}
    >
      {!wrong && <FailureNotice failure={attempt.failure} texts={{ REFUSED: 'signIn.refused' }} />}
      <Field
        label={t('secondFactor.recovery')}
        hint={t('secondFactor.recoveryHint')}
        error={
          missing ? t('secondFactor.recoveryNeeded') : wrong ? t('secondFactor.recoveryWrong') : undefined
        }
      >
        <TextInput
          ref={input}
          className="input--recovery"
          code
          name="recovery-code"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      </Field>
      <Button variant="primary" type="submit" block busy={attempt.busy}>
        {t('secondFactor.submit')}
      </Button>
    </form>
  );
}
