import { useTold } from '../showing/told.tsx';
import { useText } from '../words.ts';
import { limitOf, type Burst } from './burst-rule.ts';

/** The rule, applied to one burst, in a sentence. */
export function useBurstReason(): (burst: Burst) => string {
  const t = useText();
  const told = useTold();
  return ({ count, usual }) =>
    usual === null
      ? t('room.bursts.reasonFew', { count: told.number(count) })
      : t('room.bursts.reason', {
          count: told.number(count),
          usual: told.number(usual, 1),
          limit: told.number(limitOf(usual)),
        });
}
