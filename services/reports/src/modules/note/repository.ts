import type { Database } from '@lapor/database';
import { REPORT_COLUMNS, type After, type ReportRow } from '../report/index.ts';

/** A note as the named reads select it. */
export interface NoteRow {
  id: string;
  report_id: string;
  officer_id: string | null;
  organisation_id: string | null;
  text: string;
  at: Date;
  mentioned: string[];
}

const COLUMNS = `n.id, n.report_id, n.officer_id, n.organisation_id, n.text, n.at,
  array(select m.officer_id from mention m where m.note_id = n.id order by m.officer_id) as mentioned`;

const MOST_NOTES = 100;

/** The newest notes of each report, newest first. */
export const findNotes = (database: Database, reportIds: readonly string[]) =>
  database.query<NoteRow>(
    'notes-of-reports',
    `select n.* from unnest($1::uuid[]) as wanted (id) cross join lateral (
       select ${COLUMNS} from note n where n.report_id = wanted.id order by n.at desc, n.id desc limit ${MOST_NOTES}) n`,
    [reportIds],
  );

export type MentionRow = ReportRow & {
  note: NoteRow & { at: string };
  read_at: Date | null;
  position: string;
};

/** Notes in which an officer is named, newest first, each with its report. */
export const listMentions = (
  database: Database,
  { officerId, unreadOnly, limit }: { officerId: string; unreadOnly: boolean; limit: number },
  after: After | null,
) =>
  database.query<MentionRow>(
    `mentions:${unreadOnly ? 'unread' : ''}:${after ? 'after' : ''}`,
    `select ${REPORT_COLUMNS}, m.read_at, m.at::text as position, (select to_jsonb(x) from (select ${COLUMNS}) x) as note
     from mention m join note n on n.id = m.note_id join report r on r.id = n.report_id
     where m.officer_id = $1 ${unreadOnly ? 'and m.read_at is null' : ''}
       ${after ? 'and (m.at, m.note_id) < ($3::timestamptz, $4::uuid)' : ''}
     order by m.at desc, m.note_id desc limit $2`,
    after ? [officerId, limit, after.at, after.id] : [officerId, limit],
  );
