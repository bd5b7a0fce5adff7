export { createTalk, type Reading, type Talk } from './answer-message.ts';
export { asksForConfidence, understandMessage } from './understand-message.ts';
export { fitLong, type Manner } from './manner.ts';
export { wordsOfAnswer } from './words-of-answer.ts';
