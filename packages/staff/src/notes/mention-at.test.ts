import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionAt, withName } from './mention-at.ts';

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

  it('gives its place to the name, and nothing else of the text is lost', () => {
    expect(withName('Tolong @ cek', 7, 'Azwar')).toBe('Tolong @Azwar cek');
    expect(withName('Tolong', null, 'Azwar')).toBe('Tolong @Azwar ');
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const written = withName(`${before}@${after}`, before.length, 'Azwar');
        expect(written.startsWith(before)).toBe(true);
        expect(written.endsWith(after)).toBe(true);
        expect(written).toContain('@Azwar');
      }),
    );
  });
});
