import { useRef, useState } from 'react';
import { useMutation, type TypedDocumentNode } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import type { ChangeResultFragment } from './changes.graphql.ts';
import { useReportPage } from './report-page-context.ts';

export type ChangeFault =
  /** Codes of the server, with the path of the field they belong to. */
  | { kind: 'INVALID'; fields: readonly { path: string; code: string }[] }
  /** The report is not open to this device any more: the session or the key has ended. */
  | { kind: 'CLOSED' }
  | { kind: 'UNREACHABLE' };

type Changed = { result: ResultOf<typeof ChangeResultFragment> };

/** What every change takes besides its own fields; the key makes a retry after a lost answer safe. */
type Variables<Input> = {
  input: Input & { requestKey?: string | null; expectedVersion?: number | null };
};

interface ChangeOptions {
  /**
   * It decides about what is on the page (settled, withdrawn, rated …): had something happened meanwhile, the reader
   * shall see that first. What merely adds a word goes through all the same.
   */
  decides?: boolean;
}

/** One change of the report on this page. On success, and when the report has moved on, the page is read anew. */
export function useChange<Input extends object>(
  document: TypedDocumentNode<Changed, Variables<Input>>,
  { decides = false }: ChangeOptions = {},
) {
  const { version, changed, movedOn } = useReportPage();
  const [{ fetching }, run] = useMutation<Changed, Variables<Input>>(document);
  const requestKey = useRef(crypto.randomUUID());
  const [fault, setFault] = useState<ChangeFault | null>(null);

  async function send(input: Input, expectedVersion: number | null) {
    const { data } = await run({
      input: { ...input, requestKey: requestKey.current, ...(decides ? { expectedVersion } : {}) },
    });
    // Without an answer it may have arrived: the next attempt is the same one. With one, the next is another.
    if (data) requestKey.current = crypto.randomUUID();
    return data?.result;
  }

  async function change(input: Input): Promise<boolean> {
    setFault(null);
    let result = await send(input, version);
    // Something happened that this reader is not shown, such as a draft that waits for approval.
    if (result?.__typename === 'StaleReport' && result.entriesSince.length === 0)
      result = await send(input, result.version);
    switch (result?.__typename) {
      case 'ReportChanged':
        changed();
        return true;
      case 'InvalidInput':
        setFault({ kind: 'INVALID', fields: result.fields });
        return false;
      case 'TransitionRefused':
        movedOn({ code: result.code, words: wordsOf(input) });
        return false;
      case 'StaleReport':
      // What stops officers alone.
      case 'ReportLeased':
      case 'ChangePending':
        movedOn({ code: 'STALE', words: wordsOf(input) });
        return false;
      case 'NotFound':
      // What happens to officers alone.
      case 'ReportOutOfSight':
        // The page stays as it is: what stands in the form must not vanish with it.
        setFault({ kind: 'CLOSED' });
        return false;
      case undefined:
        setFault({ kind: 'UNREACHABLE' });
        return false;
    }
  }
  return { change, busy: fetching, fault };
}

/** What was written, under whichever name the change takes it. */
function wordsOf(input: object): string | null {
  const { text, reason } = input as { text?: unknown; reason?: unknown };
  const said = text ?? reason;
  return typeof said === 'string' && said.trim() !== '' ? said : null;
}
