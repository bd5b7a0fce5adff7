import { expect, it } from 'vitest';
import { daysOf } from './length.ts';

it('takes whole days that a rule may have, and nothing else', () => {
  expect(['30', ' 730 ', '10950'].map(daysOf)).toEqual([30, 730, 10_950]);
  expect(['', '29', '10951', '-30', '3e2', '30.5', '30 hari', '0030x'].map(daysOf)).toEqual(
    Array(8).fill(null),
  );
});
