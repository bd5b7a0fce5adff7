/** What comes in meanwhile makes a longer forecast idle. */
const LONGEST_HOURS = 12;

/** When the queue would be empty if everybody at work went on at the viewer’s pace; null when that is not known, or far off. */
export function finishedAt({
  now,
  waiting,
  medianSeconds,
  officers,
}: {
  now: Date;
  waiting: number;
  medianSeconds: number | null;
  officers: number;
}): Date | null {
  if (!medianSeconds || officers === 0 || waiting === 0) return null;
  const seconds = (waiting * medianSeconds) / officers;
  return seconds > LONGEST_HOURS * 3_600 ? null : new Date(now.getTime() + seconds * 1_000);
}
