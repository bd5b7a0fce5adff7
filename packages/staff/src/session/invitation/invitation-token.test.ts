import { expect, it } from 'vitest';
import { invitationTokenOf } from './invitation-token.ts';

it('reads the token behind the hash', () => {
  expect(invitationTokenOf('#q3fJ-_x9Zb.k2LmN0pQr')).toBe('q3fJ-_x9Zb.k2LmN0pQr');
});

it.each(['', '#', '#main', '#with blank inside it', `#${'x'.repeat(600)}`])(
  'takes %j for no token',
  (hash) => {
    expect(invitationTokenOf(hash)).toBeNull();
  },
);
