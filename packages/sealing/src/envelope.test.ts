import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEnvelope, createSealer, ENVELOPE_MARK_BYTES } from './index.ts';

const secret = (letter: string) => letter.repeat(40);
const [A, B, C] = [secret('a'), secret('b'), secret('c')];
const under = (...keys: [string, ...string[]]) => createEnvelope({ keys, purpose: 'test' });

describe('an envelope', () => {
  it('opens what it sealed, in its context and unchanged only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (plain, pick) => {
        const envelope = under(A);
        const sealed = envelope.seal(plain, 'laporan-1');
        expect([...envelope.open(sealed, 'laporan-1')]).toEqual([...plain]);
        expect(() => envelope.open(sealed, 'laporan-2')).toThrow();
        const changed = Buffer.from(sealed);
        changed[pick % changed.length]! ^= 1;
        expect(() => envelope.open(changed, 'laporan-1')).toThrow();
      }),
    );
  });

  it('gives each value a data key of its own: the same words never look the same', () => {
    const envelope = under(A);
    const values = Array.from({ length: 50 }, () => envelope.seal('sama', 'x').subarray(ENVELOPE_MARK_BYTES));
    const parts = values.flatMap((value) => [value.subarray(28, 60).toString('hex'), value.toString('hex')]);
    expect(new Set(parts).size).toBe(100);
  });

  it('changes its wrapping and nothing else: the old key is not needed any more, the new one is', () => {
    const old = under(A);
    const sealed = old.seal('Fulan', 'x');
    const rotating = under(B, A);
    expect(rotating.isCurrent(sealed)).toBe(false);
    expect(rotating.open(sealed, 'x').toString()).toBe('Fulan');
    const rewrapped = rotating.rewrap(sealed, 'x');
    expect(rotating.isCurrent(rewrapped)).toBe(true);
    expect(rewrapped.length).toBe(sealed.length);
    expect(rewrapped.subarray(-33)).toEqual(sealed.subarray(-33));
    expect(under(B).open(rewrapped, 'x').toString()).toBe('Fulan');
    expect(() => old.open(rewrapped, 'x')).toThrow('unknown key');
    expect(() => under(B).open(sealed, 'x')).toThrow('unknown key');
    expect(rotating.rewrap(rewrapped, 'x')).toEqual(rewrapped);
  });

  it('knows keys by themselves, not by their place: they may go in any order', () => {
    const sealed = [under(A), under(B), under(C)].map((envelope) => envelope.seal('x', 'x'));
    for (const keys of [
      [A, B, C],
      [C, A, B],
      [B, C, A],
    ] as const)
      for (const value of sealed)
        expect(
          under(...keys)
            .open(value, 'x')
            .toString(),
        ).toBe('x');
  });

  it('takes in what was sealed before there were envelopes', () => {
    const before = createSealer([A], 'test');
    const sealed = before.seal('Fulan', 'x');
    const envelope = createEnvelope({ keys: [B], purpose: 'test', before });
    expect(envelope.open(sealed, 'x').toString()).toBe('Fulan');
    expect(envelope.isCurrent(sealed)).toBe(false);
    const rewrapped = envelope.rewrap(sealed, 'x');
    expect(under(B).open(rewrapped, 'x').toString()).toBe('Fulan');
    expect(() => under(B).open(sealed, 'x')).toThrow();
    expect(() => envelope.rewrap(sealed, 'y')).toThrow();
  });

  it('does not wrap anew what does not open', () => {
    const sealed = under(A).seal('Fulan', 'x');
    sealed[sealed.length - 1]! ^= 1;
    expect(() => under(B, A).rewrap(sealed, 'x')).toThrow();
    expect(() => under(B, A).rewrap(Buffer.alloc(0), 'x')).toThrow();
    expect(() => under(B, A).open(Buffer.from([0xe1]), 'x')).toThrow();
  });

  it('gives other keys for other purposes', () => {
    const sealed = createEnvelope({ keys: [A], purpose: 'files' }).seal('x', 'x');
    expect(() => under(A).open(sealed, 'x')).toThrow('unknown key');
  });
});
