import '../../../language/administration-words.ts';
import { Field, FieldError, Notice, OptionRow, TextArea, TextInput, useToast } from '@lapor/ui';
import { formatReportNumber, parseReportNumber } from '@lapor/wording';
import { useEffect, useId, useRef, useState } from 'react';
import { useClient } from 'urql';
import { DecisionDialog } from '../../../decisions/decision-dialog.tsx';
import { fieldText } from '../../../decisions/field-faults.ts';
import { useReportDecision } from '../../../decisions/use-report-decision.ts';
import { useText } from '../../../language/use-text.ts';
import { MarkDuplicateDocument, UnmarkDuplicateDocument } from '../deciding.graphql.ts';
import { useCandidateLine } from './candidate-line.tsx';
import { SideBySide } from './side-by-side.tsx';
import type { Candidate, Compared } from './use-candidates.ts';

interface CompareDialogProps {
  report: Compared;
  candidates: readonly Candidate[];
  /** Number of the one to begin with; empty for none. */
  first: string;
  onClose: () => void;
  onMerged?: () => void;
}

/** For so long the merge can be taken back with one press. */
const UNDO_SECONDS = 10;

/** Two reports beside each other, what follows from merging them, and the merge. */
export function CompareDialog({ report, candidates, first, onClose, onMerged }: CompareDialogProps) {
  const t = useText();
  const toast = useToast();
  const client = useClient();
  const name = useId();
  const lineOf = useCandidateLine();
  const [chosen, setChosen] = useState(first);
  const [typed, setTyped] = useState('');
  // What a verifier has written is kept; until then the words follow the choice.
  const [written, setWritten] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const decision = useReportDecision(MarkDuplicateDocument);
  const other = typed.trim() === '' ? chosen : (parseReportNumber(typed) ?? '');
  const reason = written ?? (other ? t('duplicate.reasonDraft', { number: formatReportNumber(other) }) : '');
  // The choice has the focus: arrows change it, Enter merges.
  const choice = useRef<HTMLFieldSetElement>(null);
  useEffect(
    () => choice.current?.querySelector<HTMLElement>('input:checked, [type=text], input')?.focus(),
    [],
  );
  const isWaiting = report.state === 'SUBMITTED' || report.state === 'POSTPONED';

  const numberFault = fieldText(
    t,
    tried && other === '' ? 'REQUIRED' : decision.faults.fields['masterNumber'],
    {
      REQUIRED: 'duplicate.numberNeeded',
      NOT_FOUND: 'duplicate.fault.NOT_FOUND',
      SAME: 'duplicate.fault.SAME',
      ALREADY_LINKED: 'duplicate.fault.ALREADY_LINKED',
      IS_DUPLICATE: 'duplicate.fault.IS_DUPLICATE',
      ENDED: 'duplicate.fault.ENDED',
      PROTECTED: 'duplicate.fault.PROTECTED',
    },
  );
  const reasonFault = fieldText(
    t,
    tried && reason.trim() === '' ? 'REQUIRED' : decision.faults.fields['reason'],
  );

  async function undo() {
    const { data } = await client
      .mutation(UnmarkDuplicateDocument, {
        input: { reportId: report.id, reason: t('duplicate.undoReason'), requestKey: crypto.randomUUID() },
      })
      .toPromise();
    toast({
      text: t(data?.result.__typename === 'ReportChanged' ? 'duplicate.undone' : 'duplicate.notUndone'),
      seconds: UNDO_SECONDS,
    });
  }

  async function submit() {
    setTried(true);
    if (other === '' || reason.trim() === '') return;
    const done = await decision.decide({ reportId: report.id, masterNumber: other, reason: reason.trim() });
    if (!done) return;
    toast({
      text: t('duplicate.done', { number: formatReportNumber(other) }),
      action: { label: t('undo.undo'), onAct: () => void undo() },
      seconds: UNDO_SECONDS,
    });
    onClose();
    onMerged?.();
  }

  return (
    <DecisionDialog
      open
      wide
      title={t('duplicate.title')}
      submitLabel={t('duplicate.submit')}
      busy={decision.busy}
      faults={decision.faults}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <fieldset ref={choice} className={numberFault ? 'field--error' : undefined}>
        <legend className="legend">{t('duplicate.which')}</legend>
        {numberFault && <FieldError>{numberFault}</FieldError>}
        {candidates.map((candidate) => (
          <OptionRow
            key={candidate.id}
            name={name}
            title={candidate.title}
            why={lineOf(report, candidate)}
            checked={typed.trim() === '' && chosen === candidate.number}
            onChange={() => {
              setChosen(candidate.number);
              setTyped('');
            }}
          />
        ))}
        <Field label={t('duplicate.otherNumber')} className="narrow">
          <TextInput
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Field>
      </fieldset>
      {other !== '' && <SideBySide report={report} number={other} />}
      <Notice tone="warning">
        <p>{t(isWaiting ? 'duplicate.meansArchived' : 'duplicate.meansLinked')}</p>
        <p>{t('duplicate.meansAlways')}</p>
      </Notice>
      <Field label={t('duplicate.reason')} hint={t('duplicate.reasonHint')} error={reasonFault}>
        <TextArea short rows={2} value={reason} onChange={(event) => setWritten(event.currentTarget.value)} />
      </Field>
    </DecisionDialog>
  );
}
