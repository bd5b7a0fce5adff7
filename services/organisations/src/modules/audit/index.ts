import type { EntityManager } from '@mikro-orm/postgresql';

/** Who acted: an officer by account id, or the platform itself (seeding, imports). */
export type Actor = { kind: 'OFFICER'; id: string } | { kind: 'SYSTEM' };

type AuditAction =
  'OFFICER_REGISTERED' | 'OFFICER_RENAMED' | 'POST_GRANTED' | 'POST_ENDED' | 'DIRECT_VERIFICATION_SET';

export type AuditEntry = {
  actor: Actor;
  action: AuditAction;
  officerId: string | null;
  organisationId: string | null;
  /** Ids, roles and flags; never a name. */
  facts: Record<string, string | boolean>;
  at: Date;
};

/** Adds a row to the append-only audit log, in the transaction of the change. */
export async function appendAudit(em: EntityManager, entry: AuditEntry): Promise<void> {
  const { actor } = entry;
  await em.execute(
    `insert into audit_entry (at, actor_kind, actor_id, action, officer_id, organisation_id, facts) values (?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      entry.at,
      actor.kind,
      actor.kind === 'OFFICER' ? actor.id : null,
      entry.action,
      entry.officerId,
      entry.organisationId,
      JSON.stringify(entry.facts),
    ],
  );
}
