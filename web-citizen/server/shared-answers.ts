import type { PublicGraph } from './public-graph.ts';

/** The graph with what all readers of a page get alike kept for some time: one question, however many open it meanwhile. */
export function shareAnswers(
  graph: PublicGraph,
  /** How long the answers of each document may be kept, in milliseconds. */
  documents: ReadonlyMap<string, number>,
  now: () => number,
): PublicGraph {
  const kept = new Map<string, { until: number; answer: ReturnType<PublicGraph> }>();
  return (document, variables) => {
    const keptFor = documents.get(document);
    if (keptFor === undefined) return graph(document, variables);
    const key = JSON.stringify([document, variables]);
    const known = kept.get(key);
    if (known && now() < known.until) return known.answer;
    for (const [old, { until }] of kept) if (now() >= until) kept.delete(old);
    const answer = graph(document, variables);
    kept.set(key, { until: now() + keptFor, answer });
    const forget = () => void (kept.get(key)?.answer === answer && kept.delete(key));
    // What was not answered is asked again.
    answer.then((data) => data ?? forget(), forget);
    return answer;
  };
}
