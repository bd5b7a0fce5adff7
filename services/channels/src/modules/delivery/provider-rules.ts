import type { EntityManager } from '@mikro-orm/postgresql';
import type { Database } from '@lapor/database';
import type { Way } from './carrier.ts';

/** What the desk decided of a provider. */
export interface ProviderRule {
  /** When it is asked, the lowest first; `null`: as the settings name it. */
  place: number | null;
  rest: { until: Date; reason: string; by: string; at: Date } | null;
}

/** By name. */
export type ProviderRules = ReadonlyMap<string, ProviderRule>;

interface Row {
  provider: string;
  place: number | null;
  until: Date | null;
  reason: string;
  by: string;
  at: Date;
}

const SELECT = `select provider, place, rests_until as until, rest_reason as reason, rested_by as by, rested_at as at
  from provider_rule where way =`;

const toRules = (rows: readonly Row[]): ProviderRules =>
  new Map(
    rows.map(({ provider, place, until, reason, by, at }) => [
      provider,
      { place, rest: until && { until: new Date(until), reason, by, at: new Date(at) } },
    ]),
  );

export const readProviderRules = async (database: Database, way: Way): Promise<ProviderRules> =>
  toRules(await database.query<Row & Record<string, unknown>>('provider-rules', `${SELECT} $1`, [way]));

/** As above, held for the running transaction: two who rest the last two providers do so one after the other. */
export async function holdProviderRules(em: EntityManager, way: Way): Promise<ProviderRules> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 3))', [way]);
  return toRules(await em.execute<Row[]>(`${SELECT} ?`, [way]));
}

/** Rests by hand now. */
export const isRested = (rule: ProviderRule | undefined, now: Date): boolean =>
  rule?.rest != null && rule.rest.until > now;

/** Names in the order in which they are asked: what has no place stays where the settings have it. */
export const inOrder = (names: readonly string[], rules: ProviderRules): string[] =>
  names
    .map((name, index) => ({ name, place: rules.get(name)?.place ?? index }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ name }) => name);

/** Lets a provider rest, or brings it back. */
export async function restProvider(
  em: EntityManager,
  way: Way,
  provider: string,
  rest: NonNullable<ProviderRule['rest']> | null,
): Promise<void> {
  await em.execute(
    `insert into provider_rule (way, provider, rests_until, rest_reason, rested_by, rested_at) values (?, ?, ?, ?, ?, ?)
     on conflict (way, provider) do update set rests_until = excluded.rests_until, rest_reason = excluded.rest_reason,
       rested_by = excluded.rested_by, rested_at = excluded.rested_at`,
    [
      way,
      provider,
      rest && rest.until.toISOString(),
      rest && rest.reason,
      rest && rest.by,
      rest && rest.at.toISOString(),
    ],
  );
}

export async function orderProviders(em: EntityManager, way: Way, names: readonly string[]): Promise<void> {
  for (const [place, provider] of names.entries())
    await em.execute(
      `insert into provider_rule (way, provider, place) values (?, ?, ?)
       on conflict (way, provider) do update set place = excluded.place`,
      [way, provider, place],
    );
}
