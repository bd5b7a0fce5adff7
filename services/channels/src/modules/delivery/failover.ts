import type { Clock } from '@lapor/clock';
import type { Logger } from '@lapor/logging';
import type { Carrier, Outcome, ProviderHealth } from './carrier.ts';
import { inOrder, isRested, type ProviderRules } from './provider-rules.ts';

/** After so many messages one after the other that it did not take, or said nothing to, a provider rests. */
const FAILURES_BEFORE_REST = 3;
const FIRST_REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 900;

interface Provider {
  carrier: Carrier;
  /** One after the other. */
  failures: number;
  /** The last of them was a silence: it costs a message, where a refusal costs nothing. */
  isSilent: boolean;
  rests: number;
  restsUntil: Date | null;
  lastRefusal: string | null;
}

interface FailoverDeps {
  clock: Clock;
  logger?: Logger | undefined;
  /** What the desk decided: the order, and who is not asked at all. */
  rules?: (() => Promise<ProviderRules>) | undefined;
  /** A provider did not take a message, or fell silent. */
  onRefused?: ((provider: string) => void) | undefined;
}

/**
 * One carrier of several providers, the first that does not rest first. Whom the desk lets rest is not asked; where it lets all of them rest,
 * the message is tried again later. A letter goes on to the next one only when it was surely not
 * taken; after a silence never. A provider that refuses or falls silent again and again rests, longer each time; where all rest, all are asked all the
 * same, so that nothing waits for a rest to end.
 */
export function failover(
  carriers: readonly Carrier[],
  { clock, logger, rules, onRefused }: FailoverDeps,
): Carrier {
  if (carriers.length === 0) throw new Error('A way needs a provider');
  const providers: Provider[] = carriers.map((carrier) => ({
    carrier,
    failures: 0,
    isSilent: false,
    rests: 0,
    restsUntil: null,
    lastRefusal: null,
  }));
  const isResting = ({ restsUntil }: Provider) => restsUntil !== null && restsUntil > clock.now();

  function note(provider: Provider, outcome: Outcome): void {
    if (outcome.kind === 'REFUSED_FOR_NOW' || outcome.kind === 'UNCERTAIN') {
      provider.lastRefusal = outcome.reason;
      onRefused?.(provider.carrier.name);
      provider.failures += 1;
      provider.isSilent = outcome.kind === 'UNCERTAIN';
      // While it rests it may be asked all the same; that makes no rest longer.
      if (provider.failures < FAILURES_BEFORE_REST || isResting(provider)) return;
      const seconds = Math.min(FIRST_REST_SECONDS * 2 ** provider.rests, LONGEST_REST_SECONDS);
      provider.rests += 1;
      provider.restsUntil = new Date(clock.now().getTime() + seconds * 1_000);
      logger?.warn(
        { provider: provider.carrier.name, reason: outcome.reason, seconds },
        'A provider of messages rests',
      );
    } else {
      if (provider.rests > 0)
        logger?.info({ provider: provider.carrier.name }, 'A provider takes messages again');
      Object.assign(provider, {
        failures: 0,
        isSilent: false,
        rests: 0,
        restsUntil: null,
        lastRefusal: null,
      });
    }
  }

  async function askedInOrder(): Promise<Provider[]> {
    const decided = (await rules?.()) ?? new Map();
    const names = inOrder(
      carriers.map(({ name }) => name),
      decided,
    );
    return names
      .filter((name) => !isRested(decided.get(name), clock.now()))
      .map((name) => providers.find(({ carrier }) => carrier.name === name)!);
  }

  return {
    name: carriers.map(({ name }) => name).join(', '),
    canRepeat: carriers.every(({ canRepeat }) => canRepeat),
    async carry(letter) {
      const allowed = await askedInOrder().catch(() => null);
      // Nothing has left yet.
      if (!allowed) return { kind: 'REFUSED_FOR_NOW', reason: 'RULES_NOT_READ' };
      // Where all rest, those that say no before those that say nothing.
      const resting = allowed
        .filter(isResting)
        .toSorted((one, other) => Number(one.isSilent) - Number(other.isSilent));
      const order = [...allowed.filter((provider) => !isResting(provider)), ...resting];
      let last: Outcome = { kind: 'REFUSED_FOR_NOW', reason: 'RESTED_BY_HAND' };
      for (const provider of order) {
        const outcome = await provider.carrier.carry(letter);
        note(provider, outcome);
        last = { ...outcome, provider: outcome.provider ?? provider.carrier.name };
        if (last.kind !== 'REFUSED_FOR_NOW') return last;
      }
      return last;
    },
    health: () => providers.flatMap((provider) => healthOf(provider, isResting(provider))),
  };
}

function healthOf({ carrier, restsUntil, lastRefusal }: Provider, rests: boolean): ProviderHealth[] {
  const own = carrier.health?.() ?? [
    { name: carrier.name, state: 'UNKNOWN' as const, lastRefusal: null, restsUntil: null },
  ];
  return own.map((health) => ({
    ...health,
    state: rests ? 'RESTING' : health.state === 'UNKNOWN' && lastRefusal === null ? 'READY' : health.state,
    lastRefusal: health.lastRefusal ?? lastRefusal,
    restsUntil: rests ? restsUntil!.toISOString() : null,
  }));
}
