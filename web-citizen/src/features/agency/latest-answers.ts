/** Kinds of entries that are an agency's word to the public. */
const ANSWERS = new Set(['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE']);

interface Entry {
  id: string;
  kind: string;
  at: string;
  text: string | null;
}

interface Answered {
  /** Newest first. */
  history: readonly Entry[];
}

/** The newest answer of each report that everybody may read, the newest of all first. */
export function latestAnswers<Report extends Answered>(
  reports: readonly Report[],
): { report: Report; answer: Report['history'][number] }[] {
  return reports
    .flatMap((report) => {
      const answer: Report['history'][number] | undefined = report.history.find(
        ({ kind, text }) => ANSWERS.has(kind) && text?.trim(),
      );
      return answer ? [{ report, answer }] : [];
    })
    .toSorted((a, b) => (a.answer.at < b.answer.at ? 1 : -1));
}
