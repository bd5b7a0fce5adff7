import { describe, expect, it } from 'vitest';
import { lengthFault, passwordRefusal } from './password-rule.ts';

describe('a new password', () => {
  it('has 12 to 128 characters, of whatever kind', () => {
    expect(lengthFault('a'.repeat(11))).toBe('PASSWORD_TOO_SHORT');
    expect(lengthFault('a'.repeat(12))).toBeNull();
    expect(lengthFault('a'.repeat(128))).toBeNull();
    expect(lengthFault('a'.repeat(129))).toBe('PASSWORD_TOO_LONG');
  });

  it('is counted by characters as people see them, not by their parts', () => {
    // Two code units each, eleven characters.
    expect(lengthFault('🔑'.repeat(11))).toBe('PASSWORD_TOO_SHORT');
    // e and an accent that go together.
    expect(lengthFault('e\u0301'.repeat(11))).toBe('PASSWORD_TOO_SHORT');
  });

  it('is refused at its own field only for what is wrong with it', () => {
    expect(passwordRefusal('PASSWORD_COMMON')).toBe('reset.common');
    expect(passwordRefusal('OFFLINE')).toBeUndefined();
    expect(passwordRefusal(null)).toBeUndefined();
  });
});
