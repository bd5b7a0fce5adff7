import { useMemo, useState } from 'react';
import { fieldText } from '../../decisions/field-faults.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { readFragment, type FragmentOf, type ResultOf } from '../../graphql.ts';
import { useText, type StaffMessageId } from '../../language/use-text.ts';
import { useUndoableDecision } from '../../undo/use-undoable-decision.ts';
import { classOfKind } from '../deciding/classes.ts';
import { findPersonalData } from './find-personal-data.ts';
import {
  checksFor,
  isComplete,
  missingIn,
  verifyInput,
  withLeft,
  type Missing,
  type VerificationDraft,
} from './verification.ts';
import { VerificationFields, VerifyReportDocument } from './verifying.graphql.ts';

const missingTexts: Record<Missing, StaffMessageId> = {
  class: 'verify.classNeeded',
  categoryId: 'verify.categoryNeeded',
  leadOrganisationId: 'verify.leadNeeded',
  supportingDataChecked: 'verify.supportingDataNeeded',
  withholdReason: 'verify.withholdNeeded',
  mustTakeReason: 'verify.mustTakeNeeded',
  safeToPublish: 'verify.mustBeSafe',
};

/** State of one verification, kept as a draft. Use it with a key per report. */
export function useVerification(
  masked: FragmentOf<typeof VerificationFields>,
  /** `isPending`: it can be taken back, which is told already. */
  onDone: (isPending: boolean) => void,
) {
  const report = readFragment(VerificationFields, masked);
  const t = useText();
  const draftName = `verify:${report.id}`;
  const draft = useDraft<VerificationDraft>(draftName, {
    class: report.class ?? classOfKind(report.kind),
    category: report.category,
    lead: stillWilling(report),
    coHandlers: [],
    title: report.title,
    published: report.text,
    checked: [],
    kept: [],
    withholdReason: '',
    withholdRule: null,
    note: '',
    supportingDataChecked: false,
    mustTakeReason: '',
  });
  const decision = useUndoableDecision(VerifyReportDocument, 'VERIFY');
  const [tried, setTried] = useState(false);
  // Holding a text back is the national desk's alone, and so is archiving.
  const mayWithhold = report.viewerCanArchive;
  const { title, published, kept } = draft.value;
  // What still points to a person, in title and text, and was not left on purpose.
  const left = useMemo(() => {
    const notKept = (text: string) =>
      findPersonalData(text).filter(({ from, to }) => !kept.includes(text.slice(from, to)));
    return { title: notKept(title), published: notKept(published) };
  }, [title, published, kept]);
  const leftCount = report.isConfidential ? 0 : left.title.length + left.published.length;
  const value = withLeft(draft.value, leftCount);
  const missing = missingIn(report, value, mayWithhold);
  const unticked = checksFor(report)
    .filter((check) => !value.checked.includes(check))
    .map((check) => t(`verify.check.${check}`))
    .join('”, “');

  async function submit() {
    setTried(true);
    if (missing.length > 0 || !isComplete(value)) return;
    const done = await decision.decide(verifyInput(report, value), {
      name: draftName,
      value: draft.value,
    });
    if (!done) return;
    draft.clear();
    onDone(done.__typename === 'ChangePending');
  }

  return {
    report,
    draft,
    /** As it would be sent. */
    value,
    left,
    leftCount,
    mayWithhold,
    busy: decision.busy,
    refusal: decision.faults.refusal,
    /** Words for the fault of a field, whether found here or by the server. */
    faultAt: (field: Missing | 'title' | 'redactedText' | 'coHandlerIds' | 'note'): string | undefined =>
      tried && missing.some((name) => name === field)
        ? t(missingTexts[field as Missing], { checks: unticked })
        : fieldText(t, decision.faults.fields[field]),
    submit: () => void submit(),
  };
}

export type Verification = ReturnType<typeof useVerification>;

/** The organisation the reporter chose, unless it has given the report back. */
const stillWilling = ({ suggestedOrganisation: hint, history }: ResultOf<typeof VerificationFields>) =>
  history.some(({ kind, organisation }) => kind === 'RETURNED' && organisation?.id === hint?.id)
    ? null
    : hint;
