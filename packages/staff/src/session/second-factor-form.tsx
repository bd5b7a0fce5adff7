import { Button, keyIcon } from '@lapor/ui';
import { hasPasskeys, type AuthResult, type SignInResult } from '@lapor/web-client';
import { useState } from 'react';
import { useText } from '../language/use-text.ts';
import { AuthenticatorStep } from './authenticator-step.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { RecoveryStep } from './recovery-step.tsx';

type Methods = Extract<SignInResult, { ok: true }>['methods'];
type Failed = Extract<AuthResult, { ok: false }>;

interface SecondFactorFormProps {
  /** Null when the agency's own sign-in said who it is. */
  email: string | null;
  methods: Methods;
  onPassed: () => void;
  onBack: () => void;
  /** The first step is too long ago. */
  onExpired: () => void;
}

/** The second proof: six digits, a recovery code instead of them, or a passkey, as far as the account has them. */
export function SecondFactorForm({ email, methods, onPassed, onBack, onExpired }: SecondFactorFormProps) {
  const t = useText();
  const [recovering, setRecovering] = useState(false);
  const hasCode = methods.includes('totp');
  const step = {
    onPassed,
    /** True: there is nothing to mend here, the first step comes again. */
    onFailed: ({ code }: Failed) => {
      if (code === 'STEP_EXPIRED') onExpired();
    },
  };
  return (
    <div className="stack">
      {hasCode && !recovering && <AuthenticatorStep email={email} {...step} />}
      {hasCode && recovering && <RecoveryStep {...step} />}
      {methods.includes('passkey') && hasPasskeys() && (
        <PasskeyButton
          label={t('secondFactor.withPasskey')}
          primary={!hasCode}
          icon={keyIcon}
          onPassed={onPassed}
        />
      )}
      <div className="row row--tight">
        {hasCode && (
          <Button variant="quiet" onClick={() => setRecovering(!recovering)}>
            {t(recovering ? 'secondFactor.withApp' : 'secondFactor.withRecovery')}
          </Button>
        )}
        <Button variant="quiet" onClick={onBack}>
          {t('secondFactor.back')}
        </Button>
      </div>
    </div>
  );
}
