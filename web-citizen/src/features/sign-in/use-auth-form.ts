import { useState, type FormEvent } from 'react';
import type { AuthCode, AuthResult } from '@lapor/web-client';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { authField, authMessage, type AuthField } from './auth-message.ts';

interface Fault {
  field: AuthField | null;
  message: MessageId;
  /** The session has ended; nothing here works until there is another. */
  signedOut?: boolean;
}

type Attempt = { ok: true } | { ok: false; code: AuthCode };

interface Options<Done extends Attempt> {
  /** First fault of what was typed, or null. */
  check: () => Fault | null;
  attempt: () => Promise<Done>;
  onDone: (done: Extract<Done, { ok: true }>) => void;
  /** Fields of this form, where a code's usual field is not among them. */
  fields?: Partial<Record<AuthCode, AuthField>>;
  /** Words of this form for a code. */
  messages?: Partial<Record<AuthCode, MessageId>>;
  /** Taken as a step on when this code comes, instead of as a fault; `ok: false` is the fault then. */
  instead?: Partial<Record<AuthCode, () => Promise<AuthResult>>>;
}

/** A small form against the session: checks, one attempt at a time, faults at their field or above the form. */
export function useAuthForm<Done extends Attempt>(options: Options<Done>) {
  const t = useT();
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);

  function fail(found: Fault) {
    // A fault of a field that this step does not show stands above the form.
    const control = found.field && document.getElementById(`auth-${found.field}`);
    setFault(control ? found : { ...found, field: null });
    control?.focus();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const found = options.check();
    setFault(null);
    if (found) return fail(found);
    setBusy(true);
    const result = await options.attempt();
    const step = result.ok ? undefined : options.instead?.[result.code];
    const refusal = step ? await step() : result;
    setBusy(false);
    if (result.ok) return options.onDone(result as Extract<Done, { ok: true }>);
    if (refusal.ok) return;
    fail({
      field: options.fields?.[refusal.code] ?? authField[refusal.code] ?? null,
      message: options.messages?.[refusal.code] ?? authMessage(refusal.code),
      signedOut: refusal.code === 'SIGNED_OUT',
    });
  }

  return {
    submit: (event: FormEvent) => void submit(event),
    busy,
    errorOf: (field: AuthField) => (fault?.field === field ? t(fault.message) : undefined),
    /** What concerns the form as a whole. */
    fault: fault?.field === null ? { message: t(fault.message), signedOut: fault.signedOut === true } : null,
  };
}
