import { describe, expect, it } from 'vitest';
import { isToRelease, leaseStep } from './lease-step.ts';

const free = { state: 'SUBMITTED', lease: null };
const own = { state: 'SUBMITTED', lease: { isViewers: true } };
const anothers = { state: 'SUBMITTED', lease: { isViewers: false } };
const decided = { state: 'DISPOSED', lease: null };

describe('a report that is open for verification', () => {
  it('is taken when it is free, and left alone while a colleague has it', () => {
    expect(leaseStep(free, false)).toBe('TAKE');
    expect([null, own, anothers, decided].map((company) => leaseStep(company, false))).toEqual([
      'NOTHING',
      'NOTHING',
      'NOTHING',
      'NOTHING',
    ]);
  });

  it('is not snatched from a colleague who loads the page anew', () => {
    expect(leaseStep(free, true)).toBe('TAKE_LATER');
    expect(leaseStep(anothers, true)).toBe('NOTHING');
  });

  it('goes back into the queue when it is left undecided', () => {
    expect(isToRelease(own, false)).toBe(true);
    // Taken a moment ago, and nothing was heard of it yet.
    expect(isToRelease(free, false)).toBe(true);
    expect(isToRelease(null, false)).toBe(true);
  });

  it('stays where it is when it was decided, or is a colleague’s', () => {
    expect(isToRelease(own, true)).toBe(false);
    expect(isToRelease(anothers, false)).toBe(false);
    expect(isToRelease(decided, false)).toBe(false);
  });
});
