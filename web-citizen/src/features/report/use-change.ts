import { useRef, useState } from 'react';
import { useMutation, type TypedDocumentNode } from 'urql';
import type { ResultOf } from '../../graphql.ts';
import type { ChangeResultFragment } from './changes.graphql.ts';
import { useReportPage } from './report-page-context.ts';

export type ChangeFault =
  /** Codes of the server, with the path of the field they belong to. */
  | { kind: 'INVALID'; fields: readonly { path: string; code: string }[] }
  /** The state does not allow it any more; the page has been read anew. */
  | { kind: 'REFUSED'; code: string }
  | { kind: 'UNREACHABLE' };

type Changed = { result: ResultOf<typeof ChangeResultFragment> };

/** What every change takes besides its own fields; the key makes a retry after a lost answer safe. */
type Variables<Input> = { input: Input & { requestKey?: string | null } };

/** One change of the report on this page. On success, and when the state has moved on, the page is read anew. */
export function useChange<Input>(document: TypedDocumentNode<Changed, Variables<Input>>) {
  const { reload, changed } = useReportPage();
  const [{ fetching }, run] = useMutation<Changed, Variables<Input>>(document);
  const requestKey = useRef(crypto.randomUUID());
  const [fault, setFault] = useState<ChangeFault | null>(null);

  async function change(input: Input): Promise<boolean> {
    setFault(null);
    const { data } = await run({ input: { ...input, requestKey: requestKey.current } });
    const result = data?.result;
    // Without an answer it may have arrived: the next attempt is the same one. With one, the next is another.
    if (result) requestKey.current = crypto.randomUUID();
    switch (result?.__typename) {
      case 'ReportChanged':
        changed();
        return true;
      case 'InvalidInput':
        setFault({ kind: 'INVALID', fields: result.fields });
        return false;
      case 'TransitionRefused':
      case 'StaleReport':
      // What stops officers alone.
      case 'ReportLeased':
      case 'ChangePending':
        setFault({ kind: 'REFUSED', code: 'STALE' });
        reload();
        return false;
      case 'NotFound':
        setFault({ kind: 'REFUSED', code: 'NOT_FOUND' });
        reload();
        return false;
      case undefined:
        setFault({ kind: 'UNREACHABLE' });
        return false;
    }
  }
  return { change, busy: fetching, fault };
}
