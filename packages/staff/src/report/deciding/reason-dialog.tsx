import { Field, FieldError, OptionRow, TextArea, useToast } from '@lapor/ui';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useId, useState, type ReactNode } from 'react';
import { DecisionDialog } from '../../decisions/decision-dialog.tsx';
import { fieldText } from '../../decisions/field-faults.ts';
import type { OutcomeUnion } from '../../decisions/outcome.ts';
import { DraftMark } from '../../drafts/draft-mark.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { useText } from '../../language/use-text.ts';
import type { Operation } from '../../undo/sent-changes.ts';
import { useUndoableDecision } from '../../undo/use-undoable-decision.ts';

/** The text in the making, and what was chosen. */
interface Writing<Choice extends string> {
  text: string;
  choice: Choice | null;
  write: (text: string) => void;
}

interface ReasonDialogProps<
  Input extends { reportId: string; expectedVersion?: number | null },
  Choice extends string,
> {
  document: TypedDocumentNode<{ result: OutcomeUnion }, { input: Input } & AnyVariables>;
  /** Makes the draft of this report's decision: "return:<id>". */
  draft: string;
  title: string;
  lead?: ReactNode;
  /** Name of the input's field, where the server's fault belongs. */
  choice?: {
    field: string;
    legend: string;
    options: readonly { value: Choice; title: string; why?: string }[];
    /** Chosen before the officer does. */
    preset?: Choice;
  };
  text: { field: string; label: string; hint?: string };
  /** Helps to write the text: stands before its field, and may change it. */
  helper?: (writing: Writing<Choice>) => ReactNode;
  /** What somebody will read of it, below the field. */
  preview?: (writing: Omit<Writing<Choice>, 'write'>) => ReactNode;
  /** Further fields between the choice and the text. */
  children?: ReactNode;
  submitLabel: string;
  tone?: 'primary' | 'danger';
  doneText: string;
  /** What can be taken back for some seconds, and is told of elsewhere then. */
  undo?: Operation;
  /** `choice` is there whenever the dialog asks for one. */
  inputOf: (text: string, choice: Choice) => Input;
  /** False while further fields, which show their own fault, forbid sending. */
  complete?: boolean;
  /** It was to be sent: further fields may say what they lack. */
  onTried?: () => void;
  onClose: () => void;
  onDone?: () => void;
}

/**
 * The shape most decisions share: choose a reason, write it out, send. Mounted while it is open; what was typed
 * survives closing it.
 */
export function ReasonDialog<
  Input extends { reportId: string; expectedVersion?: number | null },
  Choice extends string = never,
>(props: ReasonDialogProps<Input, Choice>) {
  const t = useText();
  const toast = useToast();
  const name = useId();
  const draft = useDraft<{ text: string; choice: Choice | null }>(props.draft, {
    text: '',
    choice: props.choice?.preset ?? null,
  });
  const decision = useUndoableDecision(props.document, props.undo ?? null);
  const { fields } = decision.faults;
  // What is simply missing is said without asking the server.
  const [tried, setTried] = useState(false);
  const choiceMissing = props.choice !== undefined && draft.value.choice === null;
  const textMissing = draft.value.text.trim() === '';
  const codeOf = (field: string, missing: boolean) => (tried && missing ? 'REQUIRED' : fields[field]);
  const choiceFault =
    props.choice && fieldText(t, codeOf(props.choice.field, choiceMissing), { REQUIRED: 'field.choose' });

  async function submit() {
    setTried(true);
    props.onTried?.();
    if (choiceMissing || textMissing || props.complete === false) return;
    const done = await decision.decide(props.inputOf(draft.value.text.trim(), draft.value.choice as Choice), {
      name: props.draft,
      value: draft.value,
    });
    if (!done) return;
    draft.clear();
    if (done.__typename !== 'ChangePending') toast({ text: props.doneText });
    props.onClose();
    props.onDone?.();
  }

  return (
    <DecisionDialog
      open
      title={props.title}
      lead={props.lead}
      submitLabel={props.submitLabel}
      tone={props.tone}
      busy={decision.busy}
      faults={decision.faults}
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      {props.choice && (
        <fieldset className={choiceFault ? 'field--error' : undefined}>
          <legend className="legend">{props.choice.legend}</legend>
          {choiceFault && <FieldError>{choiceFault}</FieldError>}
          {props.choice.options.map(({ value, title, why }) => (
            <OptionRow
              key={value}
              name={name}
              title={title}
              why={why}
              checked={draft.value.choice === value}
              onChange={() => draft.change({ choice: value })}
            />
          ))}
        </fieldset>
      )}
      {props.children}
      {props.helper?.({ ...draft.value, write: (text) => draft.change({ text }) })}
      <Field
        label={props.text.label}
        hint={props.text.hint}
        error={fieldText(t, codeOf(props.text.field, textMissing))}
      >
        <TextArea
          short
          value={draft.value.text}
          onChange={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </Field>
      {props.preview?.(draft.value)}
    </DecisionDialog>
  );
}
