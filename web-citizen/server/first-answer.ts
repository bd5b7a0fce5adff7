import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFilter, variablesOf } from '../src/features/public-reports/list-filter.ts';
import { escapeData, escapeMarkup } from './escape.ts';
import type { CitizenRoute } from './routes.ts';

/** Answers a body as the graph would if whoever asks for the page posted it; `null` for whoever is somebody, or without a whole answer. */
export type FirstAnswer = (question: string) => Promise<string | null>;

// The documents as the gateway knows them: SHA-256 → text.
const documents = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../packages/graph/persisted/web-citizen.json'), 'utf8'),
) as Record<string, string>;

const hashes = new Map(
  Object.entries(documents).map(([hash, text]) => [/^query (\w+)/.exec(text)?.[1], hash]),
);

/** Word for word what the application posts: by that it knows whether an answer is to its question. */
const bodyOf = (operationName: string, variables: object): string =>
  JSON.stringify({
    operationName,
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hashes.get(operationName) } },
  });

/** What the application asks the graph first on a page whose answer travels with it; `null` on all others. */
export function firstQuestion(route: CitizenRoute, query: string): string | null {
  if (route.kind === 'report') return bodyOf('ReportPage', { number: route.number });
  if (route.kind !== 'fixed' || route.path !== '/laporan') return null;
  const filter = readFilter(query);
  // What is in sight of a map depends on the screen.
  return filter.view === 'map' ? null : bodyOf('LookAroundList', variablesOf(filter));
}

/** Fetched apart it would hold the page up less. */
const LONGEST_ANSWER = 100_000;

/** Puts the graph's answer at the end of a page, for the application to take instead of asking. */
export const withFirstAnswer = (page: string, question: string, answer: string): string =>
  answer.length > LONGEST_ANSWER
    ? page
    : page.replace(
        /<\/body>/i,
        () =>
          `<script type="application/json" id="first-answer" data-question="${escapeMarkup(question)}">${escapeData(answer)}</script></body>`,
      );
