import { useEffect, useRef } from 'react';
import { useWaitingReports } from './sent-changes-context.ts';

/** Asks for the report that is shown again when what was sent about it was made, taken back or refused. */
export function useReloadOnceMade(reportId: string | undefined, reload: () => void) {
  const isWaiting = useWaitingReports().has(reportId ?? '');
  const wasWaiting = useRef(isWaiting);
  const callback = useRef(reload);
  callback.current = reload;
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) callback.current();
    wasWaiting.current = isWaiting;
  }, [isWaiting]);
}
