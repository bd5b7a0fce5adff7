import { Field, Notice, TextArea, useToast } from '@lapor/ui';
import { useState } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { fieldText } from '../decisions/field-faults.ts';
import { useReportDecision } from '../decisions/use-report-decision.ts';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useText } from '../language/use-text.ts';
import { RejectAnswerDocument } from './approval.graphql.ts';
import type { DecideProps } from './approve-dialog.tsx';

/** Back to its author, with what has to be better; the citizen hears nothing of it. */
export function SendBackDialog({ reportId, proposal, onClose, onDone }: DecideProps) {
  const t = useText();
  const toast = useToast();
  const draft = useDraft(`send-back:${proposal.id}`, { reason: '' });
  const { busy, faults, decide } = useReportDecision(RejectAnswerDocument);
  const [tried, setTried] = useState(false);
  const reason = draft.value.reason.trim();

  async function submit() {
    setTried(true);
    if (reason === '') return;
    if (!(await decide({ reportId, proposalId: proposal.id, reason }))) return;
    draft.clear();
    toast({ text: t('approval.sentBack') });
    onClose();
    onDone(false);
  }

  return (
    <DecisionDialog
      open
      title={t('approval.sendBackTitle')}
      lead={<p>{t('approval.sendBackLead')}</p>}
      submitLabel={t('approval.sendBackSubmit')}
      busy={busy}
      faults={faults}
      mark={<DraftMark savedAt={reason ? draft.savedAt : null} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={() => {
        onClose();
        if (faults.fields['proposalId']) onDone(true);
      }}
    >
      {faults.fields['proposalId'] && (
        <Notice tone="warning" role="alert">
          <p>{t('approval.gone')}</p>
        </Notice>
      )}
      <Field
        label={t('approval.sendBackReason')}
        hint={t('approval.sendBackHint')}
        error={fieldText(t, tried && reason === '' ? 'REQUIRED' : faults.fields['reason'])}
      >
        <TextArea
          short
          value={draft.value.reason}
          onChange={(event) => draft.change({ reason: event.currentTarget.value })}
        />
      </Field>
    </DecisionDialog>
  );
}
