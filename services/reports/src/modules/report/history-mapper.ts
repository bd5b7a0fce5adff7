import type { Viewer } from '@lapor/viewer';
import { signAttachmentUrl, type AttachmentRow } from '../attachment/index.ts';
import { Attachment } from './attachment-graphql.ts';
import type { Report } from './graphql.ts';
import { HistoryEntry } from './history-graphql.ts';
import { Officer, Organisation } from './references-graphql.ts';
import type { HistoryRow } from './repository.ts';
import { OBSTACLE_REASONS, RESULT_OUTCOMES, type ActorKind, type HistoryKind } from './vocabulary.ts';

/** Entries about protection and identity, which only the parties see at all. */
const FOR_PARTIES: ReadonlySet<HistoryKind> = new Set([
  'FLAGGED',
  'FLAG_REMOVED',
  'IDENTITY_REVEALED',
  'WITHHELD',
  'REDACTED',
  'MESSAGE',
]);

/** Entries about an answer before it is one, which officers alone see at all. */
const FOR_OFFICERS: ReadonlySet<HistoryKind> = new Set(['ANSWER_PROPOSED', 'ANSWER_REJECTED']);

const isShown = (kind: HistoryKind, report: Report): boolean =>
  FOR_OFFICERS.has(kind) ? report.viewerReadsNotes : report.viewerIsParty || !FOR_PARTIES.has(kind);

const organisation = (id: string | null): Organisation | null =>
  id === null ? null : Object.assign(new Organisation(), { id });

/** A code that the kind of entry has; older entries have none. */
const knownCode = <Code extends string>(codes: readonly Code[], code: string | null): Code | null =>
  codes.find((known) => known === code) ?? null;

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
  const shown = rows.filter((row) => isShown(row.kind as HistoryKind, report));
  const entries = shown.map((row) => {
    const readable = mayReadText(row, report, viewer);
    return Object.assign(new HistoryEntry(), {
      id: row.id,
      sequence: row.sequence,
      corrects: null,
      correctedBy: null,
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
      // Of a correction it says which entry, which `corrects` says better.
      reasonCode: row.kind === 'CORRECTED' ? null : row.reason_code,
      promisedOn: row.promised_on,
      outcome: row.kind === 'RESULT' ? knownCode(RESULT_OUTCOMES, row.reason_code) : null,
      noProofReason: readable ? row.no_proof_reason : null,
      obstacleReason: row.kind === 'OBSTACLE' ? knownCode(OBSTACLE_REASONS, row.reason_code) : null,
      attachments: readable
        ? toAttachments(
            attachments.filter(({ history_id }) => history_id === row.id),
            report,
            viewer,
            fileUrl,
          )
        : [],
    });
  });
  linkCorrections(shown, entries);
  return entries;
}

/** Answers and the words that replaced them; of several corrections the newest stands. Both lists in one order, newest first. */
function linkCorrections(rows: readonly HistoryRow[], entries: readonly HistoryEntry[]): void {
  const bySequence = new Map(entries.map((entry) => [entry.sequence, entry]));
  for (const [index, { kind, reason_code: sequence }] of rows.entries()) {
    const corrected = kind === 'CORRECTED' ? bySequence.get(Number(sequence)) : undefined;
    if (!corrected) continue;
    const correction = entries[index]!;
    correction.corrects = corrected;
    corrected.correctedBy ??= correction;
  }
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
  viewer: Viewer,
  fileUrl: FileUrl,
): Attachment[] {
  const showsScan =
    viewer.kind === 'officer' && !viewer.apiKey && report.viewerIsParty && !report.viewerIsReporter;
  return rows
    .filter(
      (row) =>
        (row.is_published_with_report && (row.scan_state !== 'INFECTED' || report.viewerIsParty)) ||
        (report.viewerIsParty && (!row.is_from_reporter || report.viewerReadsReporterDocuments)),
    )
    .map((row) =>
      Object.assign(new Attachment(), {
        id: row.id,
        fileName: row.file_name,
        kind: row.kind,
        mediaType: row.media_type,
        sizeBytes: row.size_bytes,
        width: row.width,
        height: row.height,
        seconds: row.seconds,
        scanState: showsScan ? row.scan_state : null,
        isSealedAway: row.scan_state === 'INFECTED',
        url: fileUrl(row.id),
        thumbnailUrl:
          row.thumbnail_key && row.scan_state !== 'INFECTED' ? fileUrl(row.id, '/thumbnail') : null,
      }),
    );
}
