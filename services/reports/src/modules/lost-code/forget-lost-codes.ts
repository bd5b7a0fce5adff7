import type { ReportsDependencies } from '../report/index.ts';

/** A day: so long the mails of one reporter are counted. */
const KEPT_MILLISECONDS = 86_400_000;

/** Forgets who lost a code. Returns how many. */
export async function forgetLostCodes(deps: ReportsDependencies): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - KEPT_MILLISECONDS);
  const rows = await deps.database.query<{ id: string }>(
    'lost-codes-forget',
    'delete from lost_code where asked_at <= $1 and expires_at <= $2 returning id',
    [before, deps.clock.now()],
  );
  return rows.length;
}
