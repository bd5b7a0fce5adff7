import { Button, Dialog, Field, TextArea, useToast } from '@lapor/ui';
import { useState } from 'react';
import { DeedFailure } from '../messages/deed-failure.tsx';
import { useDeed } from '../messages/use-deed.ts';
import { useText } from '../words.ts';
import { Changes } from './changes.tsx';
import { backToBuiltIn, type TemplateMedium, type WordingKey } from './preview-client.ts';
import { isReason, LONGEST_REASON } from './reason.ts';

interface BuiltInDialogProps {
  wordingKey: WordingKey;
  medium: TemplateMedium;
  onStale: () => void;
  onDone: () => void;
  onClose: () => void;
}

/** Back to the words that the platform comes with, for a reason. */
export function BuiltInDialog({ wordingKey, medium, onStale, onDone, onClose }: BuiltInDialogProps) {
  const t = useText();
  const toast = useToast();
  const deed = useDeed(onStale);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);

  async function send() {
    setMissing(!isReason(reason));
    if (!isReason(reason)) return;
    const { version } = medium;
    const content = { version, reason };
    const sent = await deed.send(
      (requestKey) => backToBuiltIn(wordingKey, { requestKey, ...content }),
      content,
    );
    if (!sent) return;
    toast({ text: t('channels.templates.wentBack') });
    onDone();
  }
  return (
    <Dialog
      open
      size="wide"
      title={t('channels.templates.back')}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={deed.busy} onClick={() => void send()}>
            {t('channels.templates.back')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <DeedFailure failure={deed.failure} />
      <p>{t('channels.templates.backLead')}</p>
      <Changes before={medium.wording} after={medium.builtIn} />
      <Field
        label={t('channels.templates.reason')}
        error={isMissing && !isReason(reason) ? t('channels.templates.reasonNeeded') : undefined}
      >
        <TextArea
          short
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
}
