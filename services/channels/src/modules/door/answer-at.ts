import type { EntityManager } from '@mikro-orm/postgresql';
import { sendAnswer } from '../delivery/index.ts';
import type { Door } from './state.ts';
import type { DoorDeps } from './take-in.ts';

/** Says something back by the way of a door. */
export const answerAt = (
  deps: Pick<DoorDeps, 'jobs' | 'sealer' | 'clock'>,
  em: EntityManager,
  door: Pick<Door, 'way' | 'letterTo'>,
  id: string,
  address: string,
  text: string,
  /** `mayWait`: it has what opens a report. */
  {
    postId,
    mayWait,
    isUnproven: isToAnybody,
  }: { postId?: string | undefined; mayWait?: boolean; isUnproven?: boolean } = {},
): Promise<void> =>
  sendAnswer(deps, em, {
    id,
    way: door.way,
    to: address,
    text,
    ...door.letterTo?.(address),
    ...(postId ? { replyToken: postId } : {}),
    ...(mayWait ? { mayWait } : {}),
    ...(isToAnybody ? { isUnproven: true } : {}),
  });
