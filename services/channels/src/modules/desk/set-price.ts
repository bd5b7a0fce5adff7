import { z } from 'zod';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import { dayOf, holdProviderRules, insertPrice, type Ways } from '../delivery/index.ts';
import { badInput, done, KEY_USED, NOT_FOUND, type Outcome } from './outcome.ts';
import type { Operator } from './policy.ts';
import { findAction, recordAction } from './record-action.ts';

export const priceInput = z.object({
  requestKey: z.uuid(),
  reason: z.string().trim().min(10).max(300),
  provider: z.string().min(1).max(100),
  /** Of one short message, to the hundredth. */
  rupiah: z.number().min(0).max(1_000_000).multipleOf(0.01),
  fromDay: z.iso.date(),
});

const WAY = 'PHONE';
const LATEST_DAYS = 366;

/** Says what one short message costs with a provider from today or a later day on; what was stays as it was paid. */
export async function setPrice(
  { database, clock, ways }: { database: Database; clock: Clock; ways: Ways },
  operator: Operator,
  { requestKey, reason, provider, rupiah, fromDay }: z.output<typeof priceInput>,
): Promise<Outcome<object>> {
  const at = clock.now();
  if (fromDay < dayOf(at)) return badInput({ path: 'fromDay', message: 'PAST' });
  if (fromDay > dayOf(new Date(at.getTime() + LATEST_DAYS * 86_400_000)))
    return badInput({ path: 'fromDay', message: `TOO_FAR ${LATEST_DAYS}` });
  return database.transaction(async (em): Promise<Outcome<object>> => {
    await holdProviderRules(em, WAY);
    const earlier = await findAction(em, operator.accountId, requestKey);
    if (earlier)
      return earlier.action === 'PRICE_SET' && earlier.subjectId === provider ? done({}) : KEY_USED;
    if (!(ways[WAY]?.health?.() ?? []).some(({ name }) => name === provider)) return NOT_FOUND;
    const { accountId } = operator;
    await insertPrice(em, WAY, { provider, fromDay, rupiah, at, accountId, reason });
    await recordAction(em, {
      at,
      accountId,
      action: 'PRICE_SET',
      subjectId: provider,
      detail: `${fromDay} ${rupiah}`,
      reason,
      requestKey,
    });
    return done({});
  });
}
