/** What of a report's company matters for its lease. */
export interface Waiting {
  state: string;
  lease: { isViewers: boolean } | null;
}

/**
 * Whether an open report is to be taken. One that a colleague had until now is left for a moment: whoever only loads the page anew has
 * it back first.
 */
export function leaseStep(company: Waiting | null, wasAnothers: boolean): 'TAKE' | 'TAKE_LATER' | 'NOTHING' {
  if (company?.state !== 'SUBMITTED' || company.lease !== null) return 'NOTHING';
  return wasAnothers ? 'TAKE_LATER' : 'TAKE';
}

/** Whether a report that is left goes back into the queue: not while a decision about it can be taken back, and not a colleague's. */
export const isToRelease = (company: Waiting | null, isDecided: boolean): boolean =>
  !isDecided && (company === null || (company.state === 'SUBMITTED' && company.lease?.isViewers !== false));
