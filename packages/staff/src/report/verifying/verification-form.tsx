import { Button, Field, Kbd, TextArea, TextInput } from '@lapor/ui';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { RefusalNotice } from '../../decisions/refusal-notice.tsx';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { submitOnCtrlEnter } from '../../keyboard/submit-on-ctrl-enter.ts';
import { useShortcuts } from '../../keyboard/use-shortcuts.ts';
import { useVerifyingKeys } from '../../keyboard/verifying-keys.ts';
import { useText } from '../../language/use-text.ts';
import { CategoryChoice } from './category-choice.tsx';
import { ClassChoice } from './class-choice.tsx';
import { LeadChoice } from './lead-choice.tsx';
import { PublicationChecks } from './publication-checks.tsx';
import { SupportingDataCheck } from './supporting-data-check.tsx';
import type { Verification } from './use-verification.ts';
import { mustBeTaken } from './verification.ts';

interface VerificationFormProps {
  verification: Verification;
  withinId?: string;
  submitLabel: string;
  /** Other ways out: ask for data, archive, skip. */
  others?: ReactNode;
}

/** The decision in one column; Enter sends it. */
export function VerificationForm({ verification, withinId, submitLabel, others }: VerificationFormProps) {
  const t = useText();
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { draft, busy, refusal, submit, faultAt } = verification;
  const [attempts, setAttempts] = useState(0);

  const send = () => {
    submit();
    setAttempts((count) => count + 1);
  };
  // The first thing to mend gets the focus.
  useEffect(() => {
    if (attempts === 0) return;
    form.current
      ?.querySelector<HTMLElement>('.field--error :is(button, input:not(:checked), textarea):not(:disabled)')
      ?.focus();
  }, [attempts]);
  useEffect(() => submitOnCtrlEnter(form.current), []);
  useVerifyingKeys();
  useShortcuts({ Enter: () => (isAtRest() ? send() : false) });

  return (
    <form
      ref={form}
      className="panel"
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {/* Where a link on a phone leads to: the decision stands far below the text there. */}
      <div className="panel__head" id="keputusan" tabIndex={-1}>
        <h2 id={titleId}>{t('verify.decision')}</h2>
        <DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />
      </div>
      <div className="panel__body stack stack-3">
        <RefusalNotice refusal={refusal} />
        <ClassChoice verification={verification} />
        <CategoryChoice verification={verification} />
        <SupportingDataCheck verification={verification} />
        <LeadChoice verification={verification} withinId={withinId} />
        <PublicationChecks verification={verification} />
        {mustBeTaken(verification.report) ? (
          <Field
            label={t('verify.mustTake')}
            hint={t('verify.mustTakeHint')}
            error={faultAt('mustTakeReason')}
          >
            <TextArea
              short
              rows={2}
              value={draft.value.mustTakeReason}
              onChange={(event) => draft.change({ mustTakeReason: event.currentTarget.value })}
            />
          </Field>
        ) : (
          <Field label={t('verify.note')} hint={t('verify.noteHint')} error={faultAt('note')}>
            <TextInput
              value={draft.value.note}
              onChange={(event) => draft.change({ note: event.currentTarget.value })}
            />
          </Field>
        )}
      </div>
      <div className="sticky-actions">
        <Button variant="primary" type="submit" className="grow" busy={busy}>
          {submitLabel} <Kbd>Enter</Kbd>
        </Button>
        {others}
      </div>
    </form>
  );
}

/** Nothing that Enter itself would press has the focus. */
const isAtRest = () =>
  document.activeElement === null || document.activeElement.matches('body, [tabindex="-1"]');
