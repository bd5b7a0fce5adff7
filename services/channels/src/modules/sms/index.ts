import type { Door, WordsOfAnswer } from '../door/index.ts';
import { answerMessage, answerNothing } from './answer-message.ts';
import { SMS } from './routes.ts';
import { newestAnswer, newestMessage, words } from './words.ts';

export { httpSmsCarrier, type SmsGateway } from './http-carrier.ts';
export { smsRoutes } from './routes.ts';

/** The door of short messages to 1708. */
export const smsDoor: Door = {
  channel: SMS,
  answer: answerMessage,
  answerNothing,
  forPerson: words.forPerson,
};

const ANSWERS: ReadonlySet<string> = new Set(['report-answered', 'report-asks-for-information']);

/** What a message about a report quotes: whoever has no page to read it on is told what was said. */
export const wordsOfAnswer: WordsOfAnswer = (report, template) => {
  if (template === 'report-asks-for-data') return report.missingData;
  if (template === 'report-message') return newestMessage(report);
  return ANSWERS.has(template) ? newestAnswer(report) : null;
};
