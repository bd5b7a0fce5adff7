import { DraftMark, submitOnCtrlEnter, useDraft } from '@lapor/staff/changing';
import { Button, Field, sendIcon, TextArea, useToast } from '@lapor/ui';
import { useState } from 'react';
import { desk, type ReadMessage } from '../desk-client.ts';
import { useCodeText, useText } from '../words.ts';
import { DeedFailure } from './deed-failure.tsx';
import { TextLength } from './text-length.tsx';
import { useDeed } from './use-deed.ts';

export interface DeedForm {
  message: ReadMessage;
  onRefused: () => void;
  onDone: () => void;
}

/** An answer in the operator’s own words, by the door that the message came by. */
export function AnswerForm({ message, onRefused, onDone }: DeedForm) {
  const t = useText();
  const codeText = useCodeText();
  const toast = useToast();
  const deed = useDeed(onRefused);
  const draft = useDraft(`door-answer:${message.id}`, { text: '' });
  const [isMissing, setMissing] = useState(false);
  const { text } = draft.value;
  const isEmpty = text.trim() === '';
  const { mostSegments = null, longest = 0 } = message.answers ?? {};

  async function send() {
    setMissing(isEmpty);
    if (isEmpty) return;
    const sent = await deed.send((requestKey) => desk.answer(message.id, { requestKey, text }));
    if (!sent) return;
    draft.clear();
    toast({ text: t('channels.done.answered') });
    onDone();
  }

  return (
    <form
      className="stack stack-3"
      noValidate
      ref={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DeedFailure failure={deed.failure} />
      <Field
        label={t('channels.answer.text')}
        hint={t('channels.answer.hint', { door: codeText('channels.door', message.door) })}
        error={isMissing && isEmpty ? t('channels.answer.needed') : undefined}
        foot={
          <TextLength
            text={text}
            mostSegments={mostSegments}
            longest={longest}
            onPlain={(plain) => draft.change({ text: plain })}
          />
        }
      >
        <TextArea
          name="answer"
          rows={5}
          maxLength={3_000}
          value={text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </Field>
      <div className="row">
        <Button variant="primary" type="submit" icon={sendIcon} busy={deed.busy}>
          {t('channels.answer.send')}
        </Button>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
      </div>
    </form>
  );
}
