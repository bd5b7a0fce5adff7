/**
 * One after the other: two tabs and the service worker may all want to send the same draft. Where a browser has no
 * locks, the server still takes a submission key once.
 */
export const inTurn = <Result>(submissionKey: string, work: () => Promise<Result>): Promise<Result> =>
  globalThis.navigator?.locks
    ? (navigator.locks.request(`send ${submissionKey}`, work) as Promise<Result>)
    : work();
