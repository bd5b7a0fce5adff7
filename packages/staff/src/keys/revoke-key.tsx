import { Button, Dialog } from '@lapor/ui';
import { revokeApiKey, type ApiKey } from '@lapor/web-client';
import { useText } from '../language/use-text.ts';
import { FailureNotice } from '../session/attempts/failure-notice.tsx';
import { useAttempt } from '../session/attempts/use-attempt.ts';

interface RevokeKeyProps {
  apiKey: ApiKey;
  onRevoked: () => void;
  onClose: () => void;
}

/** Ends a key for good, after a word about what stops. */
export function RevokeKey({ apiKey, onRevoked, onClose }: RevokeKeyProps) {
  const t = useText();
  const { busy, failure, run } = useAttempt();
  return (
    <Dialog
      open
      title={t('keys.revokeTitle', { label: apiKey.label })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="danger"
            busy={busy}
            onClick={() =>
              void run(async () => {
                const result = await revokeApiKey(apiKey.id);
                // Revoked by somebody else meanwhile.
                return !result.ok && result.code === 'NOT_FOUND' ? ({ ok: true } as const) : result;
              }).then((revoked) => revoked && onRevoked())
            }
          >
            {t('keys.revoke')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <FailureNotice failure={failure} />
      <p>{t('keys.revokeLead')}</p>
      {apiKey.requestsToday > 0 && <p>{t('keys.revokeInUse', { count: apiKey.requestsToday })}</p>}
    </Dialog>
  );
}
