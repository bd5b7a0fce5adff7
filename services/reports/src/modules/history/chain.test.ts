import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistoryChain, type ChainedEntry } from './index.ts';

const chain = createHistoryChain('k'.repeat(32));

function build(length: number, by = chain) {
  const entries: ChainedEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence++) {
    const text = `teks ${sequence}`;
    const { salt, digest } = by.digest(text);
    const facts = {
      reportId: 'r',
      sequence,
      kind: 'REPLIED',
      at: new Date(1_700_000_000_000 + sequence),
      actorKind: 'CITIZEN',
      actorRole: null,
      officerId: null,
      organisationId: null,
      toOrganisationId: null,
      stateBefore: 'DISPOSED',
      stateAfter: 'DISPOSED',
      reasonCode: null,
      promisedOn: null,
      textAudience: 'PARTIES',
      textDigest: digest,
    };
    const previousHash = entries.at(-1)?.hash ?? null;
    entries.push({ ...facts, text, textSalt: salt, previousHash, hash: by.link(facts, previousHash) });
  }
  return { entries, head: { sequence: length, seal: by.seal('r', length, entries.at(-1)!.hash) } };
}
const check = ({ entries, head }: ReturnType<typeof build>) => chain.firstFault('r', entries, head);

describe('the history chain', () => {
  it('holds when nothing was touched, in whatever order it is read', () => {
    const { entries, head } = build(5);
    expect(check({ entries: entries.toReversed(), head })).toBeNull();
  });
  it('holds after the text of an entry was erased', () => {
    const { entries, head } = build(3);
    entries[1] = { ...entries[1]!, text: null };
    expect(check({ entries, head })).toBeNull();
  });
  it('names the first entry whose text or facts were changed', () => {
    const changes: Partial<ChainedEntry>[] = [
      { text: 'lain' },
      { at: new Date(0) },
      { stateAfter: 'COMPLETED' },
      { officerId: 'x' },
      { organisationId: 'x' },
      { reasonCode: 'SPAM' },
      { kind: 'RESULT' },
      { promisedOn: '2026-01-01' },
      { textAudience: 'PUBLIC' },
    ];
    for (const change of changes) {
      const { entries, head } = build(4);
      entries[2] = { ...entries[2]!, ...change };
      expect(check({ entries, head })).toBe(3);
    }
  });
  it('finds a deleted, inserted, moved or cut entry', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), (length, pick) => {
        const whole = build(length);
        const at = pick % length;
        expect(check({ ...whole, entries: whole.entries.toSpliced(at, 1) })).not.toBeNull();
        expect(
          check({ ...whole, entries: whole.entries.toSpliced(at, 0, { ...whole.entries[at]! }) }),
        ).not.toBeNull();
        const moved = whole.entries.map((entry) => ({ ...entry }));
        [moved[0]!.sequence, moved[1]!.sequence] = [2, 1];
        expect(check({ ...whole, entries: moved })).not.toBeNull();
        const cut = whole.entries.slice(0, -1);
        expect(check({ entries: cut, head: { sequence: cut.length, seal: whole.head.seal } })).not.toBeNull();
      }),
    );
  });
  it('finds a chain rebuilt by somebody without the key', () => {
    const forged = build(4, createHistoryChain('x'.repeat(32)));
    expect(check(forged)).toBe(1);
  });
});
