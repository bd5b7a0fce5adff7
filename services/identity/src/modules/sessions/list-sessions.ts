import type { Database } from '@lapor/database';
import type { SessionWay } from './session-rules.ts';

export interface ListedSession {
  id: string;
  openedAt: Date;
  expiresAt: Date;
  way: SessionWay;
  device: string | null;
}

/** The running sessions of an account, newest first. */
export const listSessions = (
  database: Database,
  accountId: string,
  machineNow: Date,
): Promise<ListedSession[]> =>
  database.query<ListedSession>(
    'sessions-of',
    `select id, "createdAt" as "openedAt", "expiresAt", way, device from session
     where "userId" = $1 and "expiresAt" > $2 order by "createdAt" desc, id`,
    [accountId, machineNow],
  );
