import type { AnswerKind } from '@lapor/wording';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import type { AnswerDetails } from './answer-details.ts';
import {
  DiscardAnswerDraftDocument,
  SaveAnswerDraftDocument,
  type KeptDraftFields,
} from './answering.graphql.ts';
import { choiceOf } from './kept-draft.ts';

export type Kept = ResultOf<typeof KeptDraftFields>;

/** Typing pauses so long before the platform is told. */
const PAUSE_MS = 1_500;

/** Reports whose draft was sent or thrown away here: what a cached page still says of it is over. */
const over = new Set<string>();

interface Written extends AnswerDetails {
  kind: AnswerKind;
  text: string;
  promisedOn: string;
}

interface KeptDraftState {
  /** A newer draft from another device that differs from what is written here. */
  other: Kept | null;
  /** Takes the other one, or leaves it: what is written here is kept instead. */
  settle: (take: boolean) => void;
  /** What is written stands with the platform, too. */
  isKept: boolean;
}

/**
 * Keeps an answer that is being written with the platform besides the device, for whichever device the officer goes on with.
 * `written` is null while no answer is written: then the kept one is thrown away. What fails stays on the device alone.
 */
export function useKeptDraft(
  reportId: string,
  kept: Kept | null,
  own: { written: Written | null; savedAt: string | null },
  onTake: (kept: Kept) => void,
): KeptDraftState {
  const client = useClient();
  const [start] = useState(() =>
    over.has(reportId) ? 'NONE' : choiceOf({ text: own.written?.text ?? '', savedAt: own.savedAt }, kept),
  );
  const [other, setOther] = useState(start === 'ASK' ? kept : null);
  const [isKept, setKept] = useState(start === 'TAKE');
  /** The platform holds one: ours, or one from before. */
  const held = useRef(kept !== null && !over.has(reportId));
  const refused = useRef(false);
  const take = useRef(onTake);
  take.current = onTake;

  useEffect(() => {
    if (start === 'TAKE' && kept) take.current(kept);
    // Once, when the page opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const { written } = own;
  const text = written?.text.trim() ?? '';
  const content = text === '' ? '' : JSON.stringify(written);
  const wasWritten = useRef(text !== '' || start === 'TAKE');
  useEffect(() => {
    if (other || refused.current) return;
    if (content === '') {
      setKept(false);
      // Nothing was ever written here: somebody's draft is not thrown away by looking at the page.
      if (!wasWritten.current || !held.current) return;
      held.current = false;
      over.add(reportId);
      void client.mutation(DiscardAnswerDraftDocument, { input: { reportId } }).toPromise();
      return;
    }
    wasWritten.current = true;
    over.delete(reportId);
    setKept(false);
    let isOver = false;
    const timer = setTimeout(() => {
      const { promisedOn, outcome, obstacleReason, noProofReason, ...rest } = JSON.parse(content) as Written;
      held.current = true;
      void client
        .mutation(SaveAnswerDraftDocument, {
          input: {
            reportId,
            ...rest,
            promisedOn: promisedOn || null,
            outcome: outcome || null,
            obstacleReason: obstacleReason || null,
            noProofReason: noProofReason || null,
          },
        })
        .toPromise()
        .then(({ data }) => {
          refused.current = data?.result.__typename === 'NotFound';
          if (!isOver) setKept(data?.result.__typename === 'AnswerDraftKept');
        });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [client, reportId, content, other]);

  const settle = useCallback(
    (taken: boolean) => {
      if (taken && other) take.current(other);
      setOther(null);
    },
    [other],
  );
  return { other, settle, isKept };
}
