import { describe, expect, it } from 'vitest';
import { nextInQueue } from './next-in-queue.ts';

describe('the next report of the queue', () => {
  it('is the one behind', () => {
    expect(nextInQueue(['1', '2', '3'], '2')).toBe('3');
  });

  it('after the last is the oldest again', () => {
    expect(nextInQueue(['1', '2', '3'], '3')).toBe('1');
  });

  it('is the oldest when the report is not in the queue any more', () => {
    expect(nextInQueue(['1', '2'], '9')).toBe('1');
  });

  it('is none when nothing else waits', () => {
    expect(nextInQueue(['1'], '1')).toBeNull();
    expect(nextInQueue([], '1')).toBeNull();
  });
});
