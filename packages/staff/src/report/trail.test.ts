import { describe, expect, it } from 'vitest';
import { placeIn } from './trail.ts';

describe('the place of a report in the list it was opened from', () => {
  const numbers = ['10000001', '10000002', '10000003'];

  it('leads to both neighbours, and nowhere at the ends', () => {
    expect(placeIn(numbers, '10000002')).toEqual({
      position: 2,
      count: 3,
      previous: '10000001',
      next: '10000003',
    });
    expect(placeIn(numbers, '10000001')?.previous).toBeNull();
    expect(placeIn(numbers, '10000003')?.next).toBeNull();
  });

  it('is unknown for a report that was opened by its number', () => {
    expect(placeIn(numbers, '99999999')).toBeNull();
  });
});
