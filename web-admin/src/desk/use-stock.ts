import { ReleaseLeaseDocument } from '@lapor/staff/documents';
import { useGiveBack } from '@lapor/staff/verifying';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { LeaseReportsDocument } from './desk.graphql.ts';
import { aheadFor, placesFor, readyIn, toGiveBack, type Held } from './stock.ts';

interface StockOptions {
  /** How many wait at the desk, once it is known. */
  waiting: number | undefined;
  /** Number of the report that is open. */
  open: string | undefined;
  /** Decided, and still to be taken back. */
  sent: ReadonlySet<string>;
  /** What is this verifier's by now. */
  own: readonly Held[];
  /** Asks whose what is. */
  askAnew: () => Promise<readonly Held[]>;
  /** The same as the desk is opened, by what was taken then. */
  begin: (taken: readonly string[]) => Promise<readonly Held[]>;
}

interface Stock {
  /** The platform has said what is this verifier's, or cannot. */
  isKnown: boolean;
  /** To be opened next, the oldest first. */
  ready: readonly Held[];
  /** Takes as many as are missing. */
  refill: () => void;
  /** Goes on from a report that was decided or passed over, with nothing ready: unknown until the platform has given one. */
  takeNext: (from: string) => void;
  /** Not now: it goes back into the queue. */
  passOver: (id: string) => void;
}

/** The next few reports of the queue, which are this verifier's before they are opened, so that two never begin the same one. */
export function useStock({ waiting, open, sent, own, askAnew, begin }: StockOptions): Stock {
  const client = useClient();
  const [isKnown, setKnown] = useState(false);
  const [passedOver, setPassedOver] = useState<ReadonlySet<string>>(new Set());
  const now = useRef({ waiting, open, sent, passedOver, askAnew, begin, isBegun: false });
  now.current = { ...now.current, waiting, open, sent, askAnew, begin };
  const turn = useRef<Promise<void>>(Promise.resolve());

  const take = useCallback(
    async (from?: string) => {
      const before = now.current;
      let taken: readonly string[] | null = [];
      // With a report open and nothing to hold ready there is nothing to take.
      if (from !== undefined || before.open === undefined || aheadFor(before.waiting ?? 0) > 0) {
        const { data } = await client
          .mutation(LeaseReportsDocument, {
            input: {
              first: placesFor(
                before.waiting ?? 0,
                new Set([...before.passedOver, ...before.sent, ...(from === undefined ? [] : [from])]).size,
              ),
              requestKey: crypto.randomUUID(),
            },
          })
          .toPromise();
        taken = data?.result.__typename === 'LeasesTaken' ? data.result.reportIds : null;
      }
      const { isBegun } = now.current;
      now.current.isBegun = true;
      const held = await (isBegun || taken === null ? before.askAnew() : before.begin(taken));
      setKnown(true);
      const after = now.current;
      for (const { id } of toGiveBack(held, after.open, after.passedOver, after.sent))
        await client.mutation(ReleaseLeaseDocument, { input: { reportId: id } }).toPromise();
    },
    [client],
  );
  // One after the other: the second finds what the first has taken.
  const inTurn = useCallback(
    (from?: string) => {
      const go = () => take(from);
      turn.current = turn.current.then(go, go);
    },
    [take],
  );
  const refill = useCallback(() => inTurn(), [inTurn]);
  const takeNext = useCallback(
    (from: string) => {
      setKnown(false);
      inTurn(from);
    },
    [inTurn],
  );

  const ahead = aheadFor(waiting ?? 0);
  useEffect(() => refill(), [refill, ahead]);

  const ready = useMemo(
    () => readyIn(own, open, new Set([...sent, ...passedOver])),
    [own, open, sent, passedOver],
  );
  useGiveBack(ready.map(({ id }) => id));
  return {
    isKnown,
    ready,
    refill,
    takeNext,
    passOver: useCallback((id) => {
      now.current.passedOver = new Set([...now.current.passedOver, id]);
      setPassedOver(now.current.passedOver);
    }, []),
  };
}
