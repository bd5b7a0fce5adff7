/** How a recurring piece of work does, for whoever operates the platform: times and codes, never what it worked on. */
export interface JobHealth {
  name: string;
  /** When it last ended well in this process; ISO 8601, by the machine's clock. */
  lastEndedAt: string | null;
  lastFailedAt: string | null;
  /** The kind of the last failure, never its text; `null` when it ended well since. */
  lastFailureCode: string | null;
  /** By how much its next look, or the oldest job that waits for it, is overdue; 0 when nothing is. */
  lateSeconds: number;
  /** Jobs that were given up after their last try. */
  givenUp: number;
}

/** What is noted of a run. */
export interface RunNotes {
  ended(): void;
  failed(error: unknown): void;
  health(): Pick<JobHealth, 'lastEndedAt' | 'lastFailedAt' | 'lastFailureCode'>;
}

export function noteRuns(): RunNotes {
  let endedAt: Date | null = null;
  let failedAt: Date | null = null;
  let code: string | null = null;
  return {
    ended() {
      endedAt = new Date();
      code = null;
    },
    failed(error) {
      failedAt = new Date();
      code = failureCode(error);
    },
    health: () => ({
      lastEndedAt: endedAt?.toISOString() ?? null,
      lastFailedAt: failedAt?.toISOString() ?? null,
      lastFailureCode: code,
    }),
  };
}

/** The kind of a failure: its name and, where it has one, its code. Drivers quote values in their texts. */
export function failureCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown failure';
  const { code } = error as { code?: unknown };
  const name = /^\w{1,60}$/.test(error.name) ? error.name : 'Error';
  return typeof code === 'string' && /^\w{1,20}$/.test(code) ? `${name} ${code}` : name;
}
