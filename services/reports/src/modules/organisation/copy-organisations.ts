import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/** Takes over changed organisations; of several versions the newest wins. */
export async function copyOrganisations(
  em: EntityManager,
  events: readonly EventOf<'organisation.changed'>[],
): Promise<void> {
  const newest = new Map(events.map(({ payload }) => [payload.organisationId, payload]));
  await em.execute(
    `insert into organisation (id, name, acronym, kind, status, parent_id, government_id, path, region_code, time_zone, is_connected, has_direct_verification, version)
     select o."organisationId", o.name, o.acronym, o.kind, o.status, o."parentId", o."governmentId", o.path, o."regionCode", o."timeZone", o."isConnected", o."hasDirectVerification", o.version
     from jsonb_to_recordset(?::jsonb) as o ("organisationId" text, name text, acronym text, kind text, status text, "parentId" text, "governmentId" text,
       path text[], "regionCode" text, "timeZone" text, "isConnected" boolean, "hasDirectVerification" boolean, version bigint)
     on conflict (id) do update set name = excluded.name, acronym = excluded.acronym, kind = excluded.kind, status = excluded.status,
       parent_id = excluded.parent_id, government_id = excluded.government_id, path = excluded.path, region_code = excluded.region_code,
       time_zone = excluded.time_zone, is_connected = excluded.is_connected, has_direct_verification = excluded.has_direct_verification, version = excluded.version
     where organisation.version < excluded.version`,
    [JSON.stringify([...newest.values()])],
  );
}
