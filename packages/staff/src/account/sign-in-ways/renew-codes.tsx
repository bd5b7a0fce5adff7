import { renewRecoveryCodes } from '@lapor/web-client';
import { useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { useAttempt } from '../../session/attempts/use-attempt.ts';
import { PasswordAgain } from '../../session/enrolment/password-again.tsx';
import { RecoveryCodes } from '../../session/enrolment/recovery-codes.tsx';

interface RenewCodesProps {
  email: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Password, then ten new codes; the old ones end with it. */
export function RenewCodes({ email, onDone, onCancel }: RenewCodesProps) {
  const t = useText();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { busy, failure, run } = useAttempt();
  if (codes)
    return <RecoveryCodes codes={codes} email={email} doneLabel={t('account.done')} onDone={onDone} />;
  return (
    <PasswordAgain
      email={email}
      lead={t('account.newCodesLead')}
      busy={busy}
      failure={failure}
      submitLabel={t('account.makeCodes')}
      onGiven={(password) =>
        void run(() => renewRecoveryCodes(password)).then(
          (renewed) => renewed && setCodes(renewed.value.backupCodes),
        )
      }
      onOtherWay={onCancel}
      otherWayLabel={t('cancel')}
    />
  );
}
