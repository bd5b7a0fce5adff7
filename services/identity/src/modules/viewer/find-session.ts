import type { Database } from '@lapor/database';
import type { Post } from '@lapor/viewer';

export interface SessionAccount {
  accountId: string;
  kind: 'citizen' | 'officer' | 'analyst';
  /** A second factor is set up. */
  isEnrolled: boolean;
  /** This session was opened with it. */
  usedSecondFactor: boolean;
  posts: Post[];
}

/** The account behind a session's token with its posts, in one statement. */
export async function findSession(
  database: Database,
  token: string,
  now: Date,
): Promise<SessionAccount | undefined> {
  const [row] = await database.query<SessionAccount>(
    'session-viewer',
    `select a.id as "accountId", a.kind, coalesce(a."twoFactorEnabled", false) as "isEnrolled",
       s."secondFactor" as "usedSecondFactor",
       coalesce((select jsonb_agg(jsonb_build_object('role', p.role, 'organisationId', p.organisation_id)
                                  order by p.role, p.organisation_id)
                 from account_post p where p.account_id = a.id), '[]') as posts
     from session s join account a on a.id = s."userId"
     where s.token = $1 and s."expiresAt" > $2`,
    [token, now],
  );
  return row;
}
