import type { PublicGraph } from './public-graph.ts';

const KEPT_MILLISECONDS = 30_000;

/** The graph with what all readers of a page get alike kept for half a minute: one question, however many open it meanwhile. */
export function shareAnswers(
  graph: PublicGraph,
  documents: readonly string[],
  now: () => number,
): PublicGraph {
  const kept = new Map<string, { at: number; answer: ReturnType<PublicGraph> }>();
  return (document, variables) => {
    if (!documents.includes(document)) return graph(document, variables);
    const key = JSON.stringify([documents.indexOf(document), variables]);
    const known = kept.get(key);
    if (known && now() - known.at < KEPT_MILLISECONDS) return known.answer;
    for (const [old, { at }] of kept) if (now() - at >= KEPT_MILLISECONDS) kept.delete(old);
    const answer = graph(document, variables);
    kept.set(key, { at: now(), answer });
    const forget = () => void (kept.get(key)?.answer === answer && kept.delete(key));
    // What was not answered is asked again.
    answer.then((data) => data ?? forget(), forget);
    return answer;
  };
}
