import type { Anchor, HeadLog } from './head-log.ts';

/** What the log of heads says of one report: the hash that each of its entries had, by sequence. */
export type RecordedEntries = ReadonlyMap<number, string>;

/** The whole log, read and found to hold. */
export interface RecordedHeads {
  of(reportId: string): RecordedEntries;
  /** Reports of which it knows. */
  reportIds(): Iterable<string>;
  /** The newest line; to be kept elsewhere. */
  anchor: Anchor;
}

/** As the log tells of a hash. */
export const hashText = (hash: Uint8Array): string => Buffer.from(hash).toString('base64url');

/**
 * Reads the log of heads.
 * @param anchor a line that the log is known to have had.
 * @throws BrokenLog when a line does not hold; an error when the anchor is not in it.
 */
export async function readRecordedHeads(log: HeadLog, anchor?: Anchor): Promise<RecordedHeads> {
  const lines = new Map<string, string>();
  let newest: Anchor = { number: 0, signature: '' };
  let isAnchored = anchor === undefined;
  for await (const { number, signature, reportId, sequence, hash } of log.read()) {
    // One text for each report: a map for each would need ten times the memory with a million of them.
    lines.set(reportId, `${lines.get(reportId) ?? ''}${sequence} ${hashText(hash)}\n`);
    newest = { number, signature };
    isAnchored ||= number === anchor!.number && signature === anchor!.signature;
  }
  if (!isAnchored)
    throw new Error(
      `The log of heads does not have line ${anchor!.number} as it was: it was cut or replaced, and what it says of earlier states is worth nothing`,
    );
  return {
    anchor: newest,
    reportIds: () => lines.keys(),
    of(reportId) {
      const entries = new Map<number, string>();
      for (const line of (lines.get(reportId) ?? '').split('\n')) {
        const [sequence, hash] = line.split(' ');
        // What was recorded first counts: a report that was put back goes on with other entries of the same numbers.
        if (hash !== undefined && !entries.has(Number(sequence))) entries.set(Number(sequence), hash);
      }
      return entries;
    },
  };
}
