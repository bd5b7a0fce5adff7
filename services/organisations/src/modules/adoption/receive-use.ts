import type { EventOf } from '@lapor/events';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Kinds of history by which an organisation shows that it works with the platform: the four answers, and a disposition. */
const kindsOfUse: readonly string[] = ['ACKNOWLEDGED', 'PLANNED', 'RESULT', 'OBSTACLE', 'DISPOSED'];

/**
 * Keeps when each organisation answered or disposed a report last, with all above it within its government, and which were given a report at all.
 * What the national desk does counts for nobody, and neither does an answer by a hand-over link. Nor do confidential reports: the day is
 * public, and would tell that somebody filed one about a small unit.
 */
export async function receiveUse(
  em: EntityManager,
  events: readonly EventOf<'report.transitioned'>[],
): Promise<void> {
  const uses = events.flatMap(({ payload }) => {
    const { actorKind, actorOrganisationId, byNationalDesk, isConfidential, kind, at } = payload;
    const counts = actorKind === 'OFFICER' && !byNationalDesk && !isConfidential && kindsOfUse.includes(kind);
    return counts && actorOrganisationId !== null ? [{ id: actorOrganisationId, at }] : [];
  });
  if (uses.length > 0) {
    await em.execute(
      `insert into last_used (organisation_id, at)
       select a.id, max(u.at) from jsonb_to_recordset(?::jsonb) as u (id text, at timestamptz)
       join organisation o on o.id = u.id cross join unnest(o.path) as a (id)
       group by a.id order by a.id
       on conflict (organisation_id) do update set at = greatest(last_used.at, excluded.at)`,
      [JSON.stringify(uses)],
    );
  }
  const given = new Set(
    events.flatMap(({ payload }) => payload.assignments.map((held) => held.organisationId)),
  );
  if (given.size > 0) {
    await em.execute(
      `update organisation set has_received_reports = true
       where id in (select id from organisation where id in (select json_array_elements_text(?::json)) and not has_received_reports order by id for no key update)`,
      [JSON.stringify([...given])],
    );
  }
}
