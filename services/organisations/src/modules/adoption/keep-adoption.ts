import { localDateAt } from '@lapor/working-days';
import type { UseCaseDependencies } from '../refusal/index.ts';
import { isDayKept, keepAdoption } from './repository.ts';

/** National counts go by the day of the capital. */
export const adoptionTimeZone = 'Asia/Jakarta';

/** Counts adoption under today's date. Run through the day, so that the last count of a day is the one that stays. */
export async function keepAdoptionOfToday({ database, clock }: UseCaseDependencies): Promise<void> {
  const at = clock.now();
  await keepAdoption(database, localDateAt(at, adoptionTimeZone), at);
}

/** Whether today was counted already. */
export function isAdoptionOfTodayKept({ database, clock }: UseCaseDependencies): Promise<boolean> {
  return isDayKept(database, localDateAt(clock.now(), adoptionTimeZone));
}
