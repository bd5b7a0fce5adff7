import type { WordsOfAnswer } from '../door/index.ts';
import { newestAnswer, newestMessage } from './words.ts';

const ANSWERS: ReadonlySet<string> = new Set(['report-answered', 'report-asks-for-information']);

/** What a message about a report quotes: whoever has no page to read it on is told what was said. */
export const wordsOfAnswer: WordsOfAnswer = (report, template) => {
  if (template === 'report-asks-for-data') return report.missingData;
  if (template === 'report-message') return newestMessage(report);
  return ANSWERS.has(template) ? newestAnswer(report) : null;
};
