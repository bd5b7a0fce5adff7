import type { Database } from '@lapor/database';
import type { HistoryChain } from './chain.ts';
import { BrokenLog, type Anchor, type HeadLog } from './head-log.ts';
import { readRecordedHeads, type RecordedHeads } from './recorded-heads.ts';
import { lookAtHistory } from './verify-history.ts';

/** What a look at all histories found. */
export interface HistoriesVerdict {
  checked: number;
  /** Reports of which something does not hold. */
  faulty: number;
  /** The newest line of the log of heads; `null` when the log does not hold or is empty. */
  anchor: Anchor | null;
}

const PAGE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Checks every history against its chain and against the log of heads, and says of each that does not hold where it begins.
 * @param anchor a line that the log is known to have had; without it a log that was cut together with the database is not found.
 */
export async function verifyHistories(
  { database, chain, headLog }: { database: Database; chain: HistoryChain; headLog: HeadLog },
  say: (line: string) => void,
  anchor?: Anchor,
): Promise<HistoriesVerdict> {
  let faulty = 0;
  const tell = (line: string) => {
    faulty += 1;
    say(line);
  };
  const read = async (): Promise<RecordedHeads | null> => {
    try {
      return await readRecordedHeads(headLog, anchor);
    } catch (error) {
      tell((error as Error).message);
      if (!(error instanceof BrokenLog) && anchor === undefined) throw error;
      return null;
    }
  };
  const recorded = await read();
  const missing = new Set(recorded?.reportIds());
  const unrecorded = new Map<string, { number: string; sequences: number[] }>();
  let checked = 0;
  for (let after = FIRST; ;) {
    const page = await database.query<{ id: string; number: string }>(
      'reports-after',
      `select id, number from report where id > $1 order by id limit ${PAGE}`,
      [after],
    );
    for (const { id, number } of page) {
      const verdict = await lookAtHistory(database, chain, id, recorded?.of(id));
      checked += 1;
      missing.delete(id);
      if (verdict.fault !== null) tell(`Report ${number}: entry ${verdict.fault} does not hold`);
      else if (verdict.unrecorded.length > 0) unrecorded.set(id, { number, sequences: verdict.unrecorded });
    }
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
  }
  for (const id of missing) tell(`A report is gone with its history: ${id}`);
  if (recorded && unrecorded.size > 0) {
    // In this order: what waits now is in the log by the time that the log is read again.
    const waiting = new Set(
      (
        await database.query<{ entry: string }>(
          'history-heads-waiting',
          `select report_id || ' ' || sequence as entry from history_head_pending`,
        )
      ).map(({ entry }) => entry),
    );
    const now = await readRecordedHeads(headLog);
    for (const [id, { number, sequences }] of unrecorded) {
      const known = now.of(id);
      const first = sequences.find((sequence) => !known.has(sequence) && !waiting.has(`${id} ${sequence}`));
      if (first !== undefined)
        tell(`Report ${number}: entry ${first} was never recorded outside the database`);
    }
  }
  return { checked, faulty, anchor: recorded && recorded.anchor.number > 0 ? recorded.anchor : null };
}
