import type { ActorKind, HistoryKind, ReportState } from '../report/vocabulary.ts';

/**
 * Who may read the text of an entry. PUBLIC: whoever may read the report. PARTIES: the reporter and the officers who may.
 * OFFICERS: officers only.
 */
export type TextAudience = 'PUBLIC' | 'PARTIES' | 'OFFICERS';

/** An entry as it is written; nothing of it ever changes but the text, which may be erased. */
export interface HistoryEntry {
  id: string;
  reportId: string;
  sequence: number;
  requestKey: string | null;
  kind: HistoryKind;
  at: Date;
  actorKind: ActorKind;
  actorRole: string | null;
  officerId: string | null;
  organisationId: string | null;
  toOrganisationId: string | null;
  stateBefore: ReportState | null;
  stateAfter: ReportState;
  reasonCode: string | null;
  promisedOn: string | null;
  textAudience: TextAudience;
  text: string | null;
  noProofReason: string | null;
  textSalt: Uint8Array | null;
  textDigest: Uint8Array | null;
  previousHash: Uint8Array | null;
  hash: Uint8Array;
}

/** The statement that writes an entry, as part of another one. `?` stands for a value. */
export const historyInsert = (entry: HistoryEntry): { sql: string; values: unknown[] } => ({
  sql: `insert into history (id, report_id, sequence, request_key, kind, at, actor_kind, actor_role, officer_id, organisation_id,
      to_organisation_id, state_before, state_after, reason_code, promised_on, text_audience, text, no_proof_reason, text_salt, text_digest,
      previous_hash, hash)
    values (?::uuid, ?::uuid, ?::int, ?::uuid, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?, ?, ?, ?::bytea, ?::bytea, ?::bytea, ?::bytea)`,
  values: [
    entry.id,
    entry.reportId,
    entry.sequence,
    entry.requestKey,
    entry.kind,
    entry.at.toISOString(),
    entry.actorKind,
    entry.actorRole,
    entry.officerId,
    entry.organisationId,
    entry.toOrganisationId,
    entry.stateBefore,
    entry.stateAfter,
    entry.reasonCode,
    entry.promisedOn,
    entry.textAudience,
    entry.text,
    entry.noProofReason,
    entry.textSalt,
    entry.textDigest,
    entry.previousHash,
    entry.hash,
  ],
});
