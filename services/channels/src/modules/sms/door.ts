import { toE164 } from '@lapor/phone';
import type { Admission, Door } from '../door/index.ts';
import { fitInto } from '../segments/index.ts';
import { createTalk, wordsOfAnswer, type Manner } from '../talk/index.ts';

const SMS: Manner = {
  channel: 'SMS',
  door: 'SMS',
  here: 'telepon ini',
  type: 'Ketik',
  news: 'lewat SMS',
  fit: fitInto,
  pageOf: () => null,
  offersFiling: false,
};

/** The door of short messages to 1708. */
export const smsDoor: Door = {
  channel: SMS.channel,
  way: 'PHONE',
  ...createTalk(SMS),
  admit,
  reporterAt: (phone) => ({ phone }),
  wordsOf: wordsOfAnswer,
};

/** A name instead of a number is a sender of advertising, and answering it would begin a loop; a foreign number is somebody's. */
function admit(from: string): Admission {
  const phone = toE164(from);
  if (phone !== null) return { address: phone, state: 'RECEIVED', reason: null };
  const address = from.trim();
  return /^\+?\d[\d\s.()-]{6,20}$/.test(address)
    ? { address, state: 'WAITING_FOR_PERSON', reason: 'FOREIGN_NUMBER' }
    : { address, state: 'REFUSED', reason: 'NO_NUMBER' };
}
