import type { Database } from '@lapor/database';
import type { ChainedEntry, HistoryChain } from './chain.ts';

/** Sequence of the first entry of a report's history that was tampered with, `null` when it is whole. Throws for an unknown report. */
export async function verifyHistory(
  database: Database,
  chain: HistoryChain,
  reportId: string,
): Promise<number | null> {
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
       reason_code as "reasonCode", promised_on as "promisedOn", text_audience as "textAudience", text, text_salt as "textSalt",
       text_digest as "textDigest", previous_hash as "previousHash", hash
     from history where report_id = $1 order by sequence`,
    [reportId],
  );
  return chain.firstFault(reportId, entries, head);
}
