import type { UseCaseDependencies } from '../modules/refusal/index.ts';

const KEPT_DAYS = 30;

/** Forgets the answers to requests that no device sends again. Returns how many. */
export async function forgetRequests({ database, clock }: UseCaseDependencies): Promise<number> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  const rows = await database.query<{ key: string }>(
    'forget-requests',
    'delete from remembered_request where at < $1 returning key',
    [before],
  );
  return rows.length;
}
