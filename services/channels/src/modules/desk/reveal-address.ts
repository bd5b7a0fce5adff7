import { z } from 'zod';
import { contentOf, holdMessage, type DeskDeps } from './frame.ts';
import { done, NOT_WAITING, UNREADABLE, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { recordAction } from './record-action.ts';

export const revealInput = z.object({
  requestKey: z.uuid(),
  /** Kept with the record. */
  reason: z.string().trim().min(10).max(300),
});

/** Tells the whole address of a sender; who asked, and why, is recorded first. */
export function revealAddress(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  { requestKey, reason }: z.output<typeof revealInput>,
): Promise<Outcome<{ address: string }>> {
  return deps.database.transaction(async (em) => {
    const looked = await holdMessage(em, deps, operator, { id, requestKey }, 'ADDRESS_REVEALED');
    if (looked.kind === 'REFUSED') return looked.refusal;
    if (looked.kind === 'REPEATED') {
      // The answer was lost: what was recorded is told again while the message waits.
      const content = await contentOf(em, deps, id);
      return content ? done({ address: content.address }) : NOT_WAITING;
    }
    const { content, channel } = looked.message;
    if (!content) return UNREADABLE;
    await recordAction(em, {
      at: deps.clock.now(),
      accountId: operator.accountId,
      action: 'ADDRESS_REVEALED',
      subjectId: id,
      door: channel,
      reason,
      requestKey,
    });
    return done({ address: content.address });
  });
}
