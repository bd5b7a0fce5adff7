/** What the desk sets and every process that sends needs at hand. */
export interface Kept<Value> {
  /** As it is now, without asking the database while nothing changed. */
  get(): Promise<Value>;
  /** It was changed: the next `get` reads it anew. */
  forget(): void;
}

/** Where changes are told of. */
export const SETTINGS_CHANNEL = 'channels_settings';
/** While nobody tells of changes it is read anew so often. */
const UNTOLD_MILLISECONDS = 5_000;

/** Keeps what `load` reads until somebody tells of a change; where nobody can, for a few seconds. What was read stays while it cannot be read anew. */
export function keep<Value>(
  load: () => Promise<Value>,
  { isTold, onError }: { isTold: () => boolean; onError: (error: unknown) => void },
): Kept<Value> {
  let kept: { value: Value; round: number; at: number } | undefined;
  let round = 0;
  let loading: Promise<void> | null = null;
  const isGood = () =>
    kept !== undefined &&
    kept.round === round &&
    (isTold() || performance.now() - kept.at < UNTOLD_MILLISECONDS);

  async function read(): Promise<void> {
    const begun = round;
    try {
      kept = { value: await load(), round: begun, at: performance.now() };
    } catch (error) {
      if (!kept) throw error;
      onError(error);
      kept = { ...kept, round: begun, at: performance.now() };
    }
  }
  return {
    async get() {
      // A change that was told of while it was read is read too.
      while (!isGood()) {
        loading ??= read().finally(() => (loading = null));
        await loading;
      }
      return kept!.value;
    },
    forget() {
      round += 1;
    },
  };
}
