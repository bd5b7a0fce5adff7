import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventOf } from '@lapor/events';
import { noteInAudit } from '../audit/index.ts';
import type { ReportsDependencies } from '../report/index.ts';
import { followerHash, sealContext, unfollowToken } from './follower.ts';

/** The account to write to, whose address `identity` knows, and the secret of the link that ends it. */
export interface FollowerContact {
  accountId: string;
  facts: { unfollowToken: string };
}

/** Asked by `channels` at the moment of sending. `null`: nobody follows any more, or the report is not public now. */
export async function contactOfFollower(
  deps: ReportsDependencies,
  followId: string,
): Promise<FollowerContact | null> {
  return deps.database.transaction(async (em) => {
    const [row] = await em.execute<{ sealed: Buffer; report_id: string | null }[]>(
      `select f.sealed, f.report_id from follow f left join report r on r.id = f.report_id
       where f.id = ?::uuid and (f.report_id is null or r.is_published)`,
      [followId],
    );
    if (!row) return null;
    await noteInAudit(em, {
      at: deps.clock.now(),
      action: 'CONTACT_READ',
      actorKind: 'SERVICE',
      actorId: 'channels',
      organisationId: null,
      reportId: null,
      subjectId: followId,
      paths: [],
      facts: {},
    });
    return {
      accountId: deps.sealer.open(row.sealed, sealContext(followId)).toString(),
      facts: { unfollowToken: unfollowToken(deps, followId) },
    };
  });
}

/** Accounts were deleted: what they followed goes with them. */
export async function forgetFollowers(
  deps: ReportsDependencies,
  em: EntityManager,
  events: readonly EventOf<'account.deleted'>[],
): Promise<void> {
  for (const { payload } of events)
    await em.execute('delete from follow where follower_hash = ?', [followerHash(deps, payload.accountId)]);
}
