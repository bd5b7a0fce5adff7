import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/**
 * Keeps where each organisation stands in its government: an officer's reach follows the tree of today, not that of the disposition.
 * An older version never overwrites a newer one; the same one completes a row of before its kind and zone were kept. One statement.
 */
export async function receiveOrganisations(
  em: EntityManager,
  events: readonly EventOf<'organisation.changed'>[],
): Promise<void> {
  const newest = new Map(events.map(({ payload }) => [payload.organisationId, payload]));
  for (const { payload } of events) {
    if (payload.version > newest.get(payload.organisationId)!.version)
      newest.set(payload.organisationId, payload);
  }
  const rows = [...newest.values()].map(({ organisationId: id, path, kind, timeZone, version }) => ({
    id,
    path,
    kind,
    timeZone,
    version,
  }));
  await em.execute(
    `insert into organisation (id, path, kind, time_zone, version)
     select id, path, kind, "timeZone", version
     from jsonb_to_recordset(?::jsonb) as o (id text, path text[], kind text, "timeZone" text, version int)
     on conflict (id) do update set path = excluded.path, kind = excluded.kind, time_zone = excluded.time_zone, version = excluded.version
     where organisation.version < excluded.version
       or (organisation.version = excluded.version and (organisation.kind is null or organisation.time_zone is null))`,
    [JSON.stringify(rows)],
  );
}
