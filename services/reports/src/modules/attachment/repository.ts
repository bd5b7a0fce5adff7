import type { Database } from '@lapor/database';
import type { FileKind } from '@lapor/files';
import type { TextAudience } from '../history/index.ts';
import type { ScanState } from '../report/index.ts';

export interface AttachmentRow {
  id: string;
  report_id: string | null;
  history_id: string | null;
  uploader_hash: Uint8Array;
  file_name: string;
  kind: FileKind;
  media_type: string;
  size_bytes: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  scan_state: ScanState;
  is_published_with_report: boolean;
  /** Who reads the entry of the history it came with; `null` for the report's own. */
  text_audience: TextAudience | null;
  /** Whether it came from the reporter, with the report or with a word afterwards. */
  is_from_reporter: boolean;
  storage_key: string;
  thumbnail_key: string | null;
}

const COLUMNS = `id, report_id, history_id, uploader_hash, file_name, kind, media_type, size_bytes, width, height, seconds, scan_state, is_published_with_report,
  (select h.text_audience from history h where h.id = history_id) as text_audience,
  coalesce((select h.actor_kind = 'CITIZEN' from history h where h.id = history_id), true) as is_from_reporter, storage_key, thumbnail_key`;

/** All attachments of some reports, oldest first. */
export const findAttachments = (database: Database, reportIds: readonly string[]) =>
  database.query<AttachmentRow>(
    'attachments-of-reports',
    `select ${COLUMNS} from attachment where report_id = any($1::uuid[]) order by id`,
    [reportIds],
  );

/** One attachment. */
export const findAttachment = async (database: Database, id: string) =>
  (
    await database.query<AttachmentRow>('attachment', `select ${COLUMNS} from attachment where id = $1`, [id])
  )[0] ?? null;
