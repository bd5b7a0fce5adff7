import type { ChannelsFailure } from '@lapor/web-client';
import { useCallback, useEffect, useState } from 'react';
import { desk } from '../desk-client.ts';

const RENEW_MILLISECONDS = 5 * 60_000;

export interface DeskLease {
  /** HELD: a colleague reads it. */
  state: 'ASKING' | 'OWN' | 'HELD' | 'NONE';
  takeOver: () => void;
}

/** Has a message while it is read: taken when it is opened, moved on while it is looked at, given back when it is left. */
export function useDeskLease(id: string, onChanged: () => void): DeskLease {
  const [state, setState] = useState<DeskLease['state']>('ASKING');
  const note = useCallback(
    (answer: { ok: true } | ChannelsFailure) =>
      setState(answer.ok ? 'OWN' : answer.code === 'HELD_BY_ANOTHER' ? 'HELD' : 'NONE'),
    [],
  );

  useEffect(() => {
    let isLeft = false;
    setState('ASKING');
    const ask = () =>
      void desk.lease(id).then((answer) => {
        if (!isLeft) note(answer);
      });
    ask();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') ask();
    }, RENEW_MILLISECONDS);
    return () => {
      isLeft = true;
      clearInterval(timer);
      void desk.giveBack(id);
    };
  }, [id, note]);

  return {
    state,
    takeOver: useCallback(() => {
      void desk.lease(id, true).then((answer) => {
        note(answer);
        onChanged();
      });
    }, [id, note, onChanged]),
  };
}
