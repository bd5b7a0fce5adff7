import type { EntityManager } from '@mikro-orm/postgresql';

/** Who acted: an officer by account id, or the platform itself (seeding, imports). */
export type Actor = { kind: 'OFFICER'; id: string } | { kind: 'SYSTEM' };

/** Every action that the service keeps in its audit log. */
export type AuditAction =
  | 'OFFICER_REGISTERED'
  | 'OFFICER_INVITED'
  | 'OFFICER_RENAMED'
  | 'OFFICER_ADDRESS_CHANGED'
  | 'OFFICER_SUSPENDED'
  | 'OFFICER_REINSTATED'
  | 'POST_GRANTED'
  | 'POST_ENDED'
  | 'POST_MOVED'
  | 'ACCOUNT_CHANGED'
  | 'POST_DELEGATED'
  | 'DELEGATION_ENDED'
  | 'READINESS_DECLARED'
  | 'DECLARATION_WITHDRAWN'
  | 'OBSTACLE_NOTED'
  | 'EVIDENCE_UPLOADED'
  | 'EVIDENCE_READ'
  | 'EVIDENCE_REMOVED'
  | 'VISIT_RECORDED'
  | 'CHANGE_SCHEDULED'
  | 'CHANGE_CANCELLED'
  | 'CHANGE_FAILED'
  | 'ORGANISATION_CREATED'
  | 'ORGANISATION_RENAMED'
  | 'ORGANISATION_MOVED'
  | 'ORGANISATION_MERGED'
  | 'ORGANISATION_ABSORBED'
  | 'ORGANISATION_RETIRED'
  | 'ORGANISATION_RESTORED'
  | 'ORGANISATION_UPDATED'
  | 'HEAD_UPDATED'
  | 'CLOSING_DAYS_SET'
  | 'DIRECT_VERIFICATION_SET'
  | 'UNITS_IMPORTED'
  | 'CATEGORY_ROUTE_SET';

export type AuditRecord = {
  actor: Actor;
  action: AuditAction;
  officerId: string | null;
  organisationId: string | null;
  /** Ids, roles, days and flags; never a name or an address of a person, nor what somebody wrote. */
  facts: Record<string, string | number | boolean>;
  at: Date;
};

/**
 * Adds rows to the append-only audit log, in the transaction of the change. A row belongs to all organisations on the path of the one it is
 * about; what is about an officer alone belongs to those of the running and coming posts.
 */
export async function appendAudits(em: EntityManager, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  await em.execute(
    `insert into audit_entry (at, actor_kind, actor_id, action, officer_id, organisation_id, facts, places)
     select r.at, r.actor_kind, r.actor_id, r.action, r.officer_id, r.organisation_id, r.facts, array(
       select distinct a.id from (
         select r.organisation_id as id
         union
         select p.organisation_id from post p
         where r.organisation_id is null and p.officer_id = r.officer_id and (p.ends_at is null or p.ends_at > r.at)
       ) w join organisation o on o.id = w.id cross join unnest(o.path) as a (id)
     )
     from rows from (jsonb_to_recordset(?::jsonb) as (
       at timestamptz, actor_kind text, actor_id text, action text, officer_id text, organisation_id text, facts jsonb
     )) with ordinality as r (at, actor_kind, actor_id, action, officer_id, organisation_id, facts, position)
     order by r.position`,
    [
      JSON.stringify(
        records.map(({ actor, action, officerId, organisationId, facts, at }) => ({
          at,
          actor_kind: actor.kind,
          actor_id: actor.kind === 'OFFICER' ? actor.id : null,
          action,
          officer_id: officerId,
          organisation_id: organisationId,
          facts,
        })),
      ),
    ],
  );
}

/** Adds one row; see `appendAudits`. */
export const appendAudit = (em: EntityManager, record: AuditRecord): Promise<void> =>
  appendAudits(em, [record]);
