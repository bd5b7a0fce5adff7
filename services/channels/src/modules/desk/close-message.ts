import { z } from 'zod';
import { endMessage, holdMessage, type DeskDeps } from './frame.ts';
import { BEGUN_OTHERWISE, done, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { recordAction } from './record-action.ts';

/** Why nobody answers. */
export const CLOSE_REASONS = ['SPAM', 'DOUBLE', 'GREETING', 'UNREADABLE'] as const;

export const closeInput = z.object({ requestKey: z.uuid(), reason: z.enum(CLOSE_REASONS) });

/** Ends a message without an answer. */
export function closeMessage(
  deps: DeskDeps,
  operator: Operator,
  id: string,
  { requestKey, reason }: z.output<typeof closeInput>,
): Promise<Outcome<object>> {
  return deps.database.transaction(async (em) => {
    const looked = await holdMessage(em, deps, operator, { id, requestKey }, 'CLOSED');
    if (looked.kind === 'REPEATED') return done({});
    if (looked.kind === 'REFUSED') return looked.refusal;
    if (looked.message.begun) return BEGUN_OTHERWISE;
    const at = deps.clock.now();
    await recordAction(em, {
      at,
      accountId: operator.accountId,
      action: 'CLOSED',
      subjectId: id,
      door: looked.message.channel,
      detail: reason,
      requestKey,
    });
    await endMessage(em, id, { at });
    return done({});
  });
}
