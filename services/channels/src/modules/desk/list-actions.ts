import { z } from 'zod';
import type { Database } from '@lapor/database';
import { DESK_ACTIONS } from './record-action.ts';

export const actionFilter = z.object({
  /** `next` of the page before. */
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  action: z.enum(DESK_ACTIONS).optional(),
  accountId: z.string().min(1).max(100).optional(),
  door: z
    .string()
    .regex(/^[A-Z0-9_]{1,20}$/)
    .optional(),
  subjectId: z.string().min(1).max(100).optional(),
  first: z.coerce.number().int().min(1).max(100).default(50),
});

export interface ListedAction {
  id: number;
  /** ISO 8601. */
  at: string;
  accountId: string;
  action: string;
  subjectId: string;
  door: string | null;
  detail: string | null;
  reason: string | null;
}

/** Who did what, newest first. */
export async function listActions(
  database: Database,
  { after, first, ...filter }: z.output<typeof actionFilter>,
): Promise<{ actions: ListedAction[]; next: number | null }> {
  const conditions = [
    { name: 'after', column: 'id <', value: after },
    { name: 'action', column: 'action =', value: filter.action },
    { name: 'by', column: 'account_id =', value: filter.accountId },
    { name: 'door', column: 'door =', value: filter.door },
    { name: 'of', column: 'subject_id =', value: filter.subjectId },
  ].filter(({ value }) => value !== undefined);
  const where = conditions.map(({ column }, index) => `${column} $${index + 2}`).join(' and ');
  const rows = await database.query<ListedAction & Record<string, unknown>>(
    `desk-actions by ${conditions.map(({ name }) => name).join()}`,
    `select id, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, account_id as "accountId", action,
       subject_id as "subjectId", door, detail, reason
     from desk_action ${where && `where ${where}`} order by id desc limit $1`,
    [first + 1, ...conditions.map(({ value }) => value)],
  );
  const actions = rows.slice(0, first);
  return { actions, next: rows.length > first ? actions.at(-1)!.id : null };
}
