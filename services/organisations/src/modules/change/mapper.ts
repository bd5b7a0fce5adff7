import { ChangedFact, OrganisationChange } from './graphql.ts';
import type { ChangeRow } from './repository.ts';

export function toOrganisationChange(row: ChangeRow): OrganisationChange {
  return Object.assign(new OrganisationChange(), {
    id: String(row.id),
    kind: row.kind,
    state: row.state,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    reason: row.reason,
    decree: row.decree,
    facts: row.facts.map((fact) => Object.assign(new ChangedFact(), fact)),
    failure: row.failure,
    organisationId: row.organisation_id,
    actorId: row.actor_id,
  });
}
