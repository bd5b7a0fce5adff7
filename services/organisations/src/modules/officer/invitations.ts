import { randomUUID } from 'node:crypto';
import { appendEvents } from '@lapor/events';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PostRole } from '@lapor/viewer';
import { SUBSCRIBERS } from '../../subscribers.ts';
import type { Actor } from '../audit/index.ts';
import { appendAudit } from '../audit/index.ts';
import type { OfficerRecord } from './entity.ts';

/** How long a link of an invitation may be used. */
export const INVITATION_DAYS = 7;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Roles of those who work at the national console. */
const nationalRoles: readonly PostRole[] = ['NATIONAL_ADMIN', 'OMBUDSMAN', 'KSP_MONITOR', 'ANALYST'];

/**
 * Lets `identity` send the officer a link, in the running transaction; an earlier link is void. The officer's row is locked, posts are written.
 * With an account that is active the link sets password and second factor anew.
 * @param changesAddress it goes to another address than the account has: its sessions end.
 */
export async function writeInvitation(
  em: EntityManager,
  officer: OfficerRecord,
  actor: Actor,
  at: Date,
  { changesAddress = false }: { changesAddress?: boolean } = {},
): Promise<void> {
  const isRenewal = officer.accountState === 'ACTIVE';
  const invitationId = randomUUID();
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * MILLISECONDS_PER_DAY);
  const actorId = actor.kind === 'OFFICER' ? actor.id : null;
  await em.execute(
    `update invitation set replaced_at = ? where officer_id = ? and accepted_at is null and replaced_at is null`,
    [at, officer.id],
  );
  await em.execute(
    `insert into invitation (id, officer_id, sent_at, sent_by, expires_at, is_renewal) values (?, ?, ?, ?, ?, ?)`,
    [invitationId, officer.id, at, actorId, expiresAt, isRenewal],
  );
  const posts = await em.execute<{ role: PostRole }[]>(
    `select distinct role from post where officer_id = ? and (ends_at is null or ends_at > ?)`,
    [officer.id, at],
  );
  await appendAudit(em, {
    actor,
    action: 'OFFICER_INVITED',
    officerId: officer.id,
    organisationId: null,
    facts: { invitationId, isRenewal },
    at,
  });
  await appendEvents(em, SUBSCRIBERS, [
    {
      type: 'officer.invited',
      stream: officer.id,
      payload: {
        invitationId,
        officerId: officer.id,
        isRenewal,
        console: posts.some(({ role }) => nationalRoles.includes(role)) ? 'national' : 'agency',
        at: at.toISOString(),
        expiresAt: expiresAt.toISOString(),
        ...(changesAddress && { changesAddress }),
      },
      occurredAt: at,
    },
  ]);
}

/** Whether a link was sent that can still be used. */
export async function hasUsableInvitation(em: EntityManager, officerId: string, at: Date): Promise<boolean> {
  const rows = await em.execute<unknown[]>(
    `select 1 from invitation where officer_id = ? and accepted_at is null and replaced_at is null and expires_at > ?`,
    [officerId, at],
  );
  return rows.length > 0;
}
