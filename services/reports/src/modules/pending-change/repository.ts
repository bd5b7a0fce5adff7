import type { Database } from '@lapor/database';
import type { PendingOperation, PendingState } from './vocabulary.ts';

export interface PendingRow {
  id: string;
  report_id: string;
  request_key: string;
  operation: PendingOperation;
  sealed: Buffer | null;
  applies_at: Date;
  state: PendingState;
  refusal_code: string | null;
}

const MOST = 50;

/** What an officer sent and can take back, what was not made after all, and what became of the rest since an instant; newest first. */
export const listPendingChanges = (database: Database, officerId: string, since: Date) =>
  database.query<PendingRow>(
    'pending-changes-of-officer',
    `select id, report_id, request_key, operation, sealed, applies_at, state, refusal_code from pending_change
     where officer_id = $1 and (state in ('WAITING', 'REFUSED') or ended_at > $2) order by sent_at desc, id desc limit ${MOST}`,
    [officerId, since],
  );
