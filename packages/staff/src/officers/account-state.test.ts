import { describe, expect, it } from 'vitest';
import { ACCOUNT_STATES, accountLook, daysSince } from './account-state.ts';

describe('the state of an account', () => {
  it('is said of each state', () => {
    const words = ACCOUNT_STATES.map((state) => accountLook(state, true)?.words);
    expect(new Set(words).size).toBe(ACCOUNT_STATES.length);
  });

  it('is not yet good while an active account has no second factor', () => {
    expect(accountLook('ACTIVE', true)?.tone).toBe('good');
    expect(accountLook('ACTIVE', false)).toEqual({
      words: 'officers.state.noSecondFactor',
      tone: 'waiting',
    });
    // Not told whether there is one: nothing to warn of.
    expect(accountLook('ACTIVE', null)?.tone).toBe('good');
  });

  it('is nothing for those who may not know it', () => expect(accountLook(null, null)).toBeNull());
});

describe('the last sign-in', () => {
  it('is counted in calendar days', () => {
    expect(daysSince('2026-11-20', '2026-11-20')).toBe(0);
    expect(daysSince('2026-10-31', '2026-11-01')).toBe(1);
    expect(daysSince(null, '2026-11-01')).toBeNull();
  });

  it('is never in the future, though the zones of two offices differ', () =>
    expect(daysSince('2026-11-21', '2026-11-20')).toBe(0));
});
