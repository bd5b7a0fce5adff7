import { keyIcon } from '@lapor/ui';
import { hasPasskeys } from '@lapor/web-client';
import { useText } from '../language/use-text.ts';
import { PasskeyButton } from './passkey-button.tsx';

/** Ways in without a password of this platform. */
export function OtherWays({ onPassed }: { onPassed: () => void }) {
  const t = useText();
  if (!hasPasskeys()) return null;
  return (
    <>
      <p className="or caption">{t('signIn.or')}</p>
      <PasskeyButton label={t('signIn.passkey')} icon={keyIcon} onPassed={onPassed} />
    </>
  );
}
