import { describe, expect, it } from 'vitest';
import { shortcutOf, type Press } from './shortcut.ts';

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  target: null,
  ...rest,
});
const field = { closest: () => ({}) } as unknown as EventTarget;
const button = { closest: () => null } as unknown as EventTarget;

describe('a key press', () => {
  it('is a shortcut outside fields, in either case', () => {
    expect(shortcutOf(press('j'), false)).toBe('j');
    expect(shortcutOf(press('J', { target: button }), false)).toBe('j');
  });

  it('is text inside a field', () => {
    expect(shortcutOf(press('j', { target: field }), false)).toBeNull();
  });

  it('belongs to the browser with a modifier', () => {
    expect(shortcutOf(press('a', { ctrlKey: true }), false)).toBeNull();
    expect(shortcutOf(press('a', { metaKey: true }), false)).toBeNull();
    expect(shortcutOf(press('a', { altKey: true }), false)).toBeNull();
  });

  it('does nothing to a page under a dialog', () => {
    expect(shortcutOf(press('j'), true)).toBeNull();
  });
});
