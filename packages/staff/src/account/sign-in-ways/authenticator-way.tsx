import { Button, Notice, shieldIcon } from '@lapor/ui';
import { removeTotp, type SecondFactorState } from '@lapor/web-client';
import { useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { useSession } from '../../session/session-context.ts';
import { PasswordDialog } from '../password-dialog.tsx';
import { Way } from './way.tsx';

/** So few recovery codes that it is time for new ones. */
const FEW_CODES = 3;

interface AuthenticatorWayProps {
  state: SecondFactorState;
  onSetUp: () => void;
  onRenewCodes: () => void;
  onRemoved: () => void;
}

/** The authenticator app and the recovery codes that belong to it. */
export function AuthenticatorWay({ state, onSetUp, onRenewCodes, onRemoved }: AuthenticatorWayProps) {
  const t = useText();
  const { email } = useSession();
  const [removing, setRemoving] = useState(false);
  const { totp, backupCodesLeft, passkeys } = state;
  if (!totp)
    return (
      <Way
        icon={shieldIcon}
        title={t('enrol.app')}
        state={t('account.appMissing')}
        actions={
          <Button size="small" onClick={onSetUp}>
            {t('enrol.addApp')}
          </Button>
        }
      />
    );
  return (
    <Way
      icon={shieldIcon}
      title={t('enrol.app')}
      state={t('account.appActive', { count: backupCodesLeft })}
      actions={
        <>
          <Button size="small" onClick={onRenewCodes}>
            {t('account.newCodes')}
          </Button>
          <Button size="small" onClick={onSetUp}>
            {t('account.otherApp')}
          </Button>
          {passkeys.length > 0 && (
            <Button size="small" variant="danger" onClick={() => setRemoving(true)}>
              {t('account.removeApp')}
            </Button>
          )}
        </>
      }
    >
      {backupCodesLeft < FEW_CODES && (
        <Notice tone="warning">
          <p>{t('account.fewCodes')}</p>
        </Notice>
      )}
      {removing && (
        <PasswordDialog
          title={t('account.removeAppTitle')}
          lead={t('account.removeAppLead')}
          submitLabel={t('account.removeApp')}
          tone="danger"
          email={email}
          texts={{ SECOND_FACTOR_NEEDED: 'account.lastFactor' }}
          act={(password) => removeTotp(password ?? '')}
          onDone={() => {
            setRemoving(false);
            onRemoved();
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </Way>
  );
}
