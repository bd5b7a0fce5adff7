import { type NewEvent, type PayloadOf, appendEvents } from '@lapor/events';
import type { EntityManager } from '@mikro-orm/postgresql';
import { SUBSCRIBERS } from '../../subscribers.ts';

// Small enough that the texts of a whole import never stand in memory together.
const eventsPerStatement = 1_000;

/** Tells the other services how these organisations are now, in the running transaction, in the order given: parents before their children. */
export async function announceOrganisations(
  em: EntityManager,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  for (let start = 0; start < ids.length; start += eventsPerStatement) {
    const rows = await em.execute<PayloadOf<'organisation.changed'>[]>(
      `select o.id as "organisationId", o.name, o.acronym, o.kind, o.status, o.parent_id as "parentId",
         o.government_id as "governmentId", o.path, o.region_code as "regionCode", o.time_zone as "timeZone",
         o.is_staffed as "isStaffed", o.unit_keys as "unitKeys", o.has_direct_verification as "hasDirectVerification",
         o.successor_ids as "successorIds", o.version
       from json_array_elements_text(?::json) with ordinality as wanted (id, position)
       join organisation o on o.id = wanted.id
       order by wanted.position`,
      [JSON.stringify(ids.slice(start, start + eventsPerStatement))],
    );
    const events = rows.map((payload): NewEvent => ({
      type: 'organisation.changed',
      stream: payload.organisationId,
      payload,
      occurredAt: at,
    }));
    await appendEvents(em, SUBSCRIBERS, events);
  }
}
