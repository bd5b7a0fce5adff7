import { expect, it } from 'vitest';
import { focusAfter } from './focus-after.ts';

it('goes on with what stands in the place of what was decided', () => {
  expect(focusAfter(['a', 'b', 'c'], 'a', ['b', 'c'])).toBe('b');
  expect(focusAfter(['a', 'b', 'c'], 'b', ['a', 'c', 'd'])).toBe('c');
  // The one behind it was decided by somebody else meanwhile.
  expect(focusAfter(['a', 'b', 'c'], 'a', ['c'])).toBe('c');
});

it('goes back from the last one, and nowhere when nothing is left', () => {
  expect(focusAfter(['a', 'b'], 'b', ['a'])).toBe('a');
  expect(focusAfter(['a'], 'a', [])).toBeNull();
});
