export { applyAnswer, KINDS, promiseFault, type Answer } from './apply-answer.ts';
