import { words } from '@lapor/wording/id';
import { describe, expect, it } from 'vitest';
import { pingPong, reasonText, type Hop } from './refusal-words.ts';

const agency = (id: string) => ({ id, name: id });
const hop = (from: string, to: string | null, count: number): Hop => ({
  from: agency(from),
  to: to === null ? null : agency(to),
  count,
});

describe('refusals', () => {
  it('reasons are words, and one without words is not hidden', () => {
    expect(reasonText('SPAM', words)).toBe(words.archiveCodes.SPAM);
    expect(reasonText('WITHDRAWN', words)).toBe(words.archiveCodes.WITHDRAWN);
    expect(reasonText('ELSEWHERE', words)).toBe('ELSEWHERE');
  });

  it('ping-pong is a pair that gives back to each other, both ways counted once', () => {
    expect(pingPong([hop('a', 'b', 5), hop('b', 'a', 3), hop('a', 'c', 40), hop('d', null, 9)])).toEqual({
      one: agency('a'),
      other: agency('b'),
      count: 8,
    });
    expect(pingPong([hop('a', 'b', 5)])).toBeNull();
  });
});
