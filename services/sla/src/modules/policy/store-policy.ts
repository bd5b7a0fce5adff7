import type { EntityManager } from '@mikro-orm/postgresql';
import type { Policy } from './policy.ts';

export const POLICY_SAVED = 'POLICY_SAVED';
export const POLICY_MIGRATED = 'POLICY_MIGRATED';

/** What the log keeps of a policy: enough to make it again. */
export interface PolicyEntry {
  version: string;
  effectiveFrom: string;
  decree: string;
  /** The policy of the same day that it replaces before it took effect. */
  replaces: string | null;
  limits: Policy['limits'];
}

/** What the log keeps of running clocks that go over to a policy. */
export interface PolicyMigrationEntry {
  version: string;
  kinds: string[];
}

/** The rows of a policy; equal ones are left alone. */
export async function storePolicy(em: EntityManager, entry: PolicyEntry): Promise<void> {
  const { version, effectiveFrom, decree, replaces, limits } = entry;
  if (replaces !== null)
    await em.execute('update policy set replaced_by = ? where version = ?', [version, replaces]);
  await em.execute(
    'insert into policy (version, effective_from, source) values (?, ?::date, ?) on conflict (version) do nothing',
    [version, effectiveFrom, decree],
  );
  await em.execute(
    `insert into policy_limit (version, rule, report_class, organisation_kind, days, unit)
     select ?, rule, "reportClass", "organisationKind", ("limit" ->> 'days')::int, "limit" ->> 'unit'
     from jsonb_to_recordset(?::jsonb) as l (rule text, "reportClass" text, "organisationKind" text, "limit" jsonb)
     on conflict do nothing`,
    [version, JSON.stringify(limits)],
  );
}

/** Running clocks of these kinds go over to a policy at this instant. @param entryId of the log. */
export async function addMigration(
  em: EntityManager,
  entryId: number,
  at: Date,
  { version, kinds }: PolicyMigrationEntry,
): Promise<void> {
  await em.execute(
    `insert into policy_migration (entry_id, at, version, kinds)
     values (?, ?::timestamptz, ?, array(select jsonb_array_elements_text(?::jsonb))) on conflict do nothing`,
    [entryId, at.toISOString(), version, JSON.stringify(kinds)],
  );
}
