/** How long a message is tried. */
export const TRIED_FOR_MILLISECONDS = 3 * 86_400_000;
/** So long without a single success, and nothing is sent any more. */
export const FAILING_FOR_MILLISECONDS = 5 * 86_400_000;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Together three days. */
const PAUSES = [
  5 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
];
const LONGEST_REST = HOUR;
const JITTER = 0.2;

const spread = (milliseconds: number, random: number) =>
  Math.round(milliseconds * (1 - JITTER + 2 * JITTER * random));

/** When a message that was refused so often is tried again; `random` is in [0, 1). */
export const pauseOfMessage = (attempts: number, random: number): number =>
  spread(PAUSES[Math.min(Math.max(attempts, 1), PAUSES.length) - 1]!, random);

/** How long a receiver that did not answer so often in a row is left alone. It is asked with one message, so never for long. */
export const restOfReceiver = (failures: number, random: number): number =>
  spread(Math.min(PAUSES[Math.min(Math.max(failures, 1), PAUSES.length) - 1]!, LONGEST_REST), random);
