import type { Database } from '@lapor/database';
import type { After, ReportRow } from '../report/index.ts';
import { REPORT_COLUMNS } from '../report/index.ts';
import type { HandOverEnd } from '../report/vocabulary.ts';

/** A hand-over as the named reads select it. */
export interface HandOverRow {
  id: string;
  report_id: string;
  organisation_id: string;
  stand_in_organisation_id: string | null;
  handed_over_at: Date;
  expires_at: Date;
  sent_at: Date | null;
  letter_needed_at: Date | null;
  opened_at: Date | null;
  answered_at: Date | null;
  ended_at: Date | null;
  end_reason: HandOverEnd | null;
}

const COLUMNS = `id, report_id, organisation_id, stand_in_organisation_id, handed_over_at, expires_at, sent_at, letter_needed_at, opened_at,
  answered_at, ended_at, end_reason`;

/** All hand-overs of some reports, newest first. */
export const findHandOvers = (database: Database, reportIds: readonly string[]) =>
  database.query<HandOverRow>(
    'hand-overs-of-reports',
    `select ${COLUMNS} from hand_over where report_id = any($1::uuid[]) order by handed_over_at desc, id desc`,
    [reportIds],
  );

/** One hand-over whose link opens at this moment. */
export const findOpenHandOver = async (
  database: Database,
  id: string,
  now: Date,
): Promise<HandOverRow | null> =>
  (
    await database.query<HandOverRow>(
      'hand-over-open',
      `select ${COLUMNS} from hand_over where id = $1 and ended_at is null and expires_at > $2`,
      [id, now],
    )
  )[0] ?? null;

/**
 * Open reports that are with a stand-in, longest first: the national desk's (`null`), or an organisation's. Of a confidential
 * one only the national desk is told.
 */
export const listStoodIn = (
  database: Database,
  { standInId, letterNeeded, limit }: { standInId: string | null; letterNeeded: boolean; limit: number },
  after: After | null,
) =>
  database.query<ReportRow & { stood_in_at: string; assignment_id: string }>(
    `stood-in:${standInId === null ? 'national' : 'organisation'}:${letterNeeded ? 'letter' : ''}:${after ? 'after' : ''}`,
    `select ${REPORT_COLUMNS}, s.assigned_at::text as stood_in_at, s.id as assignment_id
     from assignment s join report r on r.id = s.report_id
     where s.is_handed_over and s.ended_at is null and r.state in ('DISPOSED', 'IN_PROGRESS')
       and ${standInId === null ? `($1::text is null and (s.stand_in_organisation_id is null or r.is_confidential))` : `s.stand_in_organisation_id = $1 and not r.is_confidential`}
       ${letterNeeded ? `and exists (select from hand_over h where h.id = s.hand_over_id and h.ended_at is null and h.letter_needed_at is not null and h.opened_at is null)` : ''}
       ${after ? 'and (s.assigned_at, s.id) > ($3::timestamptz, $4::uuid)' : ''}
     order by s.assigned_at, s.id limit $2`,
    after ? [standInId, limit, after.at, after.id] : [standInId, limit],
  );
