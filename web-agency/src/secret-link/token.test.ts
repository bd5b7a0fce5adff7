import { describe, expect, it } from 'vitest';
import { tokenOf } from './token.ts';

describe('the secret of the link', () => {
  it('is what stands behind the #', () => expect(tokenOf('#abc.DEF-1_2')).toBe('abc.DEF-1_2'));

  it('survives what mail programs do to an address', () => expect(tokenOf('#abc%2Edef ')).toBe('abc.def'));

  it('is none without it, or when it is mutilated', () => {
    expect(tokenOf('')).toBe('');
    expect(tokenOf('#')).toBe('');
    expect(tokenOf('#%E0%A4%A')).toBe('');
  });
});
