import { z } from 'zod';
import { answerAt } from '../door/index.ts';
import { endMessage, holdMessage, type DeskDeps } from './frame.ts';
import { badInput, BEGUN_OTHERWISE, done, NO_ANSWER_POSSIBLE, UNREADABLE, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { recordAction } from './record-action.ts';
import { answerWayOf, fits } from './ways.ts';

export const answerInput = z.object({ requestKey: z.uuid(), text: z.string().trim().min(1).max(3_000) });

/** Sends the words of an operator by the door that the message came by, and ends the message. */
export function answerMessage(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  { requestKey, text }: z.output<typeof answerInput>,
): Promise<Outcome<object>> {
  return deps.database.transaction(async (em) => {
    const looked = await holdMessage(em, deps, operator, { id, requestKey }, 'ANSWERED');
    if (looked.kind === 'REPEATED') return done({});
    if (looked.kind === 'REFUSED') return looked.refusal;
    const { content, channel, door, begun } = looked.message;
    if (begun) return BEGUN_OTHERWISE;
    if (!content) return UNREADABLE;
    const way = answerWayOf(door, content.address);
    if (!door || !way) return NO_ANSWER_POSSIBLE;
    if (!fits(way, text)) return badInput({ path: 'text', message: 'Too long for this door' });
    const at = deps.clock.now();
    await recordAction(em, {
      at,
      accountId: operator.accountId,
      action: 'ANSWERED',
      subjectId: id,
      door: channel,
      requestKey,
    });
    await answerAt(deps, em, door, `desk-${id}`, content.address, text);
    await endMessage(em, id, { at });
    return done({});
  });
}
