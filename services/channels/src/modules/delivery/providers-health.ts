import { WAYS, type ProviderHealth, type Way, type Ways } from './carrier.ts';

/** How the providers of each way do. */
export const providersHealth = (ways: Ways): ({ way: Way } & ProviderHealth)[] =>
  WAYS.flatMap((way) => (ways[way]?.health?.() ?? []).map((health) => ({ way, ...health })));
