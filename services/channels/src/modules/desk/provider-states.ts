import type { Clock } from '@lapor/clock';
import type { Database } from '@lapor/database';
import {
  inOrder,
  isRested,
  providersHealth,
  readProviderRules,
  refusalsOfHour,
  type Ways,
} from '../delivery/index.ts';

interface Deps {
  database: Database;
  clock: Clock;
  ways: Ways;
}

/** How each provider does, what the desk decided of it, and who is asked first; in the order in which they are asked. */
export async function providerStates({ database, clock, ways }: Deps, since: Date) {
  const now = clock.now();
  const [taken, rules, refused] = await Promise.all([
    lastTaken(database, since),
    readProviderRules(database, 'PHONE'),
    refusalsOfHour(database, 'PHONE', now),
  ]);
  const health = providersHealth(ways);
  const places = inOrder(
    health.filter(({ way }) => way === 'PHONE').map(({ name }) => name),
    rules,
  );
  const ordered = health.toSorted((one, other) =>
    one.way === 'PHONE' && other.way === 'PHONE' ? places.indexOf(one.name) - places.indexOf(other.name) : 0,
  );
  return ordered.map((provider) => {
    const rule = provider.way === 'PHONE' ? rules.get(provider.name) : undefined;
    const isRestedNow = isRested(rule, now);
    const isReady = ({ name, state }: (typeof health)[number]) =>
      state !== 'RESTING' && !isRested(rules.get(name), now);
    const first = ordered.find((one) => one.way === provider.way && isReady(one));
    return {
      ...provider,
      /** Whom a message goes to now: the first that is not resting. */
      role: isRestedNow ? 'RESTS_BY_HAND' : provider === first ? 'FIRST' : 'STANDS_IN',
      rest:
        isRestedNow && rule?.rest
          ? {
              until: rule.rest.until.toISOString(),
              since: rule.rest.at.toISOString(),
              reason: rule.rest.reason,
              accountId: rule.rest.by,
            }
          : null,
      mayBeChanged: provider.way === 'PHONE',
      refusedInHour: provider.way === 'PHONE' ? (refused.get(provider.name) ?? 0) : null,
      lastTakenAt:
        taken
          .find(({ way, provider: name }) => way === provider.way && name === provider.name)
          ?.at.toISOString() ?? null,
    };
  });
}

/** When each provider took something last. */
async function lastTaken(
  database: Database,
  since: Date,
): Promise<{ way: string; provider: string; at: Date }[]> {
  const rows = await database.query<{ way: string; provider: string; at: Date }>(
    'desk-last-taken',
    `select way, provider, max(finished_at) as at from delivery
     where finished_at > $1 and provider is not null and state in ('SENT', 'ARRIVED', 'NOT_ARRIVED') group by way, provider`,
    [since],
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
