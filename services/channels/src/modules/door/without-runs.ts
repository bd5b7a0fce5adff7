/** Longer than anybody draws a line. */
const LONGEST_RUN = 40;
const RUN = /([^\p{L}\p{N}\n])\1{40,}/gu;

/**
 * A text without what nobody reads: spaces before the end of a line, more than one empty line, and endless rows of one sign, which cost
 * patterns more than words do.
 */
export const withoutRuns = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(RUN, (run) => run.slice(0, LONGEST_RUN))
    .replace(/\n{3,}/g, '\n\n');
