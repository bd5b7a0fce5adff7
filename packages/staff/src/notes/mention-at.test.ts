import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionAt, searchAt, withName } from './mention-at.ts';

describe('an "@" in a note', () => {
  it('begins a mention at the start and after a blank', () => {
    expect(mentionAt('', '@', 1)).toBe(0);
    expect(mentionAt('Tolong ', 'Tolong @', 8)).toBe(7);
  });

  it('is part of a mail address in the middle of a word', () => {
    expect(mentionAt('rina', 'rina@', 5)).toBeNull();
  });

  it('is none when something else was typed, or much at once', () => {
    expect(mentionAt('@', '@R', 2)).toBeNull();
    expect(mentionAt('', 'kata @', 6)).toBeNull();
  });

  it('looks for what is written behind it, until the line ends, it grows too long or the "@" is gone', () => {
    expect(searchAt('Tolong @yus', 7, 11)).toBe('yus');
    expect(searchAt('Tolong @yus cek', 7, 11)).toBe('yus');
    expect(searchAt('Tolong @', 7, 8)).toBe('');
    expect(searchAt('Tolong @Yusra So', 7, 16)).toBe('Yusra So');
    expect(searchAt('Tolong @yus\nlagi', 7, 16)).toBeNull();
    expect(searchAt(`@${'a'.repeat(41)}`, 0, 42)).toBeNull();
    expect(searchAt('Tolong yus', 7, 10)).toBeNull();
    expect(searchAt('Tolong @yus', 7, 3)).toBeNull();
  });

  it('gives its place, and that of what was written behind it, to the name, and nothing else of the text is lost', () => {
    expect(withName('Tolong @ cek', { at: 7, search: '' }, 'Azwar')).toEqual({
      text: 'Tolong @Azwar cek',
      caret: 14,
    });
    expect(withName('Tolong @azw', { at: 7, search: 'azw' }, 'Azwar')).toEqual({
      text: 'Tolong @Azwar ',
      caret: 14,
    });
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, search, after) => {
        const { text, caret } = withName(
          `${before}@${search}${after}`,
          { at: before.length, search },
          'Azwar',
        );
        expect(text.startsWith(before)).toBe(true);
        expect(text.endsWith(after)).toBe(true);
        expect(text.slice(0, caret)).toMatch(/@Azwar\s$/);
      }),
    );
  });
});
