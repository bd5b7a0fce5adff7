import { hasPasskeys, offers, signInWithPasskey } from '@lapor/web-client';
import { Button, keyIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { useAnswer } from '../account/use-answer.ts';
import { FormFault } from './form-fault.tsx';
import { useAuthForm } from './use-auth-form.ts';

/** The third way in, where service and browser know it; it asks for no address. */
export function PasskeyForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const { loaded } = useAnswer(offers);
  const form = useAuthForm({ check: () => null, attempt: signInWithPasskey, onDone });
  if (loaded.state !== 'ready' || !loaded.value.passkey || !hasPasskeys()) return null;
  return (
    <form className="stack" onSubmit={form.submit} noValidate>
      <p className="or">{t('auth.or')}</p>
      <FormFault form={form} />
      <Button type="submit" icon={keyIcon} block busy={form.busy}>
        {t('auth.byPasskey')}
      </Button>
    </form>
  );
}
