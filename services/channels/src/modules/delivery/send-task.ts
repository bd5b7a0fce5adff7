/** What is told unasked. */
export const SEND_TASK = 'send-delivery';
/** What doors say back: a queue of its own, so that a busy sender holds up nobody's code. */
export const SEND_ANSWER_TASK = 'send-answer';
/** Codes, links that were asked for, alarms: nobody's news holds them up. */
export const SEND_CODE_TASK = 'send-code';
