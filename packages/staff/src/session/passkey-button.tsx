import { Button, type Glyph } from '@lapor/ui';
import { signInWithPasskey } from '@lapor/web-client';
import { useText } from '../language/use-text.ts';
import { FailureNotice } from './attempts/failure-notice.tsx';
import type { FailureTexts } from './attempts/failure-text.ts';
import { useAttempt } from './attempts/use-attempt.ts';

interface PasskeyButtonProps {
  label: string;
  /** It is the one thing to do here. */
  primary?: boolean;
  icon: Glyph;
  onPassed: () => void;
}

const texts: FailureTexts = {
  PASSKEY_CANCELLED: 'signIn.passkeyStopped',
  PASSKEY_REFUSED: 'signIn.passkeyUnknown',
  PASSKEY_UNSUPPORTED: 'signIn.passkeyUnsupported',
  REFUSED: 'signIn.passkeyUnknown',
};

/** Password and second factor in one: the device asks for finger, face or PIN. */
export function PasskeyButton({ label, primary, icon, onPassed }: PasskeyButtonProps) {
  const t = useText();
  const { busy, failure, run } = useAttempt();
  return (
    <div className="stack stack-2">
      <Button
        block
        variant={primary ? 'primary' : 'secondary'}
        icon={icon}
        busy={busy}
        onClick={() => void run(signInWithPasskey).then((passed) => passed && onPassed())}
      >
        {label}
      </Button>
      {failure && <FailureNotice failure={failure} texts={texts} />}
      {busy && (
        <p className="sr" role="status">
          {t('enrol.passkeyHow')}
        </p>
      )}
    </div>
  );
}
