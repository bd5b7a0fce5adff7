import { localDateOf } from '@lapor/wording';
import { useSession } from '../session/session-context.ts';

/** Today's date, "2026-11-24", where the officer works. */
export function useToday(): string {
  const { timeZone } = useSession();
  return localDateOf(new Date(), timeZone);
}
