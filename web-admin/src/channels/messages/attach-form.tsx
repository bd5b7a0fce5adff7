import { DraftMark, submitOnCtrlEnter, useDraft } from '@lapor/staff/changing';
import { Button, Field, RadioCards, TextArea, useToast } from '@lapor/ui';
import { formatReportNumber } from '@lapor/wording';
import { useState } from 'react';
import { desk } from '../desk-client.ts';
import { useText } from '../words.ts';
import type { DeedForm } from './answer-form.tsx';
import { DeedFailure } from './deed-failure.tsx';
import { useDeed } from './use-deed.ts';

const LONGEST = 2_000;

/** Added to one of the sender’s reports, as the sender’s own word. */
export function AttachForm({ message, onRefused, onDone }: DeedForm) {
  const t = useText();
  const toast = useToast();
  const deed = useDeed(onRefused);
  const { reports } = message;
  const [reportId, setReportId] = useState<string>(
    (reports.find(({ isSpokenOf }) => isSpokenOf) ?? reports[0]!).reportId,
  );
  const draft = useDraft(`door-attach:${message.id}`, { text: (message.text ?? '').slice(0, LONGEST) });
  const [isMissing, setMissing] = useState(false);
  const { text } = draft.value;
  const isEmpty = text.trim() === '';

  async function attach() {
    setMissing(isEmpty);
    if (isEmpty) return;
    const done = await deed.send((requestKey) => desk.attach(message.id, { requestKey, reportId, text }));
    if (!done) return;
    draft.clear();
    toast({
      text: t('channels.done.attached', { number: done.number ? formatReportNumber(done.number) : '–' }),
    });
    onDone();
  }

  return (
    <form
      className="stack stack-3"
      noValidate
      ref={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        void attach();
      }}
    >
      <DeedFailure failure={deed.failure} />
      <RadioCards
        legend={t('channels.attach.report')}
        name="report"
        value={reportId}
        columns={2}
        options={reports.map((report) => ({
          value: report.reportId,
          title: `${formatReportNumber(report.number)}${report.shortCode ? ` (${report.shortCode})` : ''}`,
          text: report.isSpokenOf ? t('channels.spokenOf') : undefined,
        }))}
        onChange={setReportId}
      />
      <Field
        label={t('channels.attach.text')}
        hint={t('channels.attach.hint')}
        error={isMissing && isEmpty ? t('channels.answer.needed') : undefined}
      >
        <TextArea
          name="text"
          rows={5}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </Field>
      <div className="row">
        <Button variant="primary" type="submit" busy={deed.busy}>
          {t('channels.attach.send')}
        </Button>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
      </div>
    </form>
  );
}
