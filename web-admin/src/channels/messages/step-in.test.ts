import { describe, expect, it } from 'vitest';
import { firstTitle } from './first-title.ts';
import { stepIn } from './step-in.ts';

const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

describe('j and k', () => {
  it('go from message to message, and stay at the ends', () => {
    expect(stepIn(rows, 'a', 1)).toBe('b');
    expect(stepIn(rows, 'b', -1)).toBe('a');
    expect(stepIn(rows, 'c', 1)).toBeUndefined();
    expect(stepIn(rows, 'a', -1)).toBeUndefined();
  });

  it('begin with the one that has waited longest, also when the chosen one is gone', () => {
    expect(stepIn(rows, undefined, 1)).toBe('a');
    expect(stepIn(rows, 'gone', 1)).toBe('a');
    expect(stepIn([], 'gone', 1)).toBeUndefined();
  });
});

describe('a title that is proposed', () => {
  it('is the first sentence, with a capital letter and without its end', () => {
    expect(firstTitle('got di depan rumah kami meluap. tolong pak!')).toBe('Got di depan rumah kami meluap');
    expect(firstTitle('  ')).toBe('');
  });

  it('is cut at a word', () => {
    const title = firstTitle('lampu jalan '.repeat(20));
    expect(title.length).toBeLessThanOrEqual(101);
    expect(title).toMatch(/(lampu|jalan)…$/i);
  });
});
