import {
  AnswerDetailsFields,
  EvidenceField,
  fieldText,
  missingDetails,
  RefusalNotice,
  submitOnCtrlEnter,
  useFilesFirst,
} from '@lapor/staff/outside';
import { useLanguage } from '@lapor/staff';
import { Button, Field, OptionRow, Panel, sendIcon, TextArea, TextInput } from '@lapor/ui';
import { formatDay, lastPromiseDay, localDateOf, nextDay } from '@lapor/wording';
import { useEffect, useId, useState } from 'react';
import { useText } from '../app/use-text.ts';
import type { Answer, AnswerKind } from './use-answer.ts';

const KINDS: readonly AnswerKind[] = ['PLAN', 'RESULT', 'OBSTACLE', 'ACKNOWLEDGEMENT'];

/** One of the four kinds of answer, with what each does to the deadlines. */
export function AnswerForm({ answer }: { answer: Answer }) {
  const t = useText();
  const { words } = useLanguage();
  const name = useId();
  const [tried, setTried] = useState(false);
  const arriving = useFilesFirst(() => void submit());
  const [misses, setMisses] = useState(0);
  const { draft, change, busy, faults, timeZone } = answer;
  const today = localDateOf(new Date(), timeZone);
  const needsPromise = draft.kind === 'PLAN' || draft.kind === 'OBSTACLE';
  const textMissing = draft.text.trim() === '';
  // A plan may be for today; an obstacle promises a later day.
  const first = draft.kind === 'OBSTACLE' ? nextDay(today) : today;
  const pastText = draft.kind === 'OBSTACLE' ? 'answer.dateNotLater' : 'answer.datePast';
  const incomplete = missingDetails(draft.kind, draft, draft.files.length).length > 0;
  const promiseFault = !needsPromise
    ? undefined
    : draft.promisedOn === ''
      ? 'REQUIRED'
      : draft.promisedOn < first
        ? 'PAST'
        : undefined;

  // The button stands below the fields: the first thing to mend gets the focus.
  useEffect(() => {
    if (misses > 0)
      document
        .getElementById(`${name}-form`)
        ?.querySelector<HTMLElement>('.field--error :is(input, textarea, select)')
        ?.focus();
  }, [misses, name]);

  async function submit() {
    if (arriving.isSending) return arriving.sendThen();
    setTried(true);
    if (textMissing || promiseFault || incomplete) setMisses((count) => count + 1);
    if (textMissing || promiseFault || incomplete) return;
    await answer.send();
    setTried(false);
  }

  return (
    <Panel title={t('handOver.answer')}>
      <form
        id={`${name}-form`}
        ref={submitOnCtrlEnter}
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <RefusalNotice refusal={faults.refusal} />
        <fieldset>
          <legend className="legend">{t('answer.kinds')}</legend>
          {KINDS.map((kind) => (
            <OptionRow
              key={kind}
              name={name}
              title={words.answerKinds[kind]}
              why={t(`handOver.kind.${kind}`)}
              checked={draft.kind === kind}
              onChange={() => {
                // What was asked to be sent was of the other kind.
                arriving.cancel();
                change({ kind });
              }}
            />
          ))}
        </fieldset>
        <Field
          label={t('answer.text')}
          hint={t('handOver.textHint')}
          error={fieldText(t, tried && textMissing ? 'REQUIRED' : faults.fields['text'])}
        >
          <TextArea value={draft.text} onChange={(event) => change({ text: event.currentTarget.value })} />
        </Field>
        <AnswerDetailsFields
          kind={draft.kind}
          details={draft}
          onChange={change}
          fileCount={draft.files.length}
          tried={tried}
          faults={faults.fields}
        />
        {needsPromise && (
          <Field
            className="narrow"
            label={t(draft.kind === 'PLAN' ? 'answer.planDate' : 'answer.obstacleDate')}
            error={fieldText(t, tried && promiseFault ? promiseFault : faults.fields['promisedOn'], {
              PAST: pastText,
              INVALID: pastText,
              IN_THE_PAST: pastText,
              TOO_FAR: 'answer.dateTooFar',
            })}
            foot={draft.promisedOn ? formatDay(words, draft.promisedOn) : undefined}
          >
            <TextInput
              type="date"
              min={first}
              max={lastPromiseDay(today)}
              value={draft.promisedOn}
              onChange={(event) => change({ promisedOn: event.currentTarget.value })}
            />
          </Field>
        )}
        <EvidenceField
          files={draft.files}
          onChange={(files) => change({ files })}
          onSending={arriving.onSending}
          onGivenUp={arriving.cancel}
          headers={answer.headers}
          error={fieldText(t, faults.fields['attachmentIds'], { NOT_FOUND: 'evidence.gone' })}
        />
        <p className="row">
          <Button variant="primary" type="submit" icon={sendIcon} busy={busy || arriving.waits}>
            {t('answer.send')}
          </Button>
          <span className="caption">{t('handOver.kept')}</span>
        </p>
      </form>
    </Panel>
  );
}
