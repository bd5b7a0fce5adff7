import type { Database } from '@lapor/database';
import type { Post, PostRole } from '@lapor/viewer';
import { isAdmittedAt } from './signing-account.ts';
import type { SessionWay } from './session-rules.ts';

/** A running session with its account. */
export interface SessionAccount {
  sessionId: string;
  openedAt: Date;
  expiresAt: Date;
  way: SessionWay;
  accountId: string;
  kind: 'citizen' | 'officer' | 'analyst';
  name: string;
  email: string;
  /** A second factor is set up. */
  isEnrolled: boolean;
  /** This session was opened with it. */
  usedSecondFactor: boolean;
  /** Posts in force, sorted. */
  posts: Post[];
  /** The post the session acts in; `null`: all. */
  actingPost: Post | null;
}

interface Row extends Omit<SessionAccount, 'actingPost'> {
  actingRole: PostRole | null;
  actingOrganisationId: string | null;
}

/**
 * The session of a token with its account and posts, in one statement. Nothing for somebody who is suspended or holds neither a
 * running nor a coming post.
 * @param clocks better-auth dates sessions by the machine's clock, and only that one may be compared with them; posts have the injected one.
 */
export async function findSession(
  database: Database,
  token: string,
  clocks: { machine: Date; now: Date },
): Promise<SessionAccount | undefined> {
  const [row] = await database.query<Row>(
    'session-viewer',
    `select s.id as "sessionId", s."createdAt" as "openedAt", s."expiresAt", s.way, s."secondFactor" as "usedSecondFactor",
       s."actingRole", s."actingOrganisationId",
       a.id as "accountId", a.kind, a.name, a.email, coalesce(a."twoFactorEnabled", false) as "isEnrolled",
       coalesce((select jsonb_agg(distinct jsonb_build_object('role', p.role, 'organisationId', p.organisation_id))
                 from account_post p
                 where p.account_id = a.id and p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3)), '[]') as posts
     from session s join account a on a.id = s."userId"
     where s.token = $1 and s."expiresAt" > $2 and ${isAdmittedAt('$3')}`,
    [token, clocks.machine, clocks.now],
  );
  if (!row) return undefined;
  const { actingRole: role, actingOrganisationId: organisationId, ...session } = row;
  return { ...session, actingPost: role && organisationId ? { role, organisationId } : null };
}
