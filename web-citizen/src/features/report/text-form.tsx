import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { Button, Field, SavedMark, TextArea, sendIcon } from '@lapor/ui';
import { useT } from '../../app/language-provider.tsx';
import { ChangeFaultNotice, textFault } from './change-fault.tsx';
import type { ChangeFault } from './use-change.ts';
import { useKeptText } from './use-kept-text.ts';

interface TextFormProps {
  /** Under this name the text is kept on the device until it is sent. */
  keep: string;
  label: ReactNode;
  hint?: ReactNode;
  send: string;
  /** The text may be left empty. */
  optional?: boolean;
  /** How the button looks: `danger` for what cannot be undone by another click. */
  variant?: 'primary' | 'danger';
  busy: boolean;
  fault: ChangeFault | null;
  /** Answers whether it went through; the text is forgotten only then. */
  onSend: (text: string) => Promise<boolean>;
  onCancel?: () => void;
  /** Before the text: what decides how it is meant. */
  before?: ReactNode;
  children?: ReactNode;
}

/** One text and a button: reply, dispute, appeal, missing data. */
export function TextForm(props: TextFormProps) {
  const t = useT();
  const id = useId();
  const [text, setText, forget] = useKeptText(props.keep);
  const [empty, setEmpty] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    const missing = !props.optional && text.trim() === '';
    setEmpty(missing);
    if (missing) return document.getElementById(id)?.focus();
    if (await props.onSend(text.trim())) forget();
    else document.getElementById(id)?.focus();
  }

  const serverFault = textFault(props.fault);
  const error = empty ? t('report.fault.required') : serverFault && t(serverFault);
  return (
    <form className="stack stack-3" onSubmit={(event) => void send(event)} noValidate>
      <ChangeFaultNotice fault={props.fault} />
      {props.before}
      <Field
        id={id}
        label={props.label}
        hint={props.hint}
        error={error}
        foot={text.trim() ? <SavedMark>{t('report.kept')}</SavedMark> : undefined}
      >
        <TextArea
          short
          rows={3}
          value={text}
          onChange={(event) => {
            setEmpty(false);
            setText(event.currentTarget.value);
          }}
        />
      </Field>
      {props.children}
      <p className="row">
        <Button
          type="submit"
          variant={props.variant ?? 'secondary'}
          icon={props.variant === 'danger' ? undefined : sendIcon}
          busy={props.busy}
        >
          {props.send}
        </Button>
        {props.onCancel && (
          <Button variant="quiet" onClick={props.onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </p>
    </form>
  );
}
