import type { AuthCode } from '@lapor/web-client';
import { useCallback, useRef, useState } from 'react';
import { useSignedOut } from './use-signed-out.ts';

/** Why an attempt failed, as far as people can do something about it. */
export interface Failure {
  code: AuthCode;
  /** To wait after too many attempts. */
  retryAfterSeconds?: number;
}

type Outcome = { ok: true } | ({ ok: false } & Failure);

export interface Attempt {
  busy: boolean;
  /** Of the last attempt; null while one is under way. */
  failure: Failure | null;
  /** Runs it; null when it failed, or when another one is still under way. */
  run: <Result extends Outcome>(work: () => Promise<Result>) => Promise<Extract<Result, { ok: true }> | null>;
  /** Says that something is wrong before anything was sent. */
  fail: (failure: Failure | null) => void;
}

/** One attempt at a time: a second Enter does not send it twice. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);
  const lookForEnd = useSignedOut();

  const run = useCallback(
    async <Result extends Outcome>(
      work: () => Promise<Result>,
    ): Promise<Extract<Result, { ok: true }> | null> => {
      if (running.current) return null;
      running.current = true;
      setBusy(true);
      setFailure(null);
      const result: Outcome = await work();
      running.current = false;
      setBusy(false);
      lookForEnd(result);
      if (result.ok) return result as Extract<Result, { ok: true }>;
      setFailure(result);
      return null;
    },
    [lookForEnd],
  );

  return { busy, failure, run, fail: setFailure };
}
