import { Field, TextArea, useToast } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { fieldText } from '../../decisions/field-faults.ts';
import { useReportDecision } from '../../decisions/use-report-decision.ts';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useText } from '../../language/use-text.ts';
import { CORRECTION_DAYS } from './correctable.ts';
import { CorrectAnswerDocument } from './history.graphql.ts';

interface CorrectDialogProps {
  reportId: string;
  entryId: string;
  /** The words that stand now. */
  standing: string;
  onClose: () => void;
}

/** Puts the words of a sent answer right: no clock moves, and everybody who reads it sees both versions. */
export function CorrectDialog({ reportId, entryId, standing, onClose }: CorrectDialogProps) {
  const t = useText();
  const toast = useToast();
  const draft = useDraft(`correct:${entryId}`, { text: standing });
  const decision = useReportDecision(CorrectAnswerDocument);
  const [tried, setTried] = useState(false);
  const text = draft.value.text.trim();
  const own = text === '' ? 'REQUIRED' : text === standing.trim() ? 'SAME' : undefined;

  async function submit() {
    setTried(true);
    if (own) return;
    const done = await decision.decide({ reportId, entryId, text });
    if (!done) return;
    draft.clear();
    toast({ text: t('correction.done') });
    onClose();
  }

  return (
    <DecisionDialog
      open
      wide
      title={t('correction.title')}
      lead={<p className="caption">{t('correction.lead', { days: CORRECTION_DAYS })}</p>}
      submitLabel={t('correction.submit')}
      busy={decision.busy}
      faults={decision.faults}
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <section className="stack stack-2" aria-labelledby="correction-before">
        <h3 className="h4" id="correction-before">
          {t('correction.before')}
        </h3>
        <p className="textbox narrative" lang="id">
          {standing}
        </p>
      </section>
      <Field
        label={t('correction.after')}
        error={fieldText(t, (tried ? own : undefined) ?? decision.faults.fields['text'], {
          SAME: 'correction.same',
        })}
      >
        <TextArea
          value={draft.value.text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </Field>
    </DecisionDialog>
  );
}
