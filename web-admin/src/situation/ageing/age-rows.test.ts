import { describe, expect, it } from 'vitest';
import { AGES, filedFor, oldShare } from './age-rows.ts';

describe('the age of what is open', () => {
  it('leads to the days on which such reports were filed, without a gap between ages', () => {
    expect(AGES.map((age) => filedFor(age, '2026-11-22'))).toEqual([
      { from: '2026-11-16', to: '2026-11-22' },
      { from: '2026-10-24', to: '2026-11-15' },
      { from: '2026-09-24', to: '2026-10-23' },
      { to: '2026-09-23' },
    ]);
  });

  it('is a share only where every part is told', () => {
    const ages = { open: 100, openUpTo7Days: 50, openUpTo30Days: 20, openUpTo60Days: 20, openLonger: 10 };
    expect(oldShare(ages)).toBe(30);
    expect(oldShare({ ...ages, openLonger: null })).toBeNull();
    expect(oldShare({ ...ages, open: 0 })).toBeNull();
  });
});
