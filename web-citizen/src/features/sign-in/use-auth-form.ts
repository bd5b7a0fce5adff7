import { useState, type FormEvent } from 'react';
import type { AuthCode } from '@lapor/web-client';
import { useT, type MessageId } from '../../app/language-provider.tsx';
import { authField, authMessage, type AuthField } from './auth-message.ts';

interface Fault {
  field: AuthField | null;
  message: MessageId;
}

type Attempt = { ok: true } | { ok: false; code: AuthCode };

interface Options {
  /** First fault of what was typed, or null. */
  check: () => Fault | null;
  attempt: () => Promise<Attempt>;
  onDone: () => void;
}

/** A small form against the session: checks, one attempt at a time, faults at their field or above the form. */
export function useAuthForm({ check, attempt, onDone }: Options) {
  const t = useT();
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = check();
    setFault(found);
    if (found) {
      if (found.field) document.getElementById(`auth-${found.field}`)?.focus();
      return;
    }
    setBusy(true);
    const result = await attempt();
    setBusy(false);
    if (result.ok) return onDone();
    const field = authField[result.code] ?? null;
    setFault({ field, message: authMessage[result.code] });
    if (field) document.getElementById(`auth-${field}`)?.focus();
  }

  return {
    submit: (event: FormEvent) => void submit(event),
    busy,
    errorOf: (field: AuthField) => (fault?.field === field ? t(fault.message) : undefined),
    formError: fault && fault.field === null ? t(fault.message) : null,
  };
}
