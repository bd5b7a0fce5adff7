import { Button, Dialog } from '@lapor/ui';
import { useId, type ReactNode } from 'react';
import { submitOnCtrlEnter } from '../keyboard/submit-on-ctrl-enter.ts';
import { useText, type StaffMessageId } from '../language/use-text.ts';
import type { Faults } from './outcome.ts';
import { RefusalNotice } from './refusal-notice.tsx';

interface DecisionDialogProps {
  open: boolean;
  title: string;
  /** What the decision does, before the fields. */
  lead?: ReactNode;
  submitLabel: string;
  /** `danger` for what cannot be taken back. */
  tone?: 'primary' | 'danger';
  wide?: boolean;
  busy: boolean;
  faults: Faults;
  /** What to say when the thing is not there any more; a report by default. */
  gone?: StaffMessageId;
  /** "Draf tersimpan …". */
  mark?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** One decision in a dialog: fields, the consequence, one button, a way out. What was typed is kept. */
export function DecisionDialog(props: DecisionDialogProps) {
  const t = useText();
  const form = useId();
  return (
    <Dialog
      open={props.open}
      title={props.title}
      size={props.wide ? 'wide' : undefined}
      onClose={props.onClose}
      actions={
        <>
          <Button variant={props.tone ?? 'primary'} type="submit" form={form} busy={props.busy}>
            {props.submitLabel}
          </Button>
          <Button variant="secondary" onClick={props.onClose}>
            {t('cancel')}
          </Button>
          {props.mark}
        </>
      }
    >
      <form
        ref={submitOnCtrlEnter}
        id={form}
        className="stack stack-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.lead != null && <div>{props.lead}</div>}
        <RefusalNotice refusal={props.faults.refusal} gone={props.gone} />
        {props.children}
      </form>
    </Dialog>
  );
}
