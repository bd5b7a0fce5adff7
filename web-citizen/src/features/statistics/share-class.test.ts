import { expect, it } from 'vitest';
import { shareClass } from './share-class.ts';

it('colours a share by the steps of the legend', () => {
  expect([null, 0, 49, 50, 64, 65, 80, 90, 100].map(shareClass)).toEqual([0, 1, 1, 2, 2, 3, 4, 5, 5]);
});
