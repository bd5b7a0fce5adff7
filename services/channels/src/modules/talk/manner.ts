/** How one door talks: what is the same for all its messages, and what fits into one of them. */
export interface Manner {
  /** The channel of `reports`. */
  channel: string;
  /** What people call it: "SMS". */
  door: string;
  /** What a sender is known by: "telepon ini". */
  here: string;
  /** What people do with a word: "Ketik". */
  type: string;
  /** What news come as: "lewat SMS". */
  news: string;
  /** A text of so many messages at most; `tail` comes behind it whole. */
  fit(text: string, most: number, tail?: string): string;
  /** Where a report is followed; `null`: a link does not fit. */
  pageOf(number: string): string | null;
  /** Where else people can report, where a link fits. */
  home?: string;
  /** Words that are no command may be a report: it is offered to file them. */
  offersFiling: boolean;
}

/** A text of one long message: what is too much is cut at a word. */
export const fitLong =
  (longest: number): Manner['fit'] =>
  (text, _most, tail = '') => {
    const whole = text.toWellFormed();
    if (whole.length + tail.length <= longest) return whole + tail;
    return `${whole.slice(0, longest - tail.length - 1).replace(/\s+\S*$/u, '')}…${tail}`.toWellFormed();
  };
