import { describe, expect, it } from 'vitest';
import { bucketOf, firstBucket, hrefOf, slugOf } from './buckets.ts';

describe('the address of a box', () => {
  it('leads back to the box', () => {
    for (const bucket of [
      'TO_VERIFY',
      'NEW',
      'WAITING_FOR_US',
      'WAITING_FOR_CITIZEN',
      'OVERDUE',
      'DONE',
      'OPEN',
      'ALL',
    ] as const) {
      expect(bucketOf(slugOf(bucket))).toBe(bucket);
    }
  });

  it('is unknown for anything else', () => {
    expect(bucketOf('laci')).toBeNull();
    expect(bucketOf('')).toBeNull();
  });

  it('carries the words searched for, whatever they are', () => {
    expect(hrefOf('OVERDUE')).toBe('/kotak/terlambat');
    const href = hrefOf('OVERDUE', 'jalan & "drainase"?');
    expect(new URL(href, 'https://example.test').searchParams.get('cari')).toBe('jalan & "drainase"?');
  });
});

describe('the day', () => {
  const none = { toVerify: 0, new: 0, waitingForUs: 0, waitingForCitizen: 0, overdue: 0 };
  it('begins with all that is open, late or new, and only without it with what is to be verified', () => {
    expect(firstBucket({ ...none, overdue: 1, new: 5 })).toBe('OPEN');
    expect(firstBucket({ ...none, new: 1, toVerify: 7 })).toBe('OPEN');
    expect(firstBucket({ ...none, toVerify: 7 })).toBe('TO_VERIFY');
    expect(firstBucket(none)).toBe('OPEN');
  });
});
