const open = new Map<symbol, { reportId: string; letGo: () => Promise<unknown> }>();

/** Notes that a report is open for verification in this window, and how it goes back into the queue; returns how to note that it is not any more. */
export function noteOpen(reportId: string, letGo: () => Promise<unknown>): () => void {
  const key = Symbol(reportId);
  open.set(key, { reportId, letGo });
  return () => void open.delete(key);
}

export const isOpen = (reportId: string): boolean =>
  [...open.values()].some((one) => one.reportId === reportId);

/** Puts back everything that is open, for somebody who is about to go. */
export const letGoOfAll = (): Promise<unknown> => Promise.all([...open.values()].map(({ letGo }) => letGo()));
