import type { Database } from '@lapor/database';
import type { ChainedEntry, HistoryChain } from './chain.ts';
import { hashText, type RecordedEntries } from './recorded-heads.ts';

/** What a look at one history found. */
export interface HistoryVerdict {
  /** Sequence of the first entry that does not hold; `null` when the history is whole. */
  fault: number | null;
  /** Entries of which the log outside the database knows nothing (yet). */
  unrecorded: number[];
}

/**
 * Sequence of the first entry of a report's history that was tampered with, `null` when it is whole. With what the log of heads says of
 * the report an earlier state that was put back is found too. Throws for an unknown report.
 */
export const verifyHistory = async (
  database: Database,
  chain: HistoryChain,
  reportId: string,
  recorded?: RecordedEntries,
): Promise<number | null> => (await lookAtHistory(database, chain, reportId, recorded)).fault;

/** The same, with what the log does not know. */
export async function lookAtHistory(
  database: Database,
  chain: HistoryChain,
  reportId: string,
  recorded: RecordedEntries = new Map(),
): Promise<HistoryVerdict> {
  const [head] = await database.query<{ sequence: number; seal: Uint8Array }>(
    'history-head',
    'select sequence, history_seal as seal from report where id = $1',
    [reportId],
  );
  if (!head) throw new Error('No such report');
  const entries = await database.query<ChainedEntry>(
    'history-chain',
    `select report_id as "reportId", sequence, kind, at, actor_kind as "actorKind", actor_role as "actorRole", officer_id as "officerId",
       organisation_id as "organisationId", to_organisation_id as "toOrganisationId", state_before as "stateBefore", state_after as "stateAfter",
       reason_code as "reasonCode", promised_on as "promisedOn", text_audience as "textAudience", text, no_proof_reason as "noProofReason", text_salt as "textSalt",
       text_digest as "textDigest", previous_hash as "previousHash", hash
     from history where report_id = $1 order by sequence`,
    [reportId],
  );
  const found = new Map(entries.map(({ sequence, hash }) => [sequence, hashText(hash)]));
  const changed = [...recorded.keys()].filter((sequence) => found.get(sequence) !== recorded.get(sequence));
  const faults = [chain.firstFault(reportId, entries, head), ...changed].filter((fault) => fault !== null);
  return {
    fault: faults.length > 0 ? Math.min(...faults) : null,
    unrecorded: [...found.keys()].filter((sequence) => !recorded.has(sequence)),
  };
}
