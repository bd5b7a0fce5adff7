import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useEvent } from '../../components/use-event.ts';
import { buildInput } from './build-input.ts';
import { retryPauseSeconds, submit, type ServerFault } from './submit.ts';
import { rememberSent } from './sent-report.ts';
import { isAnonymous } from './draft.ts';
import type { DraftHandle } from './use-draft.ts';
import type { Photos } from './use-photos.ts';

export type Submission =
  | { status: 'idle' }
  | { status: 'sending' }
  /** Kept on the device; sent again by itself at `retryAt`, or when the network returns. */
  | { status: 'waiting'; reason: 'OFFLINE' | 'BUSY'; retryAt: number }
  | { status: 'refused'; faults: readonly ServerFault[] }
  | { status: 'conflict' };

interface Options extends DraftHandle {
  photos: Photos;
  signedIn: boolean;
  onSent: () => void;
}

/** Sends the draft, again and again with the same key until it has arrived. Only an answer ends the draft. */
export function useSubmission({ current, change, discard, photos, signedIn, onSent }: Options) {
  const client = useClient();
  const [submission, setSubmission] = useState<Submission>({ status: 'idle' });
  const attempts = useRef(0);
  const busy = useRef(false);

  const wait = (reason: 'OFFLINE' | 'BUSY', seconds: number) =>
    setSubmission({ status: 'waiting', reason, retryAt: Date.now() + seconds * 1000 });

  const send = useEvent(async () => {
    if (busy.current) return;
    busy.current = true;
    attempts.current += 1;
    setSubmission({ status: 'sending' });
    try {
      await attempt();
    } finally {
      busy.current = false;
    }
  });

  async function attempt() {
    const uploaded = await photos.uploadAll();
    if (uploaded === 'refused') {
      return setSubmission({ status: 'refused', faults: [{ path: 'input.attachmentIds', code: 'INVALID' }] });
    }
    if (uploaded === 'waiting') return wait('OFFLINE', retryPauseSeconds(attempts.current));
    const newest = current();
    const input = buildInput(newest);
    const { sentInput } = newest;
    if (!sentInput) change({ sentInput: input });
    const outcome = await submit(client, input, sentInput);
    switch (outcome.kind) {
      case 'sent':
        rememberSent({
          id: outcome.id,
          number: outcome.number,
          accessCode: outcome.accessCode,
          submittedAt: outcome.submittedAt,
          timeZone: newest.region?.timeZone ?? 'Asia/Jakarta',
          earlierVersion: outcome.earlierVersion ?? false,
          willBeTold: signedIn || (!isAnonymous(newest) && newest.email.trim() !== ''),
        });
        discard();
        return onSent();
      case 'refused':
        change({ sentInput: null });
        return setSubmission({ status: 'refused', faults: outcome.faults });
      case 'conflict':
        return setSubmission({ status: 'conflict' });
      case 'unreachable':
        return wait(outcome.reason, outcome.retryAfterSeconds ?? retryPauseSeconds(attempts.current));
    }
  }

  useEffect(() => {
    if (submission.status !== 'waiting') return;
    const again = () => void send();
    const timer = setTimeout(again, Math.max(0, submission.retryAt - Date.now()));
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [submission, send]);

  return { submission, send: () => void send(), reset: () => setSubmission({ status: 'idle' }) };
}
