/**
 * Asks once at a time. What is asked for while an answer is on its way is asked again after it, for that answer may be older than the
 * reason to ask; many such wishes are one question.
 */
export function askedAnew<Found>(ask: () => Promise<Found>): () => Promise<Found> {
  let running: Promise<Found> | null = null;
  let next: Promise<Found> | null = null;
  const begin = (): Promise<Found> => {
    running = ask();
    const over = () => {
      running = null;
    };
    running.then(over, over);
    return running;
  };
  const follow = () => {
    next = null;
    return begin();
  };
  return () => {
    if (!running) return next ?? begin();
    next ??= running.then(follow, follow);
    return next;
  };
}
