import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';

const KEPT_HOURS = 3;

/** Notes that a provider did not take a message, or said nothing; of a minute there is one row. */
export async function noteRefusal(database: Database, way: Way, provider: string, now: Date): Promise<void> {
  await database.query(
    'provider-refusal',
    `insert into provider_refusal as r (way, provider, minute, refused) values ($1, $2, date_trunc('minute', $3::timestamptz), 1)
     on conflict (way, provider, minute) do update set refused = r.refused + 1`,
    [way, provider, now],
  );
}

/** By name: how often each provider refused in the last hour. */
export async function refusalsOfHour(
  database: Database,
  way: Way,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ provider: string; refused: number }>(
    'provider-refusals',
    'select provider, sum(refused)::int as refused from provider_refusal where way = $1 and minute > $2 group by provider',
    [way, new Date(now.getTime() - 3_600_000)],
  );
  return new Map(rows.map(({ provider, refused }) => [provider, refused]));
}

export async function forgetRefusals(database: Database, now: Date): Promise<void> {
  await database.query('provider-refusals-forget', 'delete from provider_refusal where minute < $1', [
    new Date(now.getTime() - KEPT_HOURS * 3_600_000),
  ]);
}
