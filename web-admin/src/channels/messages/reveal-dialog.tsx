import { Button, Dialog, Field, TextArea } from '@lapor/ui';
import { useState } from 'react';
import { desk } from '../desk-client.ts';
import { useText } from '../words.ts';
import { DeedFailure } from './deed-failure.tsx';
import { useDeed } from './use-deed.ts';

const SHORTEST = 10;

interface RevealDialogProps {
  id: string;
  onRevealed: (address: string) => void;
  onClose: () => void;
}

/** Why it was refused stands above the reason, which is kept for another try. */
const stay = () => undefined;

/** Asks why the whole address is needed; the reason is recorded with the name of whoever asks. */
export function RevealDialog({ id, onRevealed, onClose }: RevealDialogProps) {
  const t = useText();
  const deed = useDeed(stay);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isShort = reason.trim().length < SHORTEST;

  async function reveal() {
    setMissing(isShort);
    if (isShort) return;
    const found = await deed.send((requestKey) => desk.reveal(id, { requestKey, reason }));
    if (found) onRevealed(found.address);
  }

  return (
    <Dialog
      open
      title={t('channels.revealTitle')}
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" busy={deed.busy} onClick={() => void reveal()}>
            {t('channels.reveal')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <DeedFailure failure={deed.failure} />
      <p>{t('channels.revealLead')}</p>
      <Field
        label={t('channels.revealReason')}
        error={isMissing && isShort ? t('channels.revealNeeded') : undefined}
      >
        <TextArea
          short
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
}
