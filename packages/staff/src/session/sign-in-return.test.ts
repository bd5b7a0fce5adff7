import { expect, it } from 'vitest';
import { signInReturnOf } from './sign-in-return.ts';

it('says how the agency’s own sign-in ended, and leaves the rest of the address', () => {
  expect(signInReturnOf('?cari=jalan&sign-in=second-factor')).toEqual({
    came: 'second-factor',
    rest: '?cari=jalan',
  });
  expect(signInReturnOf('?sign-in=refused')).toEqual({ came: 'refused', rest: '' });
});

it('is nothing in any other address', () => {
  expect(signInReturnOf('?cari=jalan')).toEqual({ came: null, rest: '?cari=jalan' });
  expect(signInReturnOf('?sign-in=something')).toEqual({ came: null, rest: '' });
});
