import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';

/**
 * Takes over changed organisations; of several versions the newest wins. What a change means for reports is noted as work in the
 * same transaction: an end, another place in the tree, a successor that was waited for, somebody who comes or goes, a right that is lost.
 * Rows are written in the order of their ids, as `lockOrganisations` reads them.
 */
export async function copyOrganisations(
  em: EntityManager,
  events: readonly EventOf<'organisation.changed'>[],
  now: Date,
): Promise<void> {
  const newest = new Map<string, EventOf<'organisation.changed'>['payload']>();
  for (const { payload } of events) {
    if (payload.version >= (newest.get(payload.organisationId)?.version ?? 0))
      newest.set(payload.organisationId, payload);
  }
  await em.execute(
    `with told as (
       select * from jsonb_to_recordset(?::jsonb) as o ("organisationId" text, name text, acronym text, kind text, status text, "parentId" text, "governmentId" text,
         path text[], "regionCode" text, "timeZone" text, "isStaffed" boolean, "unitKeys" text[], "successorIds" text[], "hasDirectVerification" boolean, version bigint)
     ), before as (
       select o.id, o.status, o.path, o.is_staffed, o.successor_ids, o.has_direct_verification from organisation o join told t on t."organisationId" = o.id order by o.id for update of o
     ), written as (
       insert into organisation (id, name, acronym, kind, status, parent_id, government_id, path, region_code, time_zone, is_staffed, unit_keys, successor_ids, has_direct_verification, version)
       select t."organisationId", t.name, t.acronym, t.kind, t.status, t."parentId", t."governmentId", t.path, t."regionCode", t."timeZone", t."isStaffed", t."unitKeys", t."successorIds", t."hasDirectVerification", t.version
       from told t left join before b on b.id = t."organisationId" order by t."organisationId"
       on conflict (id) do update set name = excluded.name, acronym = excluded.acronym, kind = excluded.kind, status = excluded.status,
         parent_id = excluded.parent_id, government_id = excluded.government_id, path = excluded.path, region_code = excluded.region_code,
         time_zone = excluded.time_zone, is_staffed = excluded.is_staffed, unit_keys = excluded.unit_keys, successor_ids = excluded.successor_ids,
         has_direct_verification = excluded.has_direct_verification, version = excluded.version
       where organisation.version < excluded.version
       returning id, status, path, is_staffed, successor_ids, has_direct_verification
     ), changed as (
       select w.id from written w join before b on b.id = w.id
       where (w.status, w.path, w.is_staffed, w.successor_ids) is distinct from (b.status, b.path, b.is_staffed, b.successor_ids)
         -- What waits at its desk by that right must not stay there.
         or (b.has_direct_verification and not w.has_direct_verification)
       -- A successor that was not known yet when its predecessor ended.
       union select f.id from written w join organisation f on f.status = 'FORMER' and f.successor_ids @> array[w.id] where f.successor_ids <> '{}'
     )
     insert into organisation_work (organisation_id, since) select id, ?::timestamptz from changed
     on conflict (organisation_id) do update set since = excluded.since, round = organisation_work.round + 1, tried_at = null`,
    [JSON.stringify([...newest.values()]), now.toISOString()],
  );
}
