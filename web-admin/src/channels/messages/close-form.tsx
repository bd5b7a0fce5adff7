import { submitOnCtrlEnter } from '@lapor/staff/changing';
import { Button, RadioCards, useToast } from '@lapor/ui';
import { useState } from 'react';
import { desk } from '../desk-client.ts';
import { useText } from '../words.ts';
import type { DeedForm } from './answer-form.tsx';
import { DeedFailure } from './deed-failure.tsx';
import { useDeed } from './use-deed.ts';

const REASONS = ['SPAM', 'DOUBLE', 'GREETING', 'UNREADABLE'] as const;
type Reason = (typeof REASONS)[number];

/** Ended without a word to the sender, for a reason. */
export function CloseForm({ message, onRefused, onDone }: DeedForm) {
  const t = useText();
  const toast = useToast();
  const deed = useDeed(onRefused);
  const [reason, setReason] = useState<Reason | null>(null);
  const [isMissing, setMissing] = useState(false);

  async function close() {
    setMissing(reason === null);
    if (reason === null) return;
    if (!(await deed.send((requestKey) => desk.close(message.id, { requestKey, reason })))) return;
    toast({ text: t('channels.done.closed') });
    onDone();
  }

  return (
    <form
      className="stack stack-3"
      noValidate
      ref={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <DeedFailure failure={deed.failure} />
      <RadioCards
        legend={t('channels.close.reason')}
        hint={t('channels.close.hint')}
        error={isMissing && reason === null ? t('channels.close.needed') : undefined}
        name="reason"
        value={reason}
        columns={2}
        options={REASONS.map((value) => ({
          value,
          title: t(`channels.close.${value}`),
          text: t(`channels.close.${value}.hint`),
        }))}
        onChange={setReason}
      />
      <div className="row">
        <Button variant="danger" type="submit" busy={deed.busy}>
          {t('channels.close.send')}
        </Button>
      </div>
    </form>
  );
}
