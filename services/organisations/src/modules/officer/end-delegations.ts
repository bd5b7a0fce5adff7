import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, appendAudit } from '../audit/index.ts';
import { refreshStaffing } from '../organisation/index.ts';
import { announcePosts } from './announce-posts.ts';

/** Which delegations: one, those of a post, or all that an officer gave or took over. */
export type DelegationSelection = { delegationId: string } | { postId: string } | { officerId: string };

/**
 * Lets delegations end no later than an instant, with the substitutes' posts, in the running transaction. The places are locked.
 * One that has not begun by then never does.
 */
export async function shortenDelegations(
  em: EntityManager,
  selection: DelegationSelection,
  endsAt: Date,
  actor: Actor,
  at: Date,
): Promise<void> {
  const [condition, values] =
    'delegationId' in selection
      ? ['d.id = ?::uuid', [selection.delegationId]]
      : 'postId' in selection
        ? ['d.post_id = ?::uuid', [selection.postId]]
        : ['(d.officer_id = ? or d.substitute_id = ?)', [selection.officerId, selection.officerId]];
  const rows = await em.execute<
    { id: string; substitute_id: string; organisation_id: string; role: string }[]
  >(
    `with shortened as (
       update delegation d set ends_at = greatest(d.starts_at, ?::timestamptz)
       where ${condition} and d.ends_at > greatest(d.starts_at, ?::timestamptz)
       returning d.id, d.substitute_id, d.ends_at
     ), ended as (
       update post p set ends_at = s.ends_at, ended_by = ? from shortened s
       where p.delegation_id = s.id and p.ends_at > s.ends_at
       returning p.delegation_id, p.organisation_id, p.role
     )
     select s.id, s.substitute_id, e.organisation_id, e.role from shortened s join ended e on e.delegation_id = s.id order by s.id`,
    [endsAt, ...values, endsAt, actor.kind === 'OFFICER' ? actor.id : null],
  );
  for (const row of rows) {
    await appendAudit(em, {
      actor,
      action: 'DELEGATION_ENDED',
      officerId: row.substitute_id,
      organisationId: row.organisation_id,
      facts: { delegationId: row.id, role: row.role, until: endsAt.toISOString() },
      at,
    });
  }
  await refreshStaffing(
    em,
    rows.map((row) => row.organisation_id),
    at,
  );
  for (const substituteId of [...new Set(rows.map((row) => row.substitute_id))].toSorted()) {
    await em.execute('select id from officer where id = ? for update', [substituteId]);
    await announcePosts(em, substituteId, at);
  }
}
