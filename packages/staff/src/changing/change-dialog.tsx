import { useToast } from '@lapor/ui';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { DecisionDialog } from '../decisions/decision-dialog.tsx';
import { fieldText } from '../decisions/field-faults.ts';
import type { OutcomeUnion } from '../decisions/outcome.ts';
import { DraftMark } from '../drafts/draft-mark.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import { useChange } from './use-change.ts';

/** What the fields of a dialog read and write. */
export interface ChangeForm<Value extends object> {
  value: Value;
  change: (part: Partial<Value>) => void;
  /** Words for the fault of a field of the input, as found here or by the server. */
  faultAt: (field: string) => string | undefined;
}

interface ChangeDialogProps<Input, Result, Value extends object> {
  document: TypedDocumentNode<{ result: Result }, { input: Input } & AnyVariables>;
  /** Name of the draft, with the id of what is changed: "rename:opd-13-71-dpupr". */
  draft: string;
  empty: Value;
  title: string;
  lead?: ReactNode;
  submitLabel: string;
  tone?: 'primary' | 'danger';
  wide?: boolean;
  doneText: string;
  /** What is faulty before the server is asked: field of the input → code. */
  check?: (value: Value) => Readonly<Record<string, string | undefined>>;
  /** Own words for codes of fields. */
  words?: Readonly<Record<string, Partial<Record<string, StaffMessageId>>>>;
  inputOf: (value: Value) => Omit<Input, 'requestKey'>;
  gone?: StaffMessageId;
  onClose: () => void;
  onDone?: (result: Result) => void;
  children?: (form: ChangeForm<Value>) => ReactNode;
}

/**
 * One change of an organisation, an officer or a readiness record: fields, what follows, one button. Mounted while it
 * is open; what was typed survives closing it.
 */
export function ChangeDialog<
  Input extends { requestKey?: string | null },
  Result extends OutcomeUnion,
  Value extends object,
>(props: ChangeDialogProps<Input, Result, Value>) {
  const t = useText();
  const toast = useToast();
  const draft = useDraft<Value>(props.draft, props.empty);
  const change = useChange(props.document);
  const [attempts, setAttempts] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const own = props.check?.(draft.value) ?? {};

  const faultAt = (field: string) => {
    const code = (attempts > 0 ? own[field] : undefined) ?? change.faults.fields[field];
    return fieldText(t, code, props.words?.[field]);
  };

  // The first thing to mend gets the focus.
  useEffect(() => {
    if (attempts === 0) return;
    box.current?.querySelector<HTMLElement>('.field--error :is(input, textarea, select, button)')?.focus();
  }, [attempts, change.faults.fields]);

  async function submit() {
    setAttempts((count) => count + 1);
    if (Object.values(own).some(Boolean)) return;
    const done = await change.decide(props.inputOf(draft.value));
    if (!done) return;
    draft.clear();
    toast({ text: props.doneText });
    props.onClose();
    props.onDone?.(done);
  }

  return (
    <DecisionDialog
      open
      title={props.title}
      lead={props.lead}
      submitLabel={props.submitLabel}
      tone={props.tone}
      wide={props.wide}
      busy={change.busy}
      faults={change.faults}
      gone={props.gone ?? 'refused.goneHere'}
      mark={<DraftMark savedAt={draft.savedAt} unsaved={draft.unsaved} />}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <div ref={box} className="stack stack-3">
        {props.children?.({ value: draft.value, change: draft.change, faultAt })}
      </div>
    </DecisionDialog>
  );
}
