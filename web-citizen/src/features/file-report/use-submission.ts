import { useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { useEvent } from '../../components/use-event.ts';
import { askToBeWoken, hearNews, sendsInBackground, tellNews } from './background-send.ts';
import { deliver } from './deliver.ts';
import { isAnonymous } from './draft.ts';
import { removeDraft } from './draft-store.ts';
import { inTurn } from './send-lock.ts';
import { showSent, type SentReport } from './sent-report.ts';
import { retryPauseSeconds, type ServerFault } from './submit.ts';
import type { DraftHandle } from './use-draft.ts';
import type { Photos } from './use-photos.ts';

export type Submission =
  | { status: 'idle' }
  | { status: 'sending' }
  /** Kept on the device; sent again by itself at `retryAt`, or when the network returns. */
  | { status: 'waiting'; reason: 'OFFLINE' | 'BUSY'; retryAt: number; inBackground: boolean }
  | { status: 'refused'; faults: readonly ServerFault[] }
  | { status: 'conflict' };

interface Options extends DraftHandle {
  photos: Photos;
  signedIn: boolean;
  onSent: () => void;
}

/** Sends the draft, again and again with the same key until it has arrived. Only an answer ends the draft. */
export function useSubmission({
  draft,
  current,
  note,
  reopen,
  isSending,
  photos,
  signedIn,
  onSent,
}: Options) {
  const client = useClient();
  const [submission, setSubmission] = useState<Submission>({ status: 'idle' });
  const attempts = useRef(0);

  const send = useEvent(async () => {
    if (isSending.current) return;
    isSending.current = true;
    attempts.current += 1;
    setSubmission({ status: 'sending' });
    try {
      const { email, queuedAt } = current();
      const willBeTold = signedIn || (!isAnonymous(current()) && email.trim() !== '');
      note({ queuedAt: queuedAt ?? new Date().toISOString(), willBeTold });
      // Before the attempt: nobody knows how long this page lives.
      void askToBeWoken();
      await attempt();
    } finally {
      isSending.current = false;
    }
  });

  async function attempt() {
    const { submissionKey } = current();
    const outcome = await inTurn(submissionKey, () =>
      deliver({ client, current, note, uploadAll: photos.uploadAll }),
    );
    switch (outcome.kind) {
      case 'sent':
        return finish(outcome.report);
      case 'refused':
        note({ queuedAt: null });
        return setSubmission({ status: 'refused', faults: outcome.faults });
      case 'conflict':
        note({ queuedAt: null });
        return setSubmission({ status: 'conflict' });
      case 'unreachable': {
        const seconds = outcome.retryAfterSeconds ?? retryPauseSeconds(attempts.current);
        return setSubmission({
          status: 'waiting',
          reason: outcome.reason,
          retryAt: Date.now() + seconds * 1000,
          inBackground: sendsInBackground(),
        });
      }
    }
  }

  async function finish(report: SentReport) {
    await removeDraft(current());
    reopen();
    await showSent(report);
    tellNews(report);
    onSent();
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

  // Another tab or the service worker may send it while it is open here.
  const hear = useEvent((report: SentReport | null) => {
    if (!isSending.current && report?.submissionKey === current().submissionKey) void finish(report);
  });
  useEffect(() => hearNews(hear), [hear]);

  // A draft that was sent before the page was left goes on being sent.
  const isQueued = draft.queuedAt !== null;
  useEffect(() => {
    if (isQueued) void send();
    // Changed again: it waits for the reporter's word, not for the network.
    else setSubmission((now) => (now.status === 'waiting' ? { status: 'idle' } : now));
  }, [isQueued, send]);

  return { submission, send: () => void send() };
}
