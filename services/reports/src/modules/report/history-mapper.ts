import type { Viewer } from '@lapor/viewer';
import { signAttachmentUrl, type AttachmentRow } from '../attachment/index.ts';
import { Attachment, HistoryEntry, Officer, Organisation, type Report } from './graphql.ts';
import type { HistoryRow } from './repository.ts';
import type { ActorKind, HistoryKind } from './vocabulary.ts';

/** Entries about protection and identity, which only the parties see at all. */
const FOR_PARTIES: ReadonlySet<HistoryKind> = new Set([
  'FLAGGED',
  'FLAG_REMOVED',
  'IDENTITY_REVEALED',
  'WITHHELD',
  'REDACTED',
]);

const organisation = (id: string | null): Organisation | null =>
  id === null ? null : Object.assign(new Organisation(), { id });

/** Whether the viewer may read the text of an entry: the one rule for all texts of the conversation. */
function mayReadText(entry: HistoryRow, report: Report, viewer: Viewer): boolean {
  switch (entry.text_audience) {
    case 'PUBLIC':
      return true;
    case 'PARTIES':
      return report.viewerIsParty;
    case 'OFFICERS':
      return (
        report.viewerIsParty &&
        !report.viewerIsReporter &&
        (viewer.kind === 'officer' || report.viewerAnswersByHandOver)
      );
  }
}

/** The history as a viewer of the report may see it, newest first. */
export function toHistory(
  rows: readonly HistoryRow[],
  attachments: readonly AttachmentRow[],
  report: Report,
  viewer: Viewer,
  fileUrl: FileUrl,
): HistoryEntry[] {
  return rows
    .filter((row) => report.viewerIsParty || !FOR_PARTIES.has(row.kind as HistoryKind))
    .map((row) => {
      const readable = mayReadText(row, report, viewer);
      return Object.assign(new HistoryEntry(), {
        id: row.id,
        kind: row.kind as HistoryKind,
        at: row.at,
        actorKind: row.actor_kind as ActorKind,
        officer:
          row.officer_id !== null && viewer.kind === 'officer' && !viewer.apiKey && report.viewerIsParty
            ? Object.assign(new Officer(), { id: row.officer_id })
            : null,
        organisation: organisation(row.organisation_id),
        toOrganisation: organisation(row.to_organisation_id),
        text: readable ? row.text : null,
        stateAfter: row.state_after,
        reasonCode: row.reason_code,
        promisedOn: row.promised_on,
        attachments: readable
          ? toAttachments(
              attachments.filter(({ history_id }) => history_id === row.id),
              report,
              fileUrl,
            )
          : [],
      });
    });
}

/** Builds the path of a file that this viewer may read. */
export type FileUrl = (id: string, part?: '' | '/thumbnail') => string;

export const fileUrls =
  (secret: string, now: Date): FileUrl =>
  (id, part = '') =>
    signAttachmentUrl(secret, id, now, part);

/** Attachments a viewer of the report may open: the public gets pictures only, an agency no document of an anonymous reporter. */
export function toAttachments(
  rows: readonly AttachmentRow[],
  report: Report,
  fileUrl: FileUrl,
): Attachment[] {
  return rows
    .filter(
      (row) =>
        row.is_published_with_report ||
        (report.viewerIsParty && (!row.is_from_reporter || report.viewerReadsReporterDocuments)),
    )
    .map((row) =>
      Object.assign(new Attachment(), {
        id: row.id,
        fileName: row.file_name,
        mediaType: row.media_type,
        sizeBytes: row.size_bytes,
        width: row.width,
        height: row.height,
        url: fileUrl(row.id),
        thumbnailUrl: row.thumbnail_key && fileUrl(row.id, '/thumbnail'),
      }),
    );
}
