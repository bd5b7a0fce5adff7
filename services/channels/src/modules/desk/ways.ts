import type { Way } from '../delivery/index.ts';
import type { Door } from '../door/index.ts';
import { segmentsOf } from '../segments/index.ts';

/** How an answer reaches a sender. */
export interface AnswerWay {
  way: Way;
  /** Most characters, and of short messages most parts. */
  longest: number;
  mostSegments: number | null;
}

const LONGEST = 3_000;
/** What a phone shows as one message, and nobody minds the cost of. */
const MOST_SEGMENTS = 6;

/** `null`: nobody answers there: the door is shut, or the address is no number that short messages go to. */
export function answerWayOf(door: Pick<Door, 'way'> | null, address: string): AnswerWay | null {
  if (!door || address === '') return null;
  const isShort = door.way === 'PHONE';
  if (isShort && !/^\+[1-9]\d{6,14}$/.test(address)) return null;
  return { way: door.way, longest: LONGEST, mostSegments: isShort ? MOST_SEGMENTS : null };
}

/** Whether a text is short enough for where it goes. */
export const fits = ({ longest, mostSegments }: AnswerWay, text: string): boolean =>
  text.length <= longest && (mostSegments === null || segmentsOf(text).count <= mostSegments);
