import { Button, Dialog, Field, TextInput } from '@lapor/ui';
import { renamePasskey } from '@lapor/web-client';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../language/use-text.ts';
import { FailureNotice } from '../../session/attempts/failure-notice.tsx';
import { useAttempt } from '../../session/attempts/use-attempt.ts';

interface RenamePasskeyProps {
  id: string;
  name: string;
  onDone: () => void;
  onClose: () => void;
}

export function RenamePasskey({ id, name, onDone, onClose }: RenamePasskeyProps) {
  const t = useText();
  const form = useId();
  const [value, setValue] = useState(name);
  const [missing, setMissing] = useState(false);
  const { busy, failure, run } = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  async function submit() {
    const given = value.trim();
    setMissing(!given);
    if (!given) return input.current?.focus();
    if (await run(() => renamePasskey(id, given))) onDone();
  }

  return (
    <Dialog
      open
      title={t('account.renameOf', { name })}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" type="submit" form={form} busy={busy}>
            {t('account.rename')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form
        id={form}
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FailureNotice failure={failure} texts={{ NOT_FOUND: 'account.gone' }} />
        <Field
          label={t('enrol.passkeyName')}
          hint={t('enrol.passkeyNameHint')}
          error={missing ? t('field.required') : undefined}
        >
          <TextInput
            ref={input}
            maxLength={60}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
