import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import {
  holdProviderRules,
  inOrder,
  isRested,
  orderProviders,
  restProvider,
  type ProviderRules,
  type Ways,
} from '../delivery/index.ts';
import {
  badInput,
  CHANGED_MEANWHILE,
  done,
  KEY_USED,
  LAST_PROVIDER,
  NOT_FOUND,
  NOTHING_CHANGED,
  type Outcome,
} from './outcome.ts';
import type { Operator } from './policy.ts';
import { findAction, recordAction, type DeskActionName } from './record-action.ts';

export interface ChangeProviderDeps {
  database: Database;
  clock: Clock;
  ways: Ways;
  providerRules: { forget(): void };
}

/** The way that has several providers. */
const WAY = 'PHONE';
const LONGEST_REST_DAYS = 30;
/** Within them news that finds no provider is still tried; codes and answers at a door are not. */
const LONGEST_REST_OF_ALL_HOURS = 12;
const HOUR = 3_600_000;

const asked = { requestKey: z.uuid(), reason: z.string().trim().min(10).max(300) };
const provider = z.string().min(1).max(100);

export const restInput = z.object({
  ...asked,
  provider,
  /** ISO 8601. */
  until: z.iso.datetime({ offset: true }).transform((moment) => new Date(moment)),
  /** That nobody carries short messages meanwhile is meant. */
  evenTheLast: z.boolean().default(false),
});
export const bringBackInput = z.object({ ...asked, provider });
export const orderInput = z.object({
  ...asked,
  order: z.array(provider).min(1).max(50),
  /** As it was read. */
  before: z.array(provider).min(1).max(50),
});

/** Asks a provider no more until then, for a reason. */
export async function letRest(
  deps: ChangeProviderDeps,
  operator: Operator,
  { provider: name, until, evenTheLast, ...wish }: z.output<typeof restInput>,
): Promise<Outcome<object>> {
  const now = deps.clock.now();
  const hours = (until.getTime() - now.getTime()) / HOUR;
  if (hours <= 0) return badInput({ path: 'until', message: 'PAST' });
  if (hours > LONGEST_REST_DAYS * 24)
    return badInput({ path: 'until', message: `TOO_FAR ${LONGEST_REST_DAYS}` });
  return change(deps, operator, wish, 'PROVIDER_RESTED', name, async (em, rules, names) => {
    const others = names.filter((other) => other !== name && !isRested(rules.get(other), now));
    if (others.length === 0) {
      if (!evenTheLast) return LAST_PROVIDER;
      if (hours > LONGEST_REST_OF_ALL_HOURS)
        return badInput({ path: 'until', message: `LAST_TOO_FAR ${LONGEST_REST_OF_ALL_HOURS}` });
    }
    await restProvider(em, WAY, name, { until, reason: wish.reason, by: operator.accountId, at: now });
    return null;
  });
}

/** Asks a provider again, before its rest is over. */
export const bringBack = (
  deps: ChangeProviderDeps,
  operator: Operator,
  { provider: name, ...wish }: z.output<typeof bringBackInput>,
): Promise<Outcome<object>> =>
  change(deps, operator, wish, 'PROVIDER_BROUGHT_BACK', name, async (em, rules) => {
    if (!isRested(rules.get(name), deps.clock.now())) return NOTHING_CHANGED;
    await restProvider(em, WAY, name, null);
    return null;
  });

/** Says who is asked first. */
export const changeOrder = (
  deps: ChangeProviderDeps,
  operator: Operator,
  { order, before, ...wish }: z.output<typeof orderInput>,
): Promise<Outcome<object>> =>
  change(deps, operator, wish, 'PROVIDERS_ORDERED', order[0]!, async (em, rules, names) => {
    const current = inOrder(names, rules);
    if (before.join('\n') !== current.join('\n')) return CHANGED_MEANWHILE;
    if (order.toSorted().join('\n') !== names.toSorted().join('\n'))
      return badInput({ path: 'order', message: 'EACH_ONCE' });
    if (order.join('\n') === current.join('\n')) return NOTHING_CHANGED;
    await orderProviders(em, WAY, order);
    return null;
  });

/** One decision about a provider that there is, once for a request key, with its record. */
async function change(
  { database, clock, ways, providerRules }: ChangeProviderDeps,
  operator: Operator,
  { requestKey, reason }: { requestKey: string; reason: string },
  action: DeskActionName,
  subjectId: string,
  act: (em: EntityManager, rules: ProviderRules, names: readonly string[]) => Promise<Outcome<object> | null>,
): Promise<Outcome<object>> {
  const names = (ways[WAY]?.health?.() ?? []).map(({ name }) => name);
  const outcome = await database.transaction(async (em): Promise<Outcome<object>> => {
    const rules = await holdProviderRules(em, WAY);
    const earlier = await findAction(em, operator.accountId, requestKey);
    if (earlier) return earlier.action === action && earlier.subjectId === subjectId ? done({}) : KEY_USED;
    if (!names.includes(subjectId)) return NOT_FOUND;
    const refusal = await act(em, rules, names);
    if (refusal) return refusal;
    const at = clock.now();
    const { accountId } = operator;
    await recordAction(em, { at, accountId, action, subjectId, detail: WAY, reason, requestKey });
    return done({});
  });
  providerRules.forget();
  return outcome;
}
