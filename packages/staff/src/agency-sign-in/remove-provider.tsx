import { Button, Dialog } from '@lapor/ui';
import { removeSignInProvider } from '@lapor/web-client';
import { useText } from '../language/use-text.ts';
import { FailureNotice } from '../session/attempts/failure-notice.tsx';
import { useAttempt } from '../session/attempts/use-attempt.ts';

interface RemoveProviderProps {
  organisationId: string;
  name: string;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveProvider({ organisationId, name, onRemoved, onClose }: RemoveProviderProps) {
  const t = useText();
  const { busy, failure, run } = useAttempt();
  return (
    <Dialog
      open
      title={t('provider.removeTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="danger"
            busy={busy}
            onClick={() =>
              void run(() => removeSignInProvider(organisationId)).then((removed) => removed && onRemoved())
            }
          >
            {t('provider.remove')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <FailureNotice failure={failure} texts={{ NOT_FOUND: 'account.gone' }} />
      <p>{t('provider.removeLead')}</p>
    </Dialog>
  );
}
