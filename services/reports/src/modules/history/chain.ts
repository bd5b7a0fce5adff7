import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The parts of an entry that its hash covers. The text itself is not among them, so that it can be erased; its salted digest is. */
export interface ChainedFacts {
  reportId: string;
  sequence: number;
  kind: string;
  at: Date;
  actorKind: string;
  actorRole: string | null;
  officerId: string | null;
  organisationId: string | null;
  toOrganisationId: string | null;
  stateBefore: string | null;
  stateAfter: string;
  reasonCode: string | null;
  promisedOn: string | null;
  textAudience: string;
  textDigest: Uint8Array | null;
}

/** An entry as it is stored. */
export interface ChainedEntry extends ChainedFacts {
  text: string | null;
  /** Stands and falls with the text. */
  noProofReason?: string | null;
  textSalt: Uint8Array | null;
  previousHash: Uint8Array | null;
  hash: Uint8Array;
}

/** Links and checks the history of reports. Keyed: whoever can write the tables but lacks the key cannot make a chain that holds. */
export interface HistoryChain {
  /** Salted digest of a text, with the salt. */
  digest(text: string): { salt: Buffer; digest: Buffer };
  /** Hash of an entry over its facts and the hash before it. */
  link(facts: ChainedFacts, previous: Uint8Array | null): Buffer;
  /** Seal over the newest entry, kept with the report: shows that no entry was cut off the end. */
  seal(reportId: string, sequence: number, hash: Uint8Array): Buffer;
  /** Sequence of the first entry that does not hold, or `null` when all do. `entries` in any order. */
  firstFault(
    reportId: string,
    entries: readonly ChainedEntry[],
    head: { sequence: number; seal: Uint8Array },
  ): number | null;
}

/** All words of an entry as one, for its digest. No text has the character between them (`typed`). */
export const said = (text: string, noProofReason: string | null | undefined): string =>
  noProofReason ? `${text}\0${noProofReason}` : text;

/** Builds the chain under a secret of at least 32 characters. */
export function createHistoryChain(secret: string): HistoryChain {
  const mac = (purpose: string, ...parts: (string | Uint8Array)[]) => {
    const hmac = createHmac('sha256', secret).update(`history ${purpose}\0`);
    for (const part of parts)
      hmac.update(typeof part === 'string' ? `${Buffer.byteLength(part)}:${part}` : part);
    return hmac.digest();
  };
  const digestOf = (salt: Uint8Array, text: string) =>
    createHash('sha256').update(salt).update(text).digest();
  const link = (facts: ChainedFacts, previous: Uint8Array | null) =>
    mac('entry', previous ?? '', canonical(facts));
  const seal = (reportId: string, sequence: number, hash: Uint8Array) =>
    mac('head', reportId, String(sequence), hash);
  return {
    digest(text) {
      const salt = randomBytes(16);
      return { salt, digest: digestOf(salt, text) };
    },
    link,
    seal,
    firstFault(reportId, entries, head) {
      const ordered = [...entries].sort((a, b) => a.sequence - b.sequence);
      let previous: Uint8Array | null = null;
      for (const [index, entry] of ordered.entries()) {
        const expected = index + 1;
        const textHolds =
          entry.text === null
            ? !entry.noProofReason
            : entry.textSalt !== null &&
              same(digestOf(entry.textSalt, said(entry.text, entry.noProofReason)), entry.textDigest);
        const holds =
          entry.sequence === expected &&
          entry.reportId === reportId &&
          same(entry.previousHash, previous) &&
          same(link(entry, previous), entry.hash);
        if (!holds || !textHolds) return expected;
        previous = entry.hash;
      }
      const complete =
        previous !== null &&
        ordered.length === head.sequence &&
        same(seal(reportId, head.sequence, previous), head.seal);
      return complete ? null : ordered.length + 1;
    },
  };
}

function canonical(facts: ChainedFacts): string {
  return JSON.stringify([
    facts.reportId,
    facts.sequence,
    facts.kind,
    facts.at.toISOString(),
    facts.actorKind,
    facts.actorRole,
    facts.officerId,
    facts.organisationId,
    facts.toOrganisationId,
    facts.stateBefore,
    facts.stateAfter,
    facts.reasonCode,
    facts.promisedOn,
    facts.textAudience,
    facts.textDigest && Buffer.from(facts.textDigest).toString('hex'),
  ]);
}

function same(left: Uint8Array | null, right: Uint8Array | null): boolean {
  if (left === null || right === null) return left === right;
  return left.length === right.length && timingSafeEqual(left, right);
}
