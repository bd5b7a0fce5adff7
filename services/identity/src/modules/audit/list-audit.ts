import { z } from 'zod';
import type { Database } from '@lapor/database';
import { isNationalDesk, type Viewer } from '@lapor/viewer';
import { AUDIT_ACTIONS } from './write-audit.ts';

export interface ListedEntry {
  id: number;
  /** ISO 8601. */
  at: string;
  action: string;
  accountId: string | null;
  actorId: string | null;
  detail: string | null;
}

export const auditFilter = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  accountId: z.string().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Entries, newest first: the national desk's reach over all accounts, everybody else's over the own. A strange account looks like one without entries. */
export async function listAudit(
  database: Database,
  viewer: Viewer,
  { before, action, accountId, limit }: z.output<typeof auditFilter>,
): Promise<{ entries: ListedEntry[]; next: number | null }> {
  const sees = isNationalDesk(viewer) && !viewer.apiKey;
  const own = viewer.accountId ?? '';
  if (!sees && accountId !== undefined && accountId !== own) return { entries: [], next: null };
  const about = sees ? accountId : own;
  const conditions = [
    { column: 'account_id =', value: about },
    { column: 'action =', value: action },
    { column: 'id <', value: before },
  ].filter(({ value }) => value !== undefined);
  const where = conditions.map(({ column }, index) => `${column} $${index + 2}`).join(' and ');
  const rows = await database.query<ListedEntry>(
    `audit-list by ${conditions.map(({ column }) => column).join()}`,
    `select id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, action,
       account_id as "accountId", actor_id as "actorId", detail
     from audit_entry ${where && `where ${where}`} order by id desc limit $1`,
    [limit + 1, ...conditions.map(({ value }) => value)],
  );
  const entries = rows.slice(0, limit);
  return { entries, next: rows.length > limit ? entries.at(-1)!.id : null };
}
